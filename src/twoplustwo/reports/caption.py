"""What a figure says of itself when it leaves the report: question, verdict, whose numbers."""

import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import matplotlib
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.rests import Rests
from twoplustwo.reports import labels
from twoplustwo.reports.palette import FAINT, INK
from twoplustwo.reports.picture import COMPRESSION, DOTS, Picture, few_colours
from twoplustwo.wording.phrases import phrases

POINTS = 72.0
"""Points an inch, in which an SVG is measured."""
_EDGE = 0.12  # inches
_SIZES = {"title": (11.0, True), "verdict": (9.0, False), "foot": (7.0, False)}


@dataclass(frozen=True)
class Caption:
    """Words over and under a figure.

    Parameters
    ----------
    title : str
        What was asked.
    verdicts : tuple of str
        Whose numbers, what is laid over them, and what comes out.
    foot : tuple of str
        Whose numbers the verdict rests on and how well they are known; all of it in Russian; what
        it was made from.
    """

    title: str
    verdicts: tuple[str, ...]
    foot: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, line by line."""
        return (self.title, *self.verdicts, *self.foot)


def of(answer: Answer, info: Mapping[str, Any], view: Mapping[str, Any] | None = None) -> Caption:
    """The caption of a figure drawn from an answer.

    Parameters
    ----------
    answer : Answer
    info : mapping
        ``names`` and ``questions``, as `page.write` takes them.
    view : mapping, optional
        What is drawn: its note, such as what must not be read off it, goes with the figure.
    """
    dossier, made = answer.dossier, answer.made
    whence = [
        f"twoplustwo {made['version']}" if made.get("version") else "twoplustwo",
        f"dossier {dossier['id']} {dossier.get('hash', '')[:12]}" if dossier.get("id") else "",
        f"as of {answer.as_of}" if answer.as_of else "",
        f"answer {answer.id}" if answer.id else "",
    ]
    note = (view or {}).get("note", {})
    title, *verdicts = [*_asked(answer, info, "en"), *([labels.words(note)] if note else [])]
    russian = [*_asked(answer, info, "ru"), labels.words(note, "ru"), *_rests(answer, "ru")]
    told = {title, *verdicts, *_rests(answer, "en")}  # where there is no Russian, English stands in
    return Caption(
        title=title,
        verdicts=tuple(verdicts),
        foot=(
            *_rests(answer, "en"),
            *(one for one in russian if one and one not in told),
            " · ".join(one for one in whence if one),
        ),
    )


def _asked(answer: Answer, info: Mapping[str, Any], lang: str) -> list[str]:
    """The question, what came out of it and whose that is, and what was laid over it."""
    names, cards = info.get("names", {}), info.get("questions", {})
    about = str(answer.options.get("of") or "")
    asked = [cards.get(one, {}) for one in (answer.question, about) if one]
    asks = [labels.words(one.get("asks") or one.get("title"), lang) for one in asked]
    title = " · ".join(one for one in asks if one) or labels.name(answer.question)
    label = "; ".join(labels.words(one.label, lang) for one in _rested(answer))
    label = label or ", ".join(_name(one, names, lang) for one in _positions(answer))
    sentence = labels.words(answer.headline.sentence, lang)
    laid = "; ".join(labels.words(one, lang) for one in answer.laid)
    kinds = asked[0].get("kinds", {})
    options = ", ".join(
        f"{key} {_name(one, names, lang, kinds.get(key, ''))}"
        for key, one in answer.options.items()
        if key != "of" and one not in ("", None)
    )
    texts = phrases("twoplustwo.reports")
    over = [texts["laid-over"][lang].format(laid=laid)] if laid else []
    over += [texts["options"][lang].format(options=options)] if options else []
    return [title, f"{label}: {sentence}", *_range(answer, lang), *over]


def _range(answer: Answer, lang: str) -> list[str]:
    """Over what the headline lies, and whose intervals that spans; of a question alone."""
    ends, spans = labels.ends(answer.headline, lang), labels.words(answer.headline.spans, lang)
    if not (ends and spans):
        return []
    form = phrases("twoplustwo.reports")["range"][lang]
    return [form.format(ends=ends, spans=spans)]


def _name(identifier: Any, names: Mapping[str, Any], lang: str, kind: str = "") -> str:
    """The name of a thing; where several of other kinds share its identifier, that of its kind."""
    if not isinstance(identifier, str):
        return labels.name(identifier, names)
    known = names.get(f"{kind}.{identifier}") or names.get(identifier)
    return labels.words(known, lang) or labels.name(identifier, names)


def _rested(answer: Answer) -> list[Rests]:
    return [answer.rests] if answer.rests else list(answer.rests_of.values())


def _rests(answer: Answer, lang: str) -> list[str]:
    """Whose numbers, and which would change it; of several positions each by its name."""
    rested, found = _rested(answer), []
    for one in rested:
        says = " ".join(labels.words(text, lang) for text in (one.says, one.moves) if text)
        found.append(f"{labels.words(one.label, lang)}: {says}" if len(rested) > 1 else says)
    return found


def save(picture: Picture, caption: Caption, stem: Path) -> None:
    """Write ``stem.png`` and ``stem.svg``, each with its caption to be read in it."""
    stem.with_name(stem.name + ".png").write_bytes(png(picture.pixels(), caption))
    stem.with_name(stem.name + ".svg").write_bytes(svg(picture.svg(), caption))


def png(picture: Image.Image, caption: Caption) -> bytes:
    """A PNG with the caption over and under it, and as texts in the file."""
    above, under, head, foot = _laid_out(caption, picture.width / DOTS)
    whole = Image.new("RGB", (picture.width, picture.height + round((head + foot) * DOTS)), "white")
    whole.paste(picture, (0, round(head * DOTS)))
    for lines, top in ((above, 0.0), (under, head + picture.height / DOTS)):
        for line, size, bold, y, ink in lines:
            letters, (right, down) = _letters(line, size, bold)
            place = (round(_EDGE * DOTS) + right, round((top + y) * DOTS) + down)
            whole.paste(ink, (*place, place[0] + letters.width, place[1] + letters.height), letters)
    texts = PngImagePlugin.PngInfo()
    texts.add_itxt("Title", caption.title)
    texts.add_itxt("Description", "\n".join(caption.lines))
    out = io.BytesIO()
    few = few_colours(whole)
    few.save(out, "PNG", compress_level=COMPRESSION, pnginfo=texts, dpi=(DOTS, DOTS))
    return out.getvalue()


def svg(drawn: bytes, caption: Caption) -> bytes:
    """An SVG with the caption over and under it, in letters that can be searched."""
    inner = drawn.decode("utf-8")
    inner = inner[inner.index("<svg") :]
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', inner)
    if found is None:
        raise ValueError("the drawing has no viewBox")
    width, height = float(found[1]), float(found[2])
    above, under, head, foot = _laid_out(caption, width / POINTS)
    texts = "".join(
        f'<text x="{_EDGE * POINTS:.1f}" y="{(top + y) * POINTS:.1f}" font-size="{size}" '
        f'fill="{ink}"{" font-weight=" + chr(34) + "bold" + chr(34) if bold else ""}>'
        f"{escape(line)}</text>"
        for lines, top in ((above, 0.0), (under, head + height / POINTS))
        for line, size, bold, y, ink in lines
    )
    tall = height + (head + foot) * POINTS
    drawing = inner.replace("<svg ", f'<svg y="{head * POINTS:.1f}" ', 1)
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{width:.1f}pt" height="{tall:.1f}pt" viewBox="0 0 {width:.1f} {tall:.1f}" '
        'font-family="DejaVu Sans, Verdana, sans-serif">'
        f"<title>{escape(caption.title)}</title><desc>{escape(chr(10).join(caption.lines))}</desc>"
        f'<rect width="100%" height="100%" fill="white"/>{drawing}{texts}</svg>\n'
    ).encode()


_Line = tuple[str, float, bool, float, str]


def _laid_out(caption: Caption, width: float) -> tuple[list[_Line], list[_Line], float, float]:
    """Lines over and under a figure so many inches wide, and the room that both take, inches."""
    room = width - 2 * _EDGE
    above, head = _block(
        [("title", caption.title), *(("verdict", v) for v in caption.verdicts)], room, INK
    )
    under, foot = _block([("foot", one) for one in caption.foot], room, FAINT)
    return above, under, head, foot


def _block(texts: Sequence[tuple[str, str]], room: float, ink: str) -> tuple[list[_Line], float]:
    lines: list[_Line] = []
    y = _EDGE / 2
    for role, text in texts:
        size, bold = _SIZES[role]
        for line in broken(text, room, size, bold):
            y += 1.3 * size / POINTS
            lines.append((line, size, bold, y, ink))
    return lines, y + _EDGE


def broken(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """A text in lines no wider than `room` inches, at spaces; a longer word stands by itself."""
    space = _wide(" ", size, bold)
    lines: list[str] = []
    taken = 0.0
    for word in text.split():
        wide = _wide(word, size, bold)  # word by word: a line is not measured anew with each
        if lines and taken + space + wide <= room * DOTS:
            lines[-1] += f" {word}"
            taken += space + wide
        else:
            lines.append(word)
            taken = wide
    return lines


@lru_cache(20_000)
def _wide(text: str, size: float, bold: bool) -> float:
    """How wide a text is, dots; captions share most of their words."""
    return _font(size, bold).getlength(text)


@lru_cache(2_000)
def _letters(line: str, size: float, bold: bool) -> tuple[Image.Image, tuple[int, int]]:
    """A line as a mask, and where it begins from the left end of its foot; figures share many."""
    left, top, right, bottom = _font(size, bold).getbbox(line, anchor="ls")
    mask = Image.new("L", (max(math.ceil(right - left), 1), max(math.ceil(bottom - top), 1)))
    pen = ImageDraw.Draw(mask)
    pen.text((-left, -top), line, fill=255, font=_font(size, bold), anchor="ls")
    return mask, (round(left), round(top))


@cache
def _font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name
    return ImageFont.truetype(str(path), round(size * DOTS / POINTS))


def _positions(answer: Answer) -> Sequence[str]:
    return [answer.position] if answer.position is not None else answer.positions
