"""Anki both ways, and other formats, one file each."""
