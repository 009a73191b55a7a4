"""The page of the validation room, from its cases and its recorded results."""

from collections.abc import Mapping
from typing import Any

from twoplustwo.validation.drawn import body

INTRODUCTION = """# Published results against ours

No one should believe a model whose physics cannot be checked. Here is what others have published,
and what our engine makes of the same inputs. `twoplustwo validate` (or `make validate`) computes
all of it afresh; a test goes red when the status of a case is no longer true, in either direction.

The rules of the room:

- The inputs of a case stand in its file, `validation/cases/TOPIC.yaml`, never in a dossier; only
  the cases about the dispute ask the shipped dossier, since they are about it.
- No input is turned until the result agrees. What differs is shown with the reason; where nobody
  knows the reason it is open.
- A tolerance follows from how the number was printed, and says so.
- *Seen* means read in the publication, *seen-secondary* read in a report of it, *recalled* from
  memory, *derived* worked out from published numbers.

To add a case, write it into the file of its topic with a source from `validation/authorities/`, run
`twoplustwo validate --case ID`, and set the status that it deserves; `--record` writes the result
where this page finds it.
"""


def page() -> str:
    """Counts, disagreements, every case and every source, in MyST."""
    found = body()
    cases = found["cases"]
    counts = found["counts"]
    parts = [
        INTRODUCTION,
        f"{len(cases)} cases, from {found['sources']} sources that do not repeat each other; "
        f"recorded on {found['recorded']}.\n",
        "| status | cases | means |\n|---|---|---|",
        *(f"| {one} | {counts[one]} | {means} |" for one, means in found["statuses"].items()),
        "",
    ]
    for heading, status in (
        ("Where ours differs, and why", "differs"),
        ("Open", "open"),
        ("Not run, and what is missing", "not-run"),
    ):
        listed = [one for one in cases if one["status"] == status]
        if listed:
            parts += [f"## {heading}\n", *(_told(one) for one in listed), ""]
    for topic, title in found["topics"].items():
        parts.append(f"## {title}\n")
        parts.append("| case | source | expected | ours | difference | tolerance | status |")
        parts.append("|---|---|---|---|---|---|---|")
        parts += [_row(one) for one in cases if one["topic"] == topic]
        parts.append("")
    parts.append("## Sources\n")
    parts += [_source(name, one) for name, one in found["authorities"].items()]
    return "\n".join(parts) + "\n"


def _told(one: Mapping[str, Any]) -> str:
    numbers = f" {one['expected']} by `{one['source']}`" if one["expected"] else ""
    numbers += f", {one['ours']} by us" if one["ours"] else ""
    stop = "." if numbers else ""
    return f"- **{_cell(one['title'])}.**{_cell(numbers)}{stop} {_cell(one['explanation'])}"


def _row(one: Mapping[str, Any]) -> str:
    where = f", {one['page']}" if one["page"] else ""
    cells = [
        f"{one['title']} (`{one['case']}`)",
        f"`{one['source']}`{where} ({one['seen']})",
        one["expected"],
        one["ours"],
        one["difference"],
        one["tolerance"],
        one["status"],
    ]
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _source(name: str, one: Mapping[str, Any]) -> str:
    told = ", ".join(
        part for part in (one["title"], one["container"], one["publisher"], one["year"]) if part
    )
    address = f" <{one['url']}>" if one["url"] else ""
    return (
        f"- `{name}`: {_cell(one['author'])}: {_cell(told)}. *Read: {_cell(one['read'])}.*{address}"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
