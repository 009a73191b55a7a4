"""The man page of the command line, from the command tree: ``python docs/generate/man.py``."""

import re
import sys
from pathlib import Path
from typing import Any

from typer.main import get_command

from twoplustwo.doors.cli.main import app

PAGE = Path(__file__).parents[1] / "man" / "twoplustwo.1"
HEAD = """.TH TWOPLUSTWO 1 "" "twoplustwo" "User Commands"
.SH NAME
twoplustwo \\- missile\\-defence arguments under the numbers of each side
.SH SYNOPSIS
.B twoplustwo
.I COMMAND
[\\fIARGUMENTS\\fR] [\\fIOPTIONS\\fR]
.SH DESCRIPTION
"""
TAIL = """.SH EXIT STATUS
0 done; 1 a case of validate is no longer what its status says, or steepness refutes a card; 2 bad
input, nothing is written; 70 a fault of ours; 130 or 143 stopped by the user or the system.
.SH ENVIRONMENT
.TP
.B TWOPLUSTWO_CACHE
Folder of compiled code and kept rows, in place of the system's folder for caches.
.TP
.B TWOPLUSTWO_THREADS
How many threads compute; without it one for each core. No result depends on it.
.TP
.B COLUMNS
Letters in a line of tables that are no terminal's.
"""


def page() -> str:
    """The page in roff: every command, every argument and option."""
    root: Any = get_command(app)
    parts = [HEAD + _roff(root.help) + "\n.SH COMMANDS\n"]
    for name, command in root.commands.items():
        said = [_option(one) for one in command.params]
        parts.append(
            f'.SS "{_roff(_usage(name, command))}"\n{_roff(command.help)}\n' + "".join(said)
        )
    return "".join(parts) + TAIL


def _usage(name: str, command: Any) -> str:
    words = ["twoplustwo", name]
    for one in command.params:
        if one.param_type_name == "argument":
            shown = one.metavar or one.name.upper()
            words.append(shown if one.required else f"[{shown}]")
    return " ".join([*words, "[OPTIONS]"])


def _option(one: Any) -> str:
    is_argument = one.param_type_name == "argument"
    names = (
        one.metavar or one.name.upper()
        if is_argument
        else ", ".join([*one.opts, *one.secondary_opts])
    )
    return f".TP\n.B {_roff(names)}\n{_roff(one.help or '')}\n"


def _roff(text: str) -> str:
    """Text in which nothing means something to roff."""
    text = re.sub(
        r"\s+", " ", text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    ).strip()
    return f"\\&{text}" if text[:1] in (".", "'") else text


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name}: {len(page().splitlines())} lines\n")
