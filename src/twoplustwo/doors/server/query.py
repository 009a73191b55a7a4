"""Keys of an address, as the page, the command line and the API share them."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from starlette.requests import Request

from twoplustwo.doors.server.errors import RefusalError

REPEATABLE = frozenset({"p", "set", "m", "o"})


def _no_null(value: object) -> object:
    """Text without a character that ends a name in some programs."""
    texts = value if isinstance(value, list) else [value]
    if any(isinstance(one, str) and "\0" in one for one in texts):
        raise ValueError("expected text without a zero byte")
    return value


Text = Annotated[str, BeforeValidator(_no_null)]
Texts = Annotated[list[str], BeforeValidator(_no_null)]


def said_once(request: Request) -> None:
    """Refuse a query that repeats a key which may stand once only."""
    names = [name for name, _ in request.query_params.multi_items()]
    for name in dict.fromkeys(names):
        if name not in REPEATABLE and names.count(name) > 1:
            raise RefusalError(
                f"{name} is given {names.count(name)} times",
                name,
                f"only {', '.join(sorted(REPEATABLE))} may be repeated",
                "keep one of them",
                status=400,
                kind="RepeatedKey",
            )


class Fresh(BaseModel):
    """Keys that every address takes."""

    model_config = ConfigDict(extra="forbid")

    v: Annotated[
        Text, Field(description="The stamp of the dossier; kept for ever if it holds.")
    ] = ""


class Of(Fresh):
    """What goes by dossier."""

    d: Annotated[Text, Field(description="Dossier; the first one served without.")] = ""


class State(Of):
    """Dossier, positions and what is laid over them: the same as `twoplustwo ask` takes."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    p: Annotated[Texts, Field(description="Position; repeat for several. None: every party.")] = []
    sets: Annotated[
        Texts, Field(alias="set", description="path=value, laid over every position; repeatable.")
    ] = []
    m: Annotated[
        Texts, Field(description="Measures laid over every position; repeatable, or with commas.")
    ] = []
    as_of: Annotated[Text | None, Field(description="Count what was said up to this date.")] = None
    o: Annotated[Texts, Field(description="key=value, an option of the question; repeatable.")] = []


class Ask(State):
    """A question put to a state."""

    interval: Annotated[
        bool, Field(description="Give headlines their range over the held claims' own intervals.")
    ] = False
    tables: Annotated[
        Text,
        Field(description="Tables that come with data: views (those that are drawn), none, names."),
    ] = "views"


class Why(State):
    """Why the answers of a state differ."""

    tables: Annotated[
        Text,
        Field(description="Tables that come with data: views (those that are drawn), none, names."),
    ] = "views"


class Curve(State):
    """A question along one parameter."""

    parameter: Annotated[Text, Field(description="Path of the parameter that is moved.")]
    points: Annotated[int, Field(ge=2, description="How many values of it.")] = 17


class Export(State):
    """A file made of a question's answers."""

    table: Annotated[Text, Field(description="A table of the answer; empty for the rows.")] = ""
    lang: Annotated[
        Literal["en", "ru"], Field(description="The language of names and legend of a map.")
    ] = "en"


class Dated(Fresh):
    """What stands by a date."""

    as_of: Annotated[Text | None, Field(description="Count what was said up to this date.")] = None
