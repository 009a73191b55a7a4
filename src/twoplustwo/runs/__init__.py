"""The one function: ask(question, positions)."""
