"""Searches over positions: worst cases, turning points, Shapley shares, Pareto fronts."""
