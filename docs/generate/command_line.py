"""The page of the command line, from the command line itself."""

from enum import Enum
from typing import Any

from typer.main import get_command

from twoplustwo.doors.cli.main import app


def page() -> str:
    """Every command, every argument and option, in MyST."""
    parts = [
        "# Command line\n",
        "Answers go to standard output, progress and messages to standard error. "
        "Exit status: 0 done, 1 a case of `validate` is no longer what its status says, 2 bad "
        "input, 70 a fault of ours, 130 or 143 stopped by the user or the system.\n",
    ]
    commands = get_command(app).commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        parts += [f"## `twoplustwo {name}`\n", f"{command.help}\n", f"```\n{usage(name, command)}"]
        parts += ["```\n", "| | |\n|---|---|"]
        parts += [f"| {_named(one)} | {_said(one)} |" for one in command.params]
        parts.append("")
    parts += [
        "Two options stand before any command: `--help` (`-h`) and `--version`.\n",
    ]
    return "\n".join(parts)


def usage(name: str, command: Any) -> str:
    """One line: the command and its arguments."""
    words = ["twoplustwo", name]
    for one in command.params:
        if one.param_type_name == "argument":
            words.append(_argument(one) if one.required else f"[{_argument(one)}]")
    return " ".join([*words, "[OPTIONS]"])


def _argument(one: Any) -> str:
    return one.metavar or one.name.upper()


def _named(one: Any) -> str:
    if one.param_type_name == "argument":
        return f"`{_argument(one)}`"
    return ", ".join(f"`{form}`" for form in one.opts)


def _said(one: Any) -> str:
    default = one.default.value if isinstance(one.default, Enum) else one.default
    told = one.help.replace("|", "\\|")
    if isinstance(one.default, Enum):
        told += f" One of {', '.join(f'`{x.value}`' for x in type(one.default))}."
    shown = default not in (None, False, ()) and not one.required
    return f"{told} Default: `{default}`." if shown else told
