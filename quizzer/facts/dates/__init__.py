"""Time expressions and the TIMEX3 values they stand for.

`find_dates` reads a text with a grammar of regular expressions (`grammar`), which says only
what the words say (`expressions`); `resolution` gives each a value, held against the date of
publication and the date last spoken of. No language model is needed.
"""

from quizzer.facts.dates.find import find_dates

__all__ = ["find_dates"]
