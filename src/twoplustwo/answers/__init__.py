"""Answers as plain data: schema, store, citations, export."""
