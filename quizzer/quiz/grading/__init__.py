"""Grading as pure functions, one file a kind of answer; `grade` in `grade.py` is the way in."""
