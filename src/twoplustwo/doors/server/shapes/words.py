"""Texts as they are sent: by language, or as they are."""

Words = dict[str, str]
"""Language code to text; empty where there is none."""
Text = Words | str
"""By language; a plain text where it is a name that is the same in all."""
Value = float | str | bool | None
"""One value of a column; null where there is none."""
