"""Text for the cells of a table that a spreadsheet will open."""

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a cell of a CSV file as a formula, full-width forms included.

An apostrophe is doubled by the same rule, so that what was written can always be got back.
"""


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe is put before one.

    >>> harmless("=1+1"), harmless(" =1+1"), harmless("O'Brien")
    ("'=1+1", "' =1+1", "O'Brien")
    """
    # Spaces before are skipped by some programs, and control characters by others.
    bare = text.lstrip(" \u00a0\u200b\ufeff\x00")
    return f"'{text}" if bare.startswith(_STARTS) else text
