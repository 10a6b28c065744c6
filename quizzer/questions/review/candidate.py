"""The last look at a candidate before it may enter a deck: each check has the flaw's name."""

import re
from collections.abc import Callable

from quizzer.deck.model import NumberAnswer, TextAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.wording import has_stray_quotes, word_count

MOST_WORDS = 35
_DOUBLED = re.compile(r"\b(?!that\b|had\b)([A-Za-z]{2,}) \1\b", re.IGNORECASE)
_CUT_OFF = re.compile(
    r"\b(?:the|a|an|of|to|and|or|but|in|on|at|by|with|from|for|as|than|because|his|her|their|its)"
    r"[\"']?[?.!]$",
    re.IGNORECASE,
)
_ODD = re.compile(r"[<>{}\[\]|@#\\]|https?:|www\.|\.\.\.|…|--|\n")


def answer_in_stem(candidate: Candidate, _desk: Desk) -> str | None:
    """F5: the key, or a part of it that tells, stands in the stem."""
    match candidate.answer:
        case TextAnswer(text):
            words = [w for w in re.findall(r"[\w’'-]+", text) if len(w) > 3]
            stem = candidate.stem.lower()
            if any(re.search(rf"\b{re.escape(w.lower())}\b", stem) for w in words):
                return "the answer stands in the stem"
        case NumberAnswer(number):
            if re.search(rf"(?<![\d.,]){re.escape(f'{number:f}')}(?![\d])", candidate.stem):
                return "the number stands in the stem"
    return None


def broken_english(candidate: Candidate, _desk: Desk) -> str | None:
    """F8: doubled words, cut-off ends, stray quotation marks, signs of markup."""
    stem = candidate.stem
    if _DOUBLED.search(stem):
        return "a word is doubled"
    if _CUT_OFF.search(stem):
        return "the stem is cut off"
    if has_stray_quotes(stem) or stem.count("(") != stem.count(")"):
        return "quotation marks or brackets do not pair"
    if _ODD.search(stem):
        return "signs that are no words"
    if re.search(r"[,;:–-]\?|\b(?:and|or|that|who),? \?", stem):
        return "the stem is cut off"
    return None


def too_long(candidate: Candidate, _desk: Desk) -> str | None:
    """W1: more than 35 words."""
    return "over 35 words" if word_count(candidate.stem) > MOST_WORDS else None


CHECKS: tuple[tuple[str, Callable[[Candidate, Desk], str | None]], ...] = (
    ("F5", answer_in_stem),
    ("F8", broken_english),
    ("W1", too_long),
)


def stop_reason(candidate: Candidate, desk: Desk) -> tuple[str, str] | None:
    """The name of the first check that stops the candidate, and why; None lets it pass."""
    for name, check in CHECKS:
        reason = check(candidate, desk)
        if reason is not None:
            return name, reason
    return None
