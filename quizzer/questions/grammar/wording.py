"""Tokens back to text: some replaced, some left out, and the seams mended.

`swaps` maps a token's index in its document to what stands in its place; an empty text
leaves the token out.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_TIGHT = frozenset(
    {",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "'", "’", "n't", "n’t"}
)
_OPENING = ("(", "[", "$", "£", "€", "“", "‘")
_JOINING = ("-", "–", "(", "$", "/")
_SEAMS = (
    (re.compile(r" ([,;:.?!)\]])"), r"\1"),
    (re.compile(r"([(\[]) "), r"\1"),
    (re.compile(r"\(\s*\)"), ""),
    (re.compile(r"(?:[,;:]\s*)+([,;:])"), r"\1"),
    (re.compile(r"\b([Oo]n|[Ii]n) (?:on|in) the\b"), r"\1 the"),
    (re.compile(r"\bdlrs (?=\d)"), "$"),  # as news agencies write it
)
_ANY_SEAM = re.compile(r" [,;:.?!)\]]|[(\[][ )]|[,;:]\s*[,;:]|[OoIi]n (?:on|in) the|dlrs ")
"""Where one of them may be: most texts have none, and are searched only once."""


def render(tokens: Iterable["Token"], swaps: Mapping[int, str] | None = None) -> str:
    """The text of `tokens`, in their order, with `swaps` made and spaces as in print."""
    swaps = swaps or {}
    text = ""
    before: Token | None = None
    for token in tokens:
        word = swaps.get(token.i, token.text_with_ws.strip())
        if not word:
            continue
        if before is not None:
            adjacent = token.i == before.i + 1
            if adjacent:
                gap = before.whitespace_
            elif token.text in _TIGHT or text.endswith(_OPENING):
                gap = ""
            else:
                gap = " "
            if not gap and token.i in swaps and token.text not in _TIGHT and word[0].isalnum():
                gap = "" if before.is_quote or text.endswith(_JOINING) else " "
            text += gap
        text += word
        before = token
    return mend(text)


def mend(text: str) -> str:
    """Closes the gaps that left-out words leave: doubled spaces, stranded commas."""
    text = " ".join(text.split())
    if _ANY_SEAM.search(text):
        for pattern, replacement in _SEAMS:
            text = pattern.sub(replacement, text)
        text = " ".join(text.split())
    return text.strip(" ,;:–—―-")


def capitalize(text: str) -> str:
    """The text with its first letter as a capital, the others as they are."""
    for place, letter in enumerate(text):
        if letter.isalpha():
            return text[:place] + letter.upper() + text[place + 1 :]
        if letter.isdigit():
            break
    return text


def word_count(text: str) -> int:
    """How many words the text has, counted as stretches between spaces."""
    return len(text.split())


_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "―": "–"})


def plain_marks(text: str) -> str:
    """Typographic quotation marks as plain ones."""
    plain = text if text.isascii() else text.translate(_MARKS)
    return plain.replace("''", '"').replace("``", '"')


def close_quotes(text: str) -> str:
    """The text with a quotation mark that is missing at its end, or stray there, put right."""
    if text.count('"') % 2 == 0:
        return _close_inner_quotes(text)
    place = text.rindex('"')
    if place == len(text.rstrip(".,?! ")) - 1 and text[:place].rstrip(".,")[-1:].isalnum():
        return text[:place].rstrip(".,") + text[place + 1 :]
    opens = place == 0 or text[place - 1] in " (-"
    if not opens or place + 1 >= len(text.rstrip()):
        return text
    return _close_inner_quotes(text.rstrip(".,?! ") + '"')


_INNER_OPENING = re.compile(r"(?<![\w'.,?!])'(?=[A-Za-z])(?!(?:em|til|cause|tis|twas|n)\b)")
_INNER_CLOSING = re.compile(r"(?<=[\w.,?!])'(?!\w)")


def _close_inner_quotes(text: str) -> str:
    """The text with a single quotation mark closed that opens within closing double ones."""
    if not text.endswith('"') or "'" not in text:
        return text
    start = text.rfind('"', 0, -1) + 1
    words = text[start:-1]
    opened = list(_INNER_OPENING.finditer(words))
    if not opened or _INNER_CLOSING.search(words, opened[-1].end()):
        return text
    return text[:-1] + "'\""


_LOOSE_QUOTE = re.compile(r'(^|\s)" | "(\s|$)')


def has_stray_quotes(text: str) -> bool:
    """Whether double quotation marks do not come in pairs, or stand at an impossible place."""
    marks = plain_marks(text)
    return marks.count('"') % 2 == 1 or '""' in marks or bool(_LOOSE_QUOTE.search(marks))
