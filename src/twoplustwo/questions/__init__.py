"""Questions about one position: one folder each, with its card, its page and its code."""
