"""Anki both ways: packages written and read with the standard library, progress included."""
