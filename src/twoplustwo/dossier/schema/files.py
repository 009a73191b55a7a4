"""Which schema belongs to which file of a dossier."""

from twoplustwo.dossier.kinds import kinds
from twoplustwo.dossier.schema.parts import Schema
from twoplustwo.dossier.schema.things import thing_schema
from twoplustwo.dossier.schema.topics import folder_schemas, list_schemas, main_schema

DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, Schema]:
    """Every schema by its name: that of the file, or of the folder in which the file stands."""
    by_name = {"dossier": main_schema(), **list_schemas(), **folder_schemas()}
    by_name |= {name: thing_schema(kind) for name, kind in kinds().items()}
    return {
        name: {"$schema": DRAFT, "title": _title(name), **schema}
        for name, schema in sorted(by_name.items())
    }


def schema_of(file: str) -> str:
    """The name of the schema of a file, by its path within the dossier."""
    return file.removesuffix(".yaml").partition("/")[0]


def _title(name: str) -> str:
    found = kinds().get(name)
    single = name in ("dossier", *list_schemas()) or (found is not None and found.single)
    return f"{name}.yaml" if single else f"{name}/NAME.yaml"
