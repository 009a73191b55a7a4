"""``twoplustwo run``: every question, every party, a report folder."""

import contextlib
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from twoplustwo.base.errors import OptionError, QuestionError, TwoPlusTwoError
from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import echo, exit_status_on_error
from twoplustwo.doors.cli.versions import versions
from twoplustwo.doors.request import Request

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.positions.position import Position


def run(
    dossier: Annotated[
        str, typer.Argument(help="A dossier: its identifier, or the path of its folder.")
    ] = dossiers.FIRST,
    out: Annotated[
        Path, typer.Option(help="Folder to put the run's folder into.", show_default=True)
    ] = Path("out"),
    position: shared.Positions = None,
    as_of: shared.AsOf = None,
    measures: shared.Measures = None,
    sets: shared.Sets = None,
) -> None:
    """Play a dossier: every question, every party; a summary here, a report in a folder."""
    with exit_status_on_error(stopped="stopped: nothing was written"):
        request = Request("", dossiers.load(dossier), position, sets, as_of, measures)
        page, answers = write_run(request, out)
        _summary(answers, page, dossiers.load(request.dossier))


def write_run(request: Request, out: Path) -> "tuple[Path, list[Answer]]":
    """Run everything and write the run's folder; give back its page and the answers."""
    from twoplustwo.answers import folder, store
    from twoplustwo.doors import asking
    from twoplustwo.doors.cli import progress_bar as bar
    from twoplustwo.doors.cli.estimate import estimated

    dossier = dossiers.load(request.dossier)
    positions = list(dict.fromkeys(asking.positions(request)))
    if str(out) == "-":
        raise OptionError("a run is a folder, not a stream", "--out -", fix="name a folder, or ./-")
    wanted = out / f"{dossier.id}-{datetime.now():%Y%m%d-%H%M%S}"
    started, clock = datetime.now(UTC), time.perf_counter()
    seconds: dict[str, float] = {}
    held = [one.text for one in positions]
    with (
        folder.numbered_folder(wanted) as numbered,
        estimated(f"run of {dossier.id}", "run", dossier.id, *held),
        bar.progress_bar(),
        contextlib.ExitStack() as stack,
    ):
        partial = numbered.partial
        from twoplustwo.doors.cli.sections_ahead import sections_ahead
        from twoplustwo.reports import page
        from twoplustwo.reports import validation as checked

        answers: list[Answer] = []
        refused: list[tuple[str, TwoPlusTwoError]] = []
        info, borders = dossiers.described(dossier), dossiers.borders(dossier)
        ahead = stack.enter_context(sections_ahead(partial, borders, info))
        began = time.perf_counter()
        for question, several in _answered(dossier, positions, refused):
            answers += several
            ahead.add(page.grouped(several, info))
            seconds[question] = time.perf_counter() - began
            began = time.perf_counter()
        if not answers:
            raise _nothing(dossier, refused)
        drawing = time.perf_counter()
        record = {
            "schema": "twoplustwo.run/1",
            "run": numbered.target.name,
            "dossier": dossier.id,
            "hash": dossier.hash,
            "as_of": str(request.as_of or dossier.as_of),
            **_code(answers),
            "positions": [str(one.text) for one in positions],
            "sets": [*(request.sets or ())],
            "measures": [*(request.measures or ())],
            "refused": [{"question": name, **one.parts} for name, one in refused],
            "seeds": sorted({one.made["seed"] for one in answers if "seed" in one.made}),
        }
        published = ahead.published()
        counted = checked.counted(published["counts"])
        validation = {"cases": len(published["cases"]), "counted": counted}
        page.write(
            answers, partial, borders, {**record, **info, "validation": validation}, ahead.blocks
        )
        checked.write(published, partial)
        seconds["report"] = time.perf_counter() - drawing
        seconds["all"] = time.perf_counter() - clock
        record |= {
            "started": started.isoformat(timespec="seconds"),
            "seconds": {key: round(value, 3) for key, value in seconds.items()},
            "versions": versions(),
            "answers": [f"{store.ANSWERS}/{store.file_name(one)}.json" for one in answers],
            "report": page.NAME,
        }
        from twoplustwo.answers.schema import dumps

        (partial / "run.json").write_text(dumps(record), encoding="utf-8")
    for name, one in refused:
        echo(f"{name} was not asked: {one}", label="warning: ")
    folder.point_latest(numbered.target)
    return out / numbered.target.name / page.NAME, answers


def _answered(
    dossier: "Dossier",
    positions: "Sequence[Position]",
    refused: "list[tuple[str, TwoPlusTwoError]]",
) -> "Iterator[tuple[str, list[Answer]]]":
    """All answers to each question, with what was published of it, as each is done."""
    from twoplustwo.analysis.suite import run_suite
    from twoplustwo.doors.cli.rehearsal import fails_on_paper
    from twoplustwo.question_cards.for_dossier import card_of, leave_out
    from twoplustwo.validation.bearing import with_published

    for question, answers in run_suite(dossier, positions, refused):
        card = card_of(dossier, question)
        if error := fails_on_paper(card, answers, dossier):
            refused.append((question, error))
            leave_out(dossier, question)
            continue
        yield question, answers if card.is_analysis else with_published(answers, dossier)


def _nothing(dossier: "Dossier", refused: "Sequence[tuple[str, TwoPlusTwoError]]") -> QuestionError:
    """The error that nothing at all can be asked of a dossier."""
    why = "; ".join(f"{name}: {one.what}" for name, one in refused)
    return QuestionError(
        f"nothing can be asked of {dossier.id}",
        str(dossier.root),
        why or "it has no party",
        "`twoplustwo check` says what is missing, and asks.yaml names what is asked",
    )


def _code(answers: "Sequence[Answer]") -> Mapping[str, Any]:
    engine = answers[0].made if answers else {}
    return {key: engine[key] for key in ("version", "code") if key in engine}


def _summary(answers: "Sequence[Answer]", page: Path, dossier: "Dossier") -> None:
    """The first page in short, then one sentence for each other question."""
    from rich.console import Console

    from twoplustwo.reports.first_page import parts
    from twoplustwo.reports.page import grouped

    console = Console(highlight=False)
    info = {"questions": dossiers.questions(dossier)}
    sections = grouped(answers, info)
    first: set[str] = set()
    for part in parts(sections, info):
        for line in part.lines:
            if line is part.lines[0]:
                console.print(f"\n[bold]{part.title}[/bold]")
            first.add(line.question)
            console.print(f"  {line.asks}", markup=False, soft_wrap=True)
            for text in line.published:
                console.print(f"    {text.get('en', '')}", markup=False, soft_wrap=True)
            for one in line.said:
                whose = one.label.get("en", "")
                if whose:
                    console.print(f"    {whose}", markup=False, soft_wrap=True)
                for text in one.lines("en"):
                    _say(console, "  " if whose else "", text)
    for section, group in sections.items():
        if section in first:
            continue
        console.print(f"\n[bold]{section}[/bold]")
        for answer in group:
            _say(console, answer.position or "", answer.headline.sentence.get("en", ""))
    console.print(f"\nreport: {page}", markup=False, soft_wrap=True)


def _say(console: Any, position: str, sentence: str) -> None:
    who = f"{position:<12} " if position.strip() else position
    console.print(f"    {who}{sentence}", markup=False, soft_wrap=True)
