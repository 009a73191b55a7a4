"""Studies of accuracy: how fine the grids are, and how large what is left out.

Each study is a function that gives a table; ``python -m twoplustwo.validation.studies`` computes
them and writes ``validation/studies/*.csv``, from which the documents are drawn.
"""
