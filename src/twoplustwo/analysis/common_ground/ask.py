"""Every design asked in the worst case and by each party's own numbers; which pass every test?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from twoplustwo.analysis.common_ground import rows as make
from twoplustwo.analysis.common_ground import without
from twoplustwo.analysis.common_ground.designs import Space, space, taking_part
from twoplustwo.analysis.common_ground.judge import Judge, Judged
from twoplustwo.analysis.common_ground.tests import Stated, stated
from twoplustwo.analysis.named import party
from twoplustwo.analysis.together import table, together
from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.units import show
from twoplustwo.dossier.models import Dossier, Measure
from twoplustwo.questions.cards import Card
from twoplustwo.scenario.position import Position

COVERAGES = ("worst_coverage_europe", "worst_coverage_us")
PART = {
    "en": "without “{test}” ({parties}), {left} pass, above all: {design} (reach {reach}, Europe "
    "{europe}, United States {us})",
    "ru": "без условия «{test}» ({parties}) проходят {left}, прежде всего: {design} "
    "(досягаемость {reach}, Европа {europe}, США {us})",
}
"""What one dropped test would leave."""


def ask(
    card: Card, positions: Sequence[Position], dossier: Dossier, among: str, acts_on: str,
    bounds: str, effort: str, **options: Any,
) -> Answer:  # fmt: skip
    """One answer for all positions; `table tests` has every stated test of their parties.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    among, acts_on, bounds : str
        Which measures take part; see `designs.taking_part`.
    effort : str
        How hard the worst case is sought.
    **options : str
        Of the questions asked.
    """
    some = taking_part(dossier, among, acts_on, bounds)
    tests = stated(positions, dossier)
    judge = Judge(positions, tests, dossier, options, effort)
    designs = space(some, judge.read(), positions, dossier, judge.nothing_without)
    found = judge.of(designs.designs)
    made = make.rows(found, dossier)
    parties = sorted({p.party for p in positions})
    words = _words(found, made, tests, designs, dossier, positions)
    alone = {w: without.dropped(found, made, tests, w) for w in (True, False)}
    says, second = _says(found, tests)
    chosen = tuple(s for s in card.says if s["when"] == says)
    count = {w: _count(found, tests, w) for w in (True, False)}
    answer = together(
        replace(card, says=chosen), positions, dossier,
        {"among": among, "acts_on": acts_on, "bounds": bounds, "effort": effort, **options},
        table(made, make.COLUMNS), words, value=count[True],
        tables={
            "front": table([row for row in made if row["front"]], make.COLUMNS),
            "gives": table(make.gives(found, made, positions), make.GIVES),
            "without": table(
                without.rows([*alone[True], *alone[False]], made), without.COLUMNS
            ),
            "tests": table(make.by_test(found, tests, parties, positions), make.TESTS),
            "measures": table(make.by_measure(some, designs), make.MEASURES),
        },
        parts=_cited(some, tests, dossier),
    )  # fmt: skip
    if not second:
        return answer
    said = next(s for s in card.says if s["when"] == second)
    sentence = {lang: text.format(**words) for lang, text in said.items() if lang != "when"}
    own = Headline("passing_own", count[False], show="1", sentence=sentence)
    if count[True]:
        return replace(answer, headlines=(own,))
    return replace(answer, headlines=(own, _in_the_way(card, alone[True], found, made, dossier)))


def _in_the_way(
    card: Card, alone: Sequence[without.Dropped], found: Sequence[Judged],
    made: Sequence[make.Row], dossier: Dossier,
) -> Headline:  # fmt: skip
    """Whether a single test keeps everything from passing in the worst case, and what it costs."""
    most = max((one.left for one in alone), default=0)
    says = next(s for s in card.says if s["when"] == ("without_one" if most else "without_none"))
    sentence = {}
    for lang in ("en", "ru"):
        parts = []
        for one in alone:
            if one.best is None:
                continue
            row, design = made[one.best], make.named(found[one.best].design, dossier)[lang]
            shown = [f"{100 * row[c]:.0f} %" for c in ("worst_reach", *COVERAGES)]
            parts.append(PART[lang].format(
                test=one.test.wants(lang), left=one.left,
                parties=", ".join(party(name, dossier, lang) for name in one.parties),
                design=design, reach=shown[0], europe=shown[1], us=shown[2],
            ))  # fmt: skip
        sentence[lang] = says[lang].format(list="; ".join(parts), designs=len(found))
    return Headline("passing_without_one", float(most), show="1", sentence=sentence)


POINTS = {"en": "pp", "ru": "п. п."}


def _says(found: Sequence[Judged], tests: Sequence[Stated]) -> tuple[str, str]:
    """Which sentences of the card: in the worst case, and by own numbers."""
    if not tests:
        return "none_stated", ""
    worst = "headline" if any(one.passes_worst for one in found) else "nearest"
    return worst, "own" if any(one.passes_own for one in found) else "nearest_own"


def _count(found: Sequence[Judged], tests: Sequence[Stated], worst: bool) -> float | None:
    if not tests:
        return None
    return float(sum((one.passes_worst if worst else one.passes_own) is True for one in found))


def _words(
    found: Sequence[Judged], made: Sequence[make.Row], tests: Sequence[Stated], designs: Space,
    dossier: Dossier, positions: Sequence[Position],
) -> Mapping[str, Any]:  # fmt: skip
    """The words of all sentences."""
    words: dict[str, Any] = {
        "designs": len(found), "choices": f"{designs.choices:,}".replace(",", " "),
        "front": sum(row["front"] for row in made),
    }  # fmt: skip
    for kind, worst in (("worst", True), ("own", False)):
        words[f"passing_{kind}"] = f"{_count(found, tests, worst) or 0:.0f}"
        i = make.best(found, made, worst)
        if i is None and tests:
            i, gaps = make.nearest_miss(found, tests, worst, positions)
            words |= _broken(kind, tests, gaps, dossier)
        said = {} if i is None else make.named(found[i].design, dossier)
        words |= {f"{kind}_{lang}": text for lang, text in said.items()}
        for what in ("reach", "coverage_europe", "coverage_us"):
            value = None if i is None else made[i][f"{kind}_{what}"]
            words[f"{kind}_{what}"] = "–" if value is None else f"{100 * value:.0f} %"
        if worst and i is not None:
            words |= {f"sure_{lang}": make.sure(found[i], lang) for lang in ("en", "ru")}
    return words


def _broken(
    kind: str, tests: Sequence[Stated], gaps: Sequence[float], dossier: Dossier
) -> dict[str, str]:
    """The tests that the nearest miss breaks, and by how much."""
    broken = [(t, gap) for t, gap in zip(tests, gaps, strict=True) if gap > 0.0]
    off = {"en": "off by", "ru": "не хватает"}
    return {
        f"{kind}_broken_{lang}": "; ".join(
            f"{party(t.party, dossier, lang)} – {t.wants(lang)} ({word} {_gap(t, gap, lang)})"
            for t, gap in broken
        ) or "–"
        for lang, word in off.items()
    }  # fmt: skip


def _gap(test: Stated, gap: float, lang: str) -> str:
    """A gap in the unit of its test; of shares, in percentage points."""
    unit = test.accepts.test.unit
    shown = show(gap, unit) if unit != "1" else f"{gap:.3g}"
    return f"{100 * gap:.1f} {POINTS[lang]}" if unit == "%" else shown


def _cited(measures: Sequence[Measure], tests: Sequence[Stated], dossier: Dossier) -> list[Any]:
    """Sources of the measures and of the tests, as answers carry theirs."""
    named = {one.source for one in measures} | {one.accepts.source for one in tests}
    cited = tuple(dossier.sources[s].csl() for s in sorted(named & set(dossier.sources)))
    return [SimpleNamespace(citations=cited)]
