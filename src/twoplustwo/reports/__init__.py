"""Figures and pages: they draw columns of answers and compute nothing."""
