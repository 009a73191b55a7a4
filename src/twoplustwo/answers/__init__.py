"""Answers as plain data: the record, its JSON, columns and citations, files of other programs."""
