"""What all shapes share: texts by language, how a shape is filled, how it becomes JSON."""

from typing import Any, Self

import orjson
from pydantic import BaseModel, ConfigDict

Words = dict[str, str]
"""Language code to text; empty where there is none."""
Text = Words | str
"""By language; a plain text where it is a name that is the same in all."""
Value = float | str | bool | None
"""One value of a column; null where there is none."""


class Shape(BaseModel):
    """A JSON object that is sent: with exactly these fields, in this order."""

    model_config = ConfigDict(extra="forbid")

    @classmethod
    def of(cls, record: object, **more: Any) -> Self:
        """The shape of a record: its attributes of the same names, and `more` besides."""
        same = {name: getattr(record, name) for name in cls.model_fields if name not in more}
        return cls(**same, **more)

    def plain(self) -> dict[str, Any]:
        """The object as plain data, as it is sent."""
        return self.model_dump(by_alias=True, exclude_unset=True)


def to_json(thing: Any) -> bytes:
    """JSON bytes of shapes and plain data; NaN becomes null, paths and dates text."""
    return orjson.dumps(thing, _plain, orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS)


def _plain(thing: Any) -> Any:
    return thing.plain() if isinstance(thing, Shape) else str(thing)
