"""Tests that name their region: ``coverage >= 90 %`` where ``region = NAME``."""

import re
from dataclasses import replace

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import nearest
from twoplustwo.dossier.draft import Draft
from twoplustwo.question_cards.card import cards

_WHERE = re.compile(r"\s*region\s*=\s*([a-z0-9-]+)\s*")
_FAMILY = "{region}"


def name_regions(draft: Draft) -> None:
    """Put the column of its region into each test that says ``where: region = NAME``.

    Only where the question has one such column a region; a test on rows stays one.
    """
    for party in draft.parties.values():
        accepts = []
        for one in party.accepts:
            where = f"{draft.files[party.file]}:{one.line}"
            test = _named(draft, one.question, one.test, one.where, f"party {party.id}", where)
            accepts.append(one if test is None else replace(one, test=test, where=""))
        draft.parties[party.id] = replace(party, accepts=tuple(accepts))
    for one in draft.propositions.values():
        if one.test is None or one.where is None:
            continue
        place = draft.places.get(f"proposition {one.id}", "")
        what = f"proposition {one.id}"
        test = _named(draft, one.question, one.test, str(one.where), what, place)
        if test is not None:
            draft.propositions[one.id] = replace(one, test=test, where=None)


def _named(
    draft: Draft, question: str, test: Criterion, where: str, what: str, place: str
) -> Criterion | None:
    found = _WHERE.fullmatch(where)
    if found is None or not _is_family(draft, question, test.column):
        return None
    if found[1] not in draft.regions:
        draft.problems.add(
            f"{what} has a test on an unknown region, {found[1]}",
            place,
            f"regions: {', '.join(sorted(draft.regions)) or 'none'}",
            nearest(found[1], draft.regions) or f"write regions/{found[1]}.yaml",
        )
        return None
    return replace(test, column=f"{test.column}_{draft.regions[found[1]].column}")


def _is_family(draft: Draft, question: str, column: str) -> bool:
    """Whether a question has a column of this name for each region, and none of the name itself."""
    asked = draft.asks.get(question)
    card = cards().get(asked.question if asked else question)
    if card is None or column in card.columns:
        return False
    every = [f"{column}_{one.column}" for one in draft.regions.values()]
    return any(name in card.columns for name in (f"{column}_{_FAMILY}", *every))
