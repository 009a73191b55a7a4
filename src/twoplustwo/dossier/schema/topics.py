"""Schemas of the files that are about no thing: speakers, sources, parties, measures, and so on.

Which keys there are is said by their readers; here stands what each holds.
"""

from collections.abc import Iterable

from twoplustwo.base import csl
from twoplustwo.base.units import NUMBER
from twoplustwo.dossier.asks import (
    ASK_KEYS,
    HEADLINE_KEYS,
    PAGE_KEYS,
    QUARREL_KEYS,
    ROLES,
    TEST_KEYS,
)
from twoplustwo.dossier.claims import STATUS
from twoplustwo.dossier.counts import COUNTS
from twoplustwo.dossier.measures import ACTION_KEYS, BOUNDS, MEASURE_KEYS
from twoplustwo.dossier.people import (
    ACCEPTANCE_KEYS,
    ADOPTION_KEYS,
    PARTY_KEYS,
    RANKS,
    SEEN,
    SOURCE_KEYS,
    SPEAKER_KEYS,
)
from twoplustwo.dossier.presets import PRESET_KEYS
from twoplustwo.dossier.propositions import (
    CASE_KEYS,
    COUPLING_KEYS,
    HANDLES,
    PROPOSITION_KEYS,
    ROWS,
    STATEMENT_KEYS,
)
from twoplustwo.dossier.read import MAIN_KEYS
from twoplustwo.dossier.regions import REGION_KEYS, SIDES
from twoplustwo.dossier.schema.parts import (
    DATE,
    FLAG,
    NAMES,
    PAIRS,
    TEXT,
    WORDS,
    Schema,
    block,
    named_blocks,
    one_of,
)
from twoplustwo.dossier.steepness import COLUMN_KEYS, STEEPNESS_KEYS
from twoplustwo.dossier.topics import DISPUTE_KEYS

_USUAL: dict[str, Schema] = {
    "name": WORDS,
    "title": WORDS,
    "text": WORDS,
    "of": WORDS,
    "stated": DATE,
    "status": one_of(STATUS),
    "counts": one_of(COUNTS),
}
"""What a key holds wherever it stands; any other is one text."""


def _keys(names: Iterable[str], **own: Schema) -> dict[str, Schema]:
    return {name: own.get(name) or _USUAL.get(name, TEXT) for name in names}


def _people() -> Schema:
    person = block(dict.fromkeys(csl.PERSON, TEXT))
    return {"anyOf": [TEXT, {"type": "array", "items": {"anyOf": [TEXT, person]}}]}


def main_schema() -> Schema:
    """``dossier.yaml``."""
    keys = _keys(MAIN_KEYS, as_of=DATE, accessed=DATE, includes=NAMES, regions=NAMES)
    return block(keys, ("id", "title", "as_of"))


def list_schemas() -> dict[str, Schema]:
    """Files of several blocks, by name."""
    source = _keys(
        SOURCE_KEYS,
        title=TEXT,
        status=TEXT,
        type=one_of(csl.TYPES),
        seen=one_of(SEEN),
        rank=one_of(RANKS),
        **dict.fromkeys(csl.DATES, DATE),
        **dict.fromkeys(csl.NAMES, _people()),
    )
    coupling = _keys(COUPLING_KEYS, propositions=NAMES, why=WORDS)
    preset = _keys(PRESET_KEYS, positions=NAMES, measures=NAMES, set=PAIRS, note=WORDS)
    needs = ("propositions", "why", "by", "source", "status")
    return {
        "speakers": named_blocks(block(_keys(SPEAKER_KEYS), ("name",))),
        "sources": named_blocks(block(source, ("type", "title", "seen"))),
        "disputes": named_blocks(
            block(_keys(DISPUTE_KEYS, parameters=NAMES), ("name", "parameters"))
        ),
        "couplings": named_blocks(block(coupling, needs)),
        "presets": named_blocks(block(preset, ("name",))),
        "asks": named_blocks(block(_ask(), ("question",))),
        "steepness": named_blocks(block(_steepness(), ("engine", "claims", "kinds"))),
    }


