"""Numbers, names and criteria as they are written in a sentence, in each language."""
