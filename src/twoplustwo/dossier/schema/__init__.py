"""JSON Schema of every kind of file of a dossier, for editors; made from the kinds and readers."""

from twoplustwo.dossier.schema.files import schema_of, schemas

__all__ = ["schema_of", "schemas"]
