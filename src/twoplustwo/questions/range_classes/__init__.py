"""How far does each missile go, and which fall into the class of the INF treaty?"""
