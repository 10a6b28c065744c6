"""Several things, things in order, and pairs: typed freely, with partial credit.

With n things asked for, h of them given and f foreign ones given:
several  = max(0, (h - f) / n);
order    = max(0, (c - d) / (n (n - 1) / 2)), c pairs of things in the right order, d in the
           wrong one (Kendall's tau with missing things counting for neither);
pairs    = matched / n.
"""

import re
from collections.abc import Callable, Sequence
from itertools import combinations

from quizzer.quiz.model import Grade, partial, wrong

Matcher = Callable[[str, int], bool]
"""Whether a stretch of the response names the thing of that number."""

_CONJUNCTIONS = {"de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en"}
_SIGNS = r"[,;/\n•<>→&+]|->|=>|\s[-–—]\s|^\s*[-–—]\s"
_ENGLISH = r"\band (?:then|finally|lastly)\b|\band\b|\bthen\b|\bplus\b"
_NUMBERING = re.compile(r"(?:^|(?<=[\s,;]))(?:\d{1,2}|[a-h])[.)](?:\s+|(?=[^\W\d]))", re.IGNORECASE)
_PAIRS = re.compile(r"\s*[;,\n]\s*")
_LINK = re.compile(r"\s*(?:[:=→]|->|=>)\s*|\s+[-–—]\s+")
_BETWEEN = re.compile(r"\s+|\s*[-–—]\s*")


def several_score(hits: int, foreign: int, asked: int) -> float:
    """Of `asked` things, `hits` were given and `foreign` ones besides."""
    return max(0.0, (hits - foreign) / asked)


def order_score(places: Sequence[int], asked: int) -> float:
    """`places` are the right places of the things in the order given, each at most once."""
    if asked < 2:
        return float(len(places) == asked)
    steps = sum(1 if one < other else -1 for one, other in combinations(places, 2))
    return max(0.0, steps / (asked * (asked - 1) / 2))


def grade_several(written: str, count: int, matches: Matcher, language: str = "en") -> Grade:
    """Grades a list in any order; naming a thing twice counts once."""
    found, foreign = _find(written, count, matches, language)
    hits = len(set(found))
    score = several_score(hits, foreign, count)
    verb = "does" if foreign == 1 else "do"
    also = f", and {foreign} that {verb} not belong" if foreign else ""
    return partial(score, "right" if score == 1 else f"{hits} of {count}{also}")


def grade_order(written: str, count: int, matches: Matcher, language: str = "en") -> Grade:
    """Grades a list whose order matters; foreign things are passed over."""
    found, foreign = _find(written, count, matches, language)
    places = list(dict.fromkeys(found))
    score = order_score(places, count)
    if foreign and score == 1:
        score = 1 - 1 / count
    in_place = sum(place == want for want, place in enumerate(places))
    return partial(score, "right" if score == 1 else f"{in_place} of {count} in their place")


def grade_pairs(written: str, lefts: Sequence[str], is_left: Matcher, is_right: Matcher) -> Grade:
    """Grades `left: right; left: right`, or the right sides alone in the order of the left ones."""
    matched: set[int] = set()
    parts = [part for part in _PAIRS.split(written.strip()) if part]
    for place, part in enumerate(parts):
        number = _pair_in(part, len(lefts), is_left, is_right)
        if number is not None:
            matched.add(number)
        elif place < len(lefts) and is_right(part, place):
            matched.add(place)
    if not parts:
        return wrong("nothing was answered")
    score = len(matched) / len(lefts)
    return partial(score, "right" if score == 1 else f"{len(matched)} of {len(lefts)} pairs")


def _pair_in(part: str, count: int, is_left: Matcher, is_right: Matcher) -> int | None:
    """The number of the pair that `part` names rightly, whichever side comes first."""
    links = list(_LINK.finditer(part)) or list(_BETWEEN.finditer(part))
    for link in links[:10]:
        one, other = part[: link.start()], part[link.end() :]
        for number in range(count):
            if is_left(one, number) and is_right(other, number):
                return number
            if is_left(other, number) and is_right(one, number):
                return number
    return None


def _find(written: str, count: int, matches: Matcher, language: str) -> tuple[list[int], int]:
    """The numbers of the things named, in order, and how many named stretches are foreign.

    Things may hold separators themselves (salt and pepper), so the longest stretch that
    names a thing is taken.
    """
    if _NUMBERING.search(written):
        bare = _find(_NUMBERING.sub("; ", written), count, matches, language)
        if bare[0]:
            return bare
    pieces = _pieces(written, _separator(language))
    found, foreign = _match_pieces(written, pieces, count, matches)
    if len(pieces) == 1 and not found:
        by_words = _match_pieces(written, _pieces(written, re.compile(r"\s+")), count, matches)
        if by_words[0]:
            return by_words
    return found, foreign


def _separator(language: str) -> re.Pattern[str]:
    own = _CONJUNCTIONS.get(language[:2])
    words = _ENGLISH + (rf"|\b{own}\b" if own else "")
    return re.compile(rf"\s*(?:{words}|{_SIGNS})\s*", re.IGNORECASE)


def _pieces(written: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for match in separator.finditer(written):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(written)))
    return [(s, e) for s, e in pieces if written[s:e].strip()][:100]


def _match_pieces(
    written: str, pieces: list[tuple[int, int]], count: int, matches: Matcher
) -> tuple[list[int], int]:
    found: list[int] = []
    foreign = at = 0
    while at < len(pieces):
        for end in range(min(len(pieces), at + 5), at, -1):
            stretch = written[pieces[at][0] : pieces[end - 1][1]]
            number = next((n for n in range(count) if matches(stretch, n)), None)
            if number is not None:
                found.append(number)
                at = end
                break
        else:
            foreign += 1
            at += 1
    return found, foreign
