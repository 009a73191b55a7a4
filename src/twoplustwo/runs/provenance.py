"""Whose numbers an answer rests on: counted over its assumptions, and said in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.rests import Rests, Taken
from twoplustwo.dossier.attribution import ascribed_text
from twoplustwo.dossier.display_names import (
    in_sentence,
    name_of,
)
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.runs.party_label import party_label
from twoplustwo.wording.phrases import phrases


class Giver(NamedTuple):
    """Who gave a number, and of whom they told it, where it is not their own."""

    source: str
    ascribed_to: str = ""


HOW = ("own", "adopted", "common", "set", "measure")
STATUS = ("read", "secondary", "recalled", "derived", "assumed")

GIVEN = {
    "en": " ({n} by a value that {whose} gave)",
    "ru": " (из них со значением от других — {n}: {whose})",
}
"""Said of what is own or taken where somebody else than the speaker gave the value."""
MOST = {"en": "{n} of them by {whose}", "ru": "из них {n} — {whose}"}
SAYS = {
    "en": "Rests on {n} numbers: {how}. {status}.",
    "ru": "В основе чисел: {n}; {how}. {status}.",
}


def count_provenance(dossier: Dossier, party: str, assumptions: Sequence[Assumption]) -> Rests:
    """Count an answer's assumptions by who stands behind them and how well they are known.

    Parameters
    ----------
    dossier : Dossier
        For the names.
    party : str
        Whose position it is. What another party holds and was swapped in counts as taken from it.
    assumptions : sequence of Assumption
    """
    steps = Counter(_step(assumption, party) for assumption in assumptions)
    how = {step: steps.get(step, 0) for step in HOW}
    counts = Counter(assumption.status for assumption in assumptions)
    status = {word: counts.get(word, 0) for word in STATUS}
    taken = _counted_by_source(
        dossier,
        (
            _giver(assumption, party)
            for assumption in assumptions
            if _step(assumption, party) == "adopted"
        ),
    )
    common = _counted_by_source(
        dossier,
        (
            Giver(assumption.by)
            for assumption in assumptions
            if _step(assumption, party) == "common"
        ),
    )
    given = {
        step: _counted_by_source(
            dossier,
            (
                Giver(assumption.best_by)
                for assumption in assumptions
                if assumption.best_by and _step(assumption, party) == step
            ),
        )
        for step in ("own", "adopted")
    }
    says = {
        lang: SAYS[lang].format(
            n=len(assumptions),
            how=", ".join(_steps(dossier, how, taken, common, given, lang)),
            status=_sentence(_counted(word, lang, n=n) for word, n in status.items() if n),
        )
        for lang in LANGUAGES
    }
    label = party_label(dossier, party, taken)
    return Rests(len(assumptions), how, taken, common, status, label, says)


def _counted(how: str, lang: str, **slots: object) -> str:
    return phrases()["held"][how]["counted"][lang].format(**slots)


def _step(assumption: Assumption, party: str) -> str:
    swapped = assumption.how in ("own", "adopted") and assumption.holder not in ("", party)
    return "adopted" if swapped else assumption.how


def _giver(assumption: Assumption, party: str) -> Giver:
    """The party from whom a number is taken; its speaker, where nobody's party stands behind it."""
    outside = assumption.by_party and assumption.by_party != party
    source = assumption.by_party if outside else assumption.by
    return Giver(source, assumption.ascribed_to)


def _counted_by_source(dossier: Dossier, givers: Iterable[Giver]) -> tuple[Taken, ...]:
    counted = sorted(Counter(givers).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        Taken(giver.source, n, name_of(dossier, giver.source), giver.ascribed_to)
        for giver, n in counted
    )


def _steps(
    dossier: Dossier,
    how: Mapping[str, int],
    taken: Sequence[Taken],
    common: Sequence[Taken],
    given: Mapping[str, Sequence[Taken]],
    lang: str,
) -> list[str]:
    own = _counted("own", lang, n=how["own"])
    parts = [own + _best_value_text(dossier, given["own"], lang)]
    if taken:
        whose = _givers(dossier, taken, lang)
        form = "adopted" if len(taken) == 1 else "adopted_of_many"
        parts.append(
            _counted(form, lang, n=how["adopted"], whose=whose)
            + _best_value_text(dossier, given["adopted"], lang)
        )
    if common:
        most = MOST[lang].format(n=common[0].numbers, whose=common[0].name[lang])
        parts.append(_counted("common", lang, n=how["common"], whose=most))
    parts += [_counted(step, lang, n=how[step]) for step in ("set", "measure") if how[step]]
    return parts


def _best_value_text(dossier: Dossier, some: Sequence[Taken], lang: str) -> str:
    """How many of some numbers are computed with a value of another than their speaker, whose."""
    if not some:
        return ""
    whose = ", ".join(in_sentence(dossier, one.source)[lang] for one in some)
    return GIVEN[lang].format(n=sum(one.numbers for one in some), whose=whose)


def _givers(dossier: Dossier, taken: Sequence[Taken], lang: str) -> str:
    """From whom numbers are taken; how many from each, where they are several."""
    names = [_giver_text(dossier, giver, lang) for giver in taken]
    if len(taken) == 1:
        return names[0]
    dash = ": " if lang == "en" else " — "
    return "; ".join(f"{name}{dash}{one.numbers}" for name, one in zip(names, taken, strict=True))


def _giver_text(dossier: Dossier, giver: Taken, lang: str) -> str:
    name = in_sentence(dossier, giver.source)[lang]
    if not giver.ascribed_to:
        return name
    return f"{name}, {ascribed_text(dossier, lang, giver.ascribed_to)}"


def _sentence(parts: Iterable[str]) -> str:
    text = ", ".join(parts) or "–"
    return text[:1].upper() + text[1:]
