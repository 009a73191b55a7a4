"""Whose numbers an answer rests on: counted over its assumptions, and said in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.rests import Rests, Taken, Words
from twoplustwo.dossier.display_names import (
    has_genitive,
    in_every_language,
    in_sentence,
    name_of,
    numbers_of,
)
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.wording.phrases import phrases

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
LABEL = {
    "one": {"en": "{name}, by {whose} numbers", "ru": "{name}, по числам {whose}"},
    "unnamed": {"en": "{name}, by numbers of {whose}", "ru": "{name}, по числам: {whose}"},
    "many": {"en": "{name}, mostly by others’ numbers", "ru": "{name}, в основном по чужим числам"},
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
        (assumption.by for assumption in assumptions if _step(assumption, party) == "common"),
    )
    given = {
        step: _counted_by_source(
            dossier,
            (
                assumption.best_by
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
    label = _label(dossier, party, how["own"], taken)
    return Rests(len(assumptions), how, taken, common, status, label, says)


def _counted(how: str, lang: str, **slots: object) -> str:
    return phrases()["held"][how]["counted"][lang].format(**slots)


def _step(assumption: Assumption, party: str) -> str:
    swapped = assumption.how in ("own", "adopted") and assumption.holder not in ("", party)
    return "adopted" if swapped else assumption.how


def _giver(assumption: Assumption, party: str) -> str:
    """The party from whom a number is taken; its speaker, where nobody's party stands behind it."""
    return (
        assumption.by_party
        if assumption.by_party and assumption.by_party != party
        else assumption.by
    )


def _counted_by_source(dossier: Dossier, names: Iterable[str]) -> tuple[Taken, ...]:
    counted = sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Taken(name, n, name_of(dossier, name)) for name, n in counted)


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
    names = [in_sentence(dossier, giver.source)[lang] for giver in taken]
    if len(taken) == 1:
        return names[0]
    dash = ": " if lang == "en" else " — "
    return "; ".join(f"{name}{dash}{one.numbers}" for name, one in zip(names, taken, strict=True))


def _sentence(parts: Iterable[str]) -> str:
    text = ", ".join(parts) or "–"
    return text[:1].upper() + text[1:]


def _label(dossier: Dossier, party: str, own: int, taken: Sequence[Taken]) -> Words:
    """The party's name; with it on whose numbers it stands, where most are not its own."""
    known = dossier.parties.get(party)
    name = in_every_language(known.name if known else {}, party)
    total = sum(giver.numbers for giver in taken)
    if total <= own:
        return name
    most = taken[0]
    form = "many"
    whose: Words = {}
    if 2 * most.numbers > total and most.numbers > own:
        form = "one" if has_genitive(dossier, most.source) else "unnamed"
        whose = numbers_of(dossier, most.source)
        if form == "one":
            whose = {**whose, "en": whose["en"] + ("’" if whose["en"].endswith("s") else "’s")}
    return {
        lang: LABEL[form][lang].format(name=name[lang], whose=whose.get(lang, ""))
        for lang in LANGUAGES
    }
