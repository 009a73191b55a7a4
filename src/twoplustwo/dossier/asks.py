"""What a dossier asks (``asks.yaml``): questions by names, options and words of its own."""

from typing import Any

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.localized_text import LocalizedText
from twoplustwo.dossier.fields import Fields, blocks
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node
from twoplustwo.question_cards.asked import Ask

TEXTS = ("title", "asks")
ASK_KEYS = (
    "question",
    "options",
    *TEXTS,
    "headline",
    "test",
    "test_says",
    "page",
    "quarrel",
    "plays",
    "reads",
    "says",
    "columns",
    "phrases",
    "views",
    "left_out",
    "note",
)
HEADLINE_KEYS = ("column", "show")
TEST_KEYS = ("holds", "fails", "any_case")
QUARREL_KEYS = ("statement", "number")
PAGE_KEYS = ("role", "asks", "says", "headlines")
ROLES = ("answer", "hinge", "decides", "guarantee", "common-ground")
"""Where an ask may stand on the first page of a report."""


def read_asks(tree: Node, file: str, problems: Problems) -> dict[str, Ask]:
    """``asks.yaml``: one block an ask; what it leaves out is as the card of its question says."""
    asks = {}
    for id_, keys in blocks(tree, "ask", file, problems, ASK_KEYS):
        question = keys.text("question", required=True, why="the name of a question or analysis")
        laid: dict[str, Any] = {key: words for key in TEXTS if (words := keys.words(key))}
        if keys.node("headline") is not None:
            inner = keys.inner("headline", HEADLINE_KEYS)
            laid["headline"] = {
                "column": inner.text("column", required=True),
                "show": inner.text("show"),
            }
        if keys.parsed("test", Criterion.parse) is not None:
            laid["test"] = keys.text("test")
        if keys.node("test_says") is not None:
            inner = keys.inner("test_says", TEST_KEYS)
            laid["test_says"] = {key: inner.words(key) for key in inner.entries}
        if keys.node("page") is not None:
            laid["first_page"] = _page(keys)
        if keys.node("quarrel") is not None:
            inner = keys.inner("quarrel", QUARREL_KEYS)
            laid["quarrel"] = {key: inner.text(key, required=True) for key in QUARREL_KEYS}
        for key in ("columns", "phrases", "views", "left_out"):
            if (node := keys.node(key)) is not None:
                laid[key] = plain(node)
        asks[id_] = Ask(
            id_,
            question,
            dict(keys.pairs("options")),
            _says(keys),
            _plays(keys),
            keys.texts("reads"),
            laid,
            file,
            keys.line,
            dict(keys.key_lines),
        )
    return asks


def plain(node: Node) -> Any:
    """What was written, as texts, lists and mappings; a text by language knows which to fall to."""
    if node.entries is not None:
        entries = {key: plain(one) for key, one in node.entries.items()}
        return LocalizedText(entries) if "en" in entries else entries
    if node.items is not None:
        return [plain(one) for one in node.items]
    return " ".join((node.text or "").split())


def _page(keys: Fields) -> dict[str, Any]:
    """Its place on the first page; nothing for ``page: none``."""
    node = keys.entries["page"]
    if node.text is not None:
        keys.one_of("page", ("none",))
        return {}
    inner = keys.inner("page", PAGE_KEYS)
    page: dict[str, Any] = {"role": inner.one_of("role", ROLES, required=True)}
    page |= {key: words for key in ("asks", "says") if (words := inner.words(key))}
    if headlines := inner.texts("headlines"):
        page["headlines"] = [*headlines]
    return page


def _says(keys: Fields) -> dict[str, LocalizedText]:
    """Sentences by their case."""
    if keys.node("says") is None:
        return {}
    inner = keys.inner("says")
    return {case: inner.words(case) for case in inner.entries}


def _plays(keys: Fields) -> tuple[dict[str, str], ...] | None:
    """With which options `run` asks it: ``yes``, ``no``, or a list of sets of options."""
    node = keys.node("plays")
    if node is None:
        return None
    if node.text is not None:
        return ({},) if keys.flag("plays") else ()
    what = f"plays of {keys.what}"
    sets = []
    for one in keys.items("plays"):
        options = Fields(one, what, keys.file, keys.problems, None, keys.key_lines["plays"])
        sets.append({name: options.text(name) for name in options.entries})
    return tuple(sets)
