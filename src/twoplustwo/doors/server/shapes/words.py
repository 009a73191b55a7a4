"""Texts as they are sent: by language, or as they are; and what all shapes share."""

from pydantic import BaseModel, ConfigDict

Words = dict[str, str]
"""Language code to text; empty where there is none."""
Text = Words | str
"""By language; a plain text where it is a name that is the same in all."""
Value = float | str | bool | None
"""One value of a column; null where there is none."""


class Shape(BaseModel):
    """A thing that is sent: with exactly these fields."""

    model_config = ConfigDict(extra="forbid")
