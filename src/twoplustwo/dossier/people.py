"""Sources, speakers and parties."""

from typing import Any

from twoplustwo.base import csl
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.phrase import phrase_of
from twoplustwo.dossier.claims import STATUS
from twoplustwo.dossier.counts import COUNTS
from twoplustwo.dossier.fields import Fields, blocks
from twoplustwo.dossier.models import Acceptance, Adoption, Party, Source, Speaker
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node

SEEN = ("whole", "opening", "mirror", "catalogue", "none")
RANKS = ("primary", "transcript", "press", "reprint", "catalogue")
"""What a source is to what it is cited for; dossiers/README.md says it in words."""
SOURCE_KEYS = (*csl.FIELDS, "seen", "rank")
SPEAKER_KEYS = ("name", "of", "party", "counts", "note")
PARTY_KEYS = ("name", "of", "adopts", "accepts", "chooses", "note")
ADOPTION_KEYS = ("claim", "status", "source", "why", "at", "says", "note", "stated")
ACCEPTANCE_KEYS = (
    "question",
    "test",
    "where",
    "by",
    "stated",
    "source",
    "status",
    "note",
    "says",
    "why",
    "at",
)


def read_sources(tree: Node, file: str, problems: Problems, short: str) -> dict[str, Source]:
    """``sources.yaml``: one block a source, in CSL field names."""
    sources, unranked = {}, []
    for id_, keys in blocks(tree, "source", file, problems, SOURCE_KEYS):
        fields: dict[str, Any] = {}
        keys.one_of("type", csl.TYPES, required=True)
        keys.text("title", required=True)
        seen = keys.one_of("seen", SEEN, required=True)
        rank = keys.one_of("rank", RANKS)
        for name in keys.entries:
            if name in csl.DATES:
                fields[name] = csl.date(keys.date(name)[0])
            elif name in csl.NAMES:
                fields[name] = _people(keys, name)
            elif name not in ("seen", "rank"):
                fields[name] = keys.text(name)
        if "rank" not in keys.entries:
            unranked.append(id_)
        if keys.sound:
            sources[id_] = Source(id_, fields, seen, short, keys.line, rank)
    if unranked:
        problems.warn(
            f"sources without a rank: {', '.join(unranked)}",
            f"{file}:{tree.key_lines[unranked[0]]}",
            f"whether a claim rests on a reprint is told by `seen` alone there; expected one of "
            f"{', '.join(RANKS)}",
            "add `rank:`, e.g. `rank: primary` where it is the speaker's own text",
        )
    return sources


def read_speakers(tree: Node, file: str, problems: Problems) -> dict[str, Speaker]:
    """``speakers.yaml``: who says things, and for whom."""
    speakers = {}
    for id_, keys in blocks(tree, "speaker", file, problems, SPEAKER_KEYS):
        name, party = keys.words("name", required=True), keys.text("party") or None
        of, counts = keys.words("of"), keys.one_of("counts", COUNTS)
        speakers[id_] = Speaker(id_, name, party, of, counts)
    return speakers


def read_party(id_: str, tree: Node, file: str, problems: Problems, short: str) -> Party:
    """``parties/<id>.yaml``."""
    keys = Fields(tree, f"party {id_}", file, problems, PARTY_KEYS)
    name = keys.words("name", required=True)
    adopts = [_adoption(node, id_, file, problems, short) for node in keys.items("adopts")]
    accepts = [_acceptance(node, id_, file, problems) for node in keys.items("accepts")]
    chooses = dict(keys.pairs("chooses", what=f"chooses of {id_}"))
    return Party(
        id_,
        name,
        tuple(one for one in adopts if one),
        tuple(one for one in accepts if one),
        chooses,
        short,
        1,
        keys.words("of"),
    )


def _adoption(node: Node, party: str, file: str, problems: Problems, short: str) -> Adoption | None:
    keys = Fields(node, f"an adoption by {party}", file, problems, ADOPTION_KEYS)
    claim = keys.text("claim", required=True, why="expected parameter@claim")
    status = keys.one_of("status", STATUS, required=True)
    source, why = keys.text("source"), phrase_of(keys.words("why"))
    if status == "assumed" and not why:
        keys.add(
            f"{party} adopts {claim} without saying why",
            "",
            "an assumed adoption says why",
            "add `why:`",
        )
    elif not source and status != "assumed":
        keys.add(
            f"{party} adopts {claim} without a source",
            "",
            "an adoption has a source, or is `status: assumed` and says why",
        )
    if not claim:
        return None
    stated, day = keys.date("stated")
    return Adoption(claim, status, source, why, keys.text("at"), stated, day, short, node.line)


def _acceptance(node: Node, party: str, file: str, problems: Problems) -> Acceptance | None:
    keys = Fields(node, f"what {party} accepts", file, problems, ACCEPTANCE_KEYS)
    question = keys.text("question", required=True)
    test = keys.parsed("test", Criterion.parse, required=True)
    status = keys.one_of("status", STATUS, required=True)
    source = keys.text("source", required=True, why="an acceptance is a sourced claim")
    if test is None:
        return None
    return Acceptance(
        question, test, status, source, keys.text("note"), keys.text("where"), node.line
    )


def _people(keys: Fields, name: str) -> list[dict[str, str]]:
    node = keys.entries[name]
    if node.text is not None:
        return [{"literal": one.strip()} for one in node.text.split(";")]
    people = []
    for one in keys.items(name):
        if one.text is not None:
            people.append({"literal": one.text})
            continue
        person = Fields(one, f"{name} of {keys.what}", keys.file, keys.problems, csl.PERSON)
        people.append({part: person.text(part) for part in person.entries})
    return people
