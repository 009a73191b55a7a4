"""A whole number out of an option."""

from collections.abc import Mapping
from typing import Any

from twoplustwo.base.errors import OptionError


def integer_option(options: Mapping[str, Any], name: str, least: int) -> int:
    """The option `name` as a whole number.

    Raises
    ------
    OptionError
        It is none, or less than `least`.
    """
    text = str(options[name])
    if not (text.isascii() and text.isdigit()) or int(text) < least:
        expected = f"expected a whole number, {least} or more"
        raise OptionError(f"{name} = {text} cannot be", f"--option {name}", expected)
    return int(text)
