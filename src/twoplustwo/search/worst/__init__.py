"""The worst case of a headline over everything that is claimed, with what guarantees it."""