def _steepness() -> dict[str, Schema]:
    column = block(_keys(COLUMN_KEYS, per=PAIRS), COLUMN_KEYS)
    columns = {"type": "object", "additionalProperties": column}
    return _keys(STEEPNESS_KEYS, kinds=NAMES, measured=DATE, columns=columns)


def _ask() -> dict[str, Schema]:
    sentences = {"type": "object", "additionalProperties": WORDS}
    page = _keys(PAGE_KEYS, role=one_of(ROLES), asks=WORDS, says=WORDS, headlines=NAMES)
    plays = {"anyOf": [FLAG, {"type": "array", "items": PAIRS}]}
    anything: Schema = {}
    return _keys(
        ASK_KEYS,
        options=PAIRS,
        asks=WORDS,
        headline=block(_keys(HEADLINE_KEYS), ("column",)),
        test_says=block(dict.fromkeys(TEST_KEYS, WORDS)),
        page={"anyOf": [one_of(("none",)), block(page, ("role",))]},
        quarrel=block(_keys(QUARREL_KEYS), QUARREL_KEYS),
        plays=plays,
        reads=NAMES,
        says=sentences,
        columns={"type": "object", "additionalProperties": anything},
        phrases={"type": "object", "additionalProperties": anything},
        views={"type": "array", "items": {"type": "object"}},
        left_out={"type": "array", "items": WORDS},
    )


def folder_schemas() -> dict[str, Schema]:
    """Folders with one file each, by name."""
    adoption = block(_keys(ADOPTION_KEYS, why=WORDS), ("claim", "status"))
    acceptance = block(_keys(ACCEPTANCE_KEYS), ("question", "test", "status", "source"))
    adopts = {"type": "array", "items": adoption}
    accepts = {"type": "array", "items": acceptance}
    action = block(_keys(ACTION_KEYS, **{name: TEXT for name in ACTION_KEYS}), ("parameter",))
    measure = _keys(
        MEASURE_KEYS,
        bounds=one_of(BOUNDS),
        why=WORDS,
        verified=WORDS,
        verified_by=NAMES,
        withdraws=FLAG,
        does={"type": "array", "items": action},
    )
    statements = named_blocks(block(_keys(STATEMENT_KEYS), ("by", "stated", "source", "status")))
    case = _keys(CASE_KEYS, options=PAIRS, set=PAIRS, measures=NAMES)
    proposition = _keys(
        PROPOSITION_KEYS,
        note=WORDS,
        asserted=statements,
        denied=statements,
        handle=one_of(HANDLES),
        rows=one_of(ROWS),
        less=block(case),
        **case,
    )
    return {
        "parties": block(
            _keys(PARTY_KEYS, adopts=adopts, accepts=accepts, chooses=PAIRS), ("name",)
        ),
        "measures": block(measure, ("name", "bounds", "by", "status", "does")),
        "propositions": block(proposition, ("text",)),
        "regions": block(_region(), ("name",)),
    }


def _region() -> dict[str, Schema]:
    # a number, or the text of one where the reader keeps every scalar as text
    angle = {
        "type": ["number", "string"],
        "pattern": rf"^\s*{NUMBER}\s*$",
        "minimum": -180,
        "maximum": 180,
        "description": "degrees",
    }
    corner = {"type": "array", "items": angle, "minItems": 2, "maxItems": 2}
    ring = {"type": "array", "items": corner, "minItems": 3, "description": "[lat, lon]"}
    window = block(dict.fromkeys(SIDES, angle), tuple(SIDES))
    own = {"countries": NAMES, "window": window, "ring": ring, "cells": NAMES, "short": WORDS}
    return _keys(REGION_KEYS, **own)
