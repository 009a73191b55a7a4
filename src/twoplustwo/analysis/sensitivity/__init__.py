"""How far do the intervals of the held claims move a headline, and which of them most?"""
