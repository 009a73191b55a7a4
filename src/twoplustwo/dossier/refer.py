"""What refers to what: speakers, sources, parties, claims, parameters, things."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from twoplustwo.base.errors import UnitError, nearest
from twoplustwo.base.units import parse_quantity
from twoplustwo.dossier.counts import ALWAYS
from twoplustwo.dossier.dates import first_day
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.kinds import ParameterKind
from twoplustwo.dossier.models import Adoption, Claim, Dispute, Party, Slider
from twoplustwo.dossier.topics import DisputeText


def check_references(draft: Draft) -> dict[str, Dispute]:
    """Note every name that leads nowhere; give back the disputes, their sliders read."""
    kinds = parameter_kinds(draft)
    for speaker in draft.speakers.values():
        if speaker.party is not None:
            check_known(
                draft,
                speaker.party,
                list(draft.parties),
                f"speaker {speaker.id}",
                "party",
                draft.speaker_places[speaker.id],
            )
    for path, claims in draft.parameters.items():
        for claim in claims:
            _claim(draft, claim, kinds[path], claims)
    for party in draft.parties.values():
        _party(draft, party, kinds)
    return _disputes(draft, kinds)


def parameter_kinds(draft: Draft) -> dict[str, ParameterKind]:
    """Every parameter that a thing of the draft has."""
    return {
        f"{thing.path}.{name}": parameter
        for kind, things in draft.things.items()
        for thing in things.values()
        for name, parameter in draft.kinds[kind].parameters.items()
    }


def sources(draft: Draft) -> Mapping[str, None]:
    """Every source that is there to be named, in order; sought once, for every claim asks."""
    if draft.named_sources[0] != len(draft.places):
        named = (what.partition(" ") for what in draft.places)
        found = {name: None for sort, _, name in named if sort == "source"}
        draft.named_sources = (len(draft.places), found)
    return draft.named_sources[1]


def check_known(
    draft: Draft, name: str, names: Collection[str], what: str, sort: str, where: str
) -> bool:
    """Whether `name` is among `names`, or empty; notes a problem if not."""
    if not name or name in names:
        return True
    listed = sort in ("speaker", "source")  # the others have a file each
    many = f" are in {sort}s.yaml" if listed else f": {len(names)}"
    few = f": {', '.join(sorted(names))}" if len(names) <= 12 else many
    draft.problems.add(
        f"{what} names an unknown {sort}, {name}",
        where,
        f"known {'parties' if sort == 'party' else sort + 's'}{few}",
        nearest(name, names),
    )
    return False


def _claim(draft: Draft, claim: Claim, kind: ParameterKind, beside: tuple[Claim, ...]) -> None:
    what, problems = f"claim {claim.key}", draft.problems
    speaks = check_known(
        draft, claim.by, list(draft.speakers), what, "speaker", draft.where(claim.key, "by")
    )
    check_known(
        draft, claim.source, sources(draft), what, "source", draft.where(claim.key, "source")
    )
    place = draft.where(claim.key, "ascribed_to")
    check_known(draft, claim.ascribed_to, list(draft.speakers), what, "speaker", place)
    _check_given_by(draft, claim, "best")
    _check_given_by(draft, claim, "ends")
    if kind.of_kind and isinstance(claim.value.si, str):
        names = sorted(draft.things.get(kind.of_kind, {}))
        if claim.value.si not in names:
            problems.add(
                f"{what} names an unknown thing, {claim.value.si}",
                draft.where(claim.key, "value"),
                f"{kind.of_kind} has {', '.join(names)}",
                nearest(claim.value.si, names),
            )
    if speaks:
        _supersedes(draft, claim, beside)
        _undisputed(draft, claim, beside)


_WHY = {
    "best": "{by} said the interval; where {who} gave the value must be said too",
    "ends": "{by} is the claim's speaker; where {who} gave the ends must be said too",
}
"""What may be given by somebody else than the speaker, and why its source is then needed."""


def _check_given_by(draft: Draft, claim: Claim, part: str) -> None:
    """Who gave the best value or the ends must be there, and where, if somebody else in print."""
    by, source = getattr(claim, f"{part}_by"), getattr(claim, f"{part}_source")
    what, where = f"{part} of claim {claim.key}", draft.where(claim.key, f"{part}_by")
    if not check_known(draft, by, list(draft.speakers), what, "speaker", where):
        return
    place = draft.where(claim.key, f"{part}_source")
    check_known(draft, source, sources(draft), what, "source", place)
    if source or by in ("", claim.by):
        return
    if draft.speakers[by].counts != ALWAYS:
        verb = "is" if part == "best" else "are"
        draft.problems.add(
            f"{what} {verb} by {by}, without a source",
            where,
            _WHY[part].format(by=claim.by, who=by),
            f"add `{part}_source:` with a name from sources.yaml",
        )


def _supersedes(draft: Draft, claim: Claim, beside: tuple[Claim, ...]) -> None:
    if not claim.supersedes:
        return
    where, keys = draft.where(claim.key, "supersedes"), [one.key for one in beside]
    if claim.supersedes not in keys:
        if claim.supersedes not in draft.claim_lines or (
            claim.supersedes.partition("@")[0] != claim.parameter
        ):
            draft.problems.add(
                f"claim {claim.key} supersedes an unknown claim, {claim.supersedes}",
                where,
                f"claims of {claim.parameter}: {', '.join(keys)}",
                nearest(claim.supersedes, keys),
            )
        return
    other = next(one for one in beside if one.key == claim.supersedes)
    if other is claim:
        draft.problems.add(f"claim {claim.key} supersedes itself", where)
    elif other.by in draft.speakers and _side(draft, claim) != _side(draft, other):
        draft.problems.add(
            f"claim {claim.key} supersedes a claim of another side, {other.key}",
            where,
            f"{claim.by} speaks for {_side(draft, claim) or 'no party'}, "
            f"{other.by} for {_side(draft, other) or 'no party'}",
            "only a speaker of the same side retires a claim",
        )
    elif other.stated_day > claim.stated_day:
        draft.problems.add(
            f"claim {claim.key} supersedes a later claim, {other.key}",
            where,
            f"{claim.stated} was before {other.stated}",
        )


def _undisputed(draft: Draft, claim: Claim, beside: tuple[Claim, ...]) -> None:
    if not claim.undisputed:
        return
    for other in beside:
        party = _side(draft, other) if other.by in draft.speakers else None
        if party is not None and party != _side(draft, claim):
            draft.problems.add(
                f"claim {claim.key} is marked undisputed, but {party} has its own, {other.key}",
                draft.where(claim.key, "undisputed"),
                "undisputed means that nobody else says anything",
                "take the mark away",
            )


def _side(draft: Draft, claim: Claim) -> str | None:
    return draft.speakers[claim.by].party


def _party(draft: Draft, party: Party, kinds: dict[str, ParameterKind]) -> None:
    where, what = draft.files[party.file], f"party {party.id}"
    for one in party.adopts:
        place = f"{where}:{one.line}"
        if _claim_key(draft, one.claim, f"{what} adopts", place):
            _adopted_later(draft, party, one, place)
        if one.source:
            check_known(
                draft, one.source, sources(draft), f"the adoption of {one.claim}", "source", place
            )
    for one in party.accepts:
        check_known(
            draft,
            one.source,
            sources(draft),
            f"what {party.id} accepts",
            "source",
            f"{where}:{party.line}",
        )
    for path, key in party.chooses.items():
        place = f"{where}:{party.line}"
        if path not in kinds:
            draft.problems.add(
                f"{what} chooses for an unknown parameter, {path}", place, "", nearest(path, kinds)
            )
        elif _claim_key(draft, key, f"{what} chooses", place) and key.partition("@")[0] != path:
            draft.problems.add(
                f"{what} chooses for {path} a claim about something else, {key}", place
            )


def _adopted_later(draft: Draft, party: Party, one: Adoption, place: str) -> None:
    """Refuse an adoption dated before its claim was stated; what always counts has no such day."""
    path = one.claim.partition("@")[0]
    claim = next((c for c in draft.parameters.get(path, ()) if c.key == one.claim), None)
    if claim is None or one.stated_day is None or claim.by not in draft.speakers:
        return
    first = first_day(claim.stated)
    if (claim.counts or draft.speakers[claim.by].counts) == ALWAYS or first is None:
        return
    if one.stated_day < first:
        draft.problems.add(
            f"party {party.id} adopts {one.claim} before it was said",
            place,
            f"adopted {one.stated}, but stated {claim.stated}",
            "correct one of the two dates, or adopt a claim that was there by then",
        )


def _claim_key(draft: Draft, key: str, what: str, where: str) -> bool:
    if key in draft.claim_lines:
        return True
    same = [one for one in draft.claim_lines if one.partition("@")[0] == key.partition("@")[0]]
    draft.problems.add(
        f"{what} an unknown claim, {key}",
        where,
        f"claims there: {', '.join(same)}" if same else "a claim is named parameter@claim",
        nearest(key, same or draft.claim_lines),
    )
    return False


def _disputes(draft: Draft, kinds: dict[str, ParameterKind]) -> dict[str, Dispute]:
    disputes, owner = {}, {}
    for id_, text in draft.disputes.items():
        for path in text.dispute.parameters:
            where = f"{text.keys.file}:{text.lines[path]}"
            if path not in kinds:
                draft.problems.add(
                    f"dispute {id_} names an unknown parameter, {path}",
                    where,
                    "",
                    nearest(path, kinds),
                )
            elif path in owner:
                draft.problems.add(
                    f"dispute {id_} names {path}, which {owner[path]} names too",
                    where,
                    "a parameter belongs to one dispute, or it would count twice",
                )
            owner.setdefault(path, id_)
        disputes[id_] = replace(text.dispute, slider=_slider(text, kinds))
    return disputes


def _slider(text: DisputeText, kinds: dict[str, ParameterKind]) -> Slider | None:
    if not text.slider:
        return None
    kind = kinds.get(text.dispute.parameters[0]) if text.dispute.parameters else None
    if kind is None:
        return None
    if len(text.dispute.parameters) != 1 or kind.type != "number":
        text.keys.add(
            f"dispute {text.dispute.id} has a slider",
            "slider",
            "only a dispute about one number has one",
        )
        return None
    try:
        low, best, high = parse_quantity(text.slider, kind.unit)
    except UnitError as error:
        text.keys.add(
            f"slider of dispute {text.dispute.id}: {error.what}", "slider", error.why, error.fix
        )
        return None
    outside = kind.within is not None and not kind.within[0] <= low <= high <= kind.within[1]
    if best is not None or outside:
        text.keys.add(
            f"slider of dispute {text.dispute.id} cannot be {text.slider}",
            "slider",
            f"expected an interval within {kind.within_text}",
        )
        return None
    return Slider(low, high, kind.unit)
