"""Ids of questions: a short slug of the stem's content words, the same for the same stem."""

import re
import unicodedata

from quizzer.seeded import seeded_number

_SMALL = frozenset(
    "a an the of in on at to for from by with and or but as is was were are be been being has"
    " have had do does did will would can could should may might must not no that this these"
    " those who whom whose which what when where why how many much it its he she they his her"
    " their i we you said say reported according article month year date about than more into"
    " over out up down so if whether".split()
)
_MOST_WORDS = 5


def slug_of(stem: str) -> str:
    """Up to five content words of the stem, in order, in small plain letters."""
    text = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"as reported in [a-z]+ [0-9]{4}", " ", text)
    text = re.sub(r"'s\b", "", text)
    words = [word for word in re.findall(r"[a-z0-9]+", text) if word not in _SMALL]
    return "-".join(words[:_MOST_WORDS]) or "question"


def question_id(kind: str, stem: str) -> str:
    """A readable id with a short digest: it depends on nothing but the kind and the stem.

    So an added paragraph changes no other question's id.
    """
    return f"{slug_of(stem)}-{seeded_number(kind, stem) % 0x10000:04x}"
