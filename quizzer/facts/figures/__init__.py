"""Figures: numbers with their units, hedges, and what they count.

`quantities` reads numbers, ranges and units from the text alone; `counted` finds in the parse
what they count; `find_figures` puts both together and leaves out what only looks like a figure.
"""

from quizzer.facts.figures.find import find_figures

__all__ = ["find_figures"]
