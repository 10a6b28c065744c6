"""What on a page is the article and what is furniture: menus, buttons, teasers, credits, tags.

An article is the stretch from its first to its last running sentence. Above it stands the
headline; short lines in it are subheads unless they do a page's work; everything else goes.
All of it goes by general features: whether a line is a sentence, whether it comes twice, what
it says to the reader, and how many of its words the article itself uses.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from quizzer.article import phrases
from quizzer.article.blocks import Block

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…](?:['\"”’»)\]]|''|\s?\[[0-9]+\])*$")
_SENTENCE_INSIDE = re.compile(r"[a-z0-9)'\"”’][.!?]['\"”’)]*\s+['\"“‘(]?[A-Z0-9]")
_NUMBERED = re.compile(r"(?:\(?[0-9]{1,2}[.)]|[IVX]{1,4}\.)\s")
_BULLET = re.compile(r"[-*•‣–—]\s")
_FIGURE = re.compile(r"[A-Z][\w ]{2,40}: [$€£]?[0-9][0-9,.]*(?: ?%| \w+)?")
_QUOTED = re.compile(r"[.!?,][\"”]\s")
_DATELINE_ALONE = re.compile(
    r"[A-Z][A-Z .,'’-]{2,}(?:.{0,50}\((?:[A-Z]{2,} ?|[A-Z]\w+)\)\s?[-_–—]*| ?[-_–—]+)"
)
_LOWER_FUNCTION_WORDS = frozenset(
    "a an and are as at be been but by for from had has have he her his in into is it its "
    "not of on or said she that the their there they this to was we were which who will with "
    "would you".split()
)
_LONGEST_HEADING = 25
_LONGEST_HEADLINE = 30
_HEAD_LINES = 5


class Role(Enum):
    """What a block does on its page."""

    TEXT = "text"
    HEADING = "heading"
    HEADLINE = "headline"
    FURNITURE = "furniture"


class _Look(Enum):
    """What a block looks like by itself."""

    SENTENCES = "running text without doubt"
    SENTENCE = "one short sentence"
    SHORT = "a line that is no sentence"
    FURNITURE = "a line that does a page's work"


@dataclass(frozen=True, slots=True)
class _Page:
    """The blocks with their looks, and the words that the running text uses."""

    blocks: Sequence[Block]
    looks: tuple[_Look, ...]
    vocabulary: frozenset[str]


def find_roles(blocks: Sequence[Block]) -> tuple[Role, ...]:
    """The role of each block, in order."""
    page = _look_at(blocks)
    first, last = _find_body(page)
    roles = [Role.FURNITURE] * len(blocks)
    if last < first:
        return tuple(roles)
    headline = _find_headline(page, first)
    if headline is not None:
        roles[headline] = Role.HEADLINE
    for place in range(0 if headline is None else headline + 1, first):
        # Between the headline and the first long paragraph, short sentences open the article.
        if page.looks[place] is _Look.SENTENCE and (headline is not None or place == first - 1):
            roles[place] = Role.TEXT
    in_list = False
    for place in range(first, last + 1):
        if headline == place:
            continue
        text = page.blocks[place].text
        if phrases.LIST_OPENING.fullmatch(text):
            in_list = True
        elif page.looks[place] is _Look.SENTENCES:
            in_list = False
        if not in_list:
            roles[place] = _role_inside(page, place, first, last)
    return tuple(roles)


def _look_at(blocks: Sequence[Block]) -> _Page:
    seen = Counter(block.text.lower() for block in blocks)
    looks = tuple(_look(block, seen[block.text.lower()]) for block in blocks)
    vocabulary = Counter(
        word
        for block, look in zip(blocks, looks, strict=True)
        if look is _Look.SENTENCES
        for word in set(_content_words(block.text))
    )
    return _Page(blocks, looks, frozenset(vocabulary))


def _look(block: Block, times: int) -> _Look:
    text = block.text
    words = _WORD.findall(text)
    if _does_page_work(text, words):
        return _Look.FURNITURE
    if block.is_heading:
        return _Look.SHORT
    if not words or (times > 1 and len(words) < 12):
        return _Look.FURNITURE
    lower = sum(word in _LOWER_FUNCTION_WORDS for word in words)
    number = _NUMBERED.match(text)
    inside = _SENTENCE_INSIDE.search(text, number.end() if number else 0) is not None
    ended = _SENTENCE_END.search(text) is not None or (text.endswith(":") and len(words) >= 8)
    if number and len(words) <= _LONGEST_HEADING and not inside:
        return _Look.SHORT
    if len(words) >= 12 and (ended or inside or len(words) >= 35) and lower >= 2:
        return _Look.SENTENCES
    if ended and text[-1:] != "?" and len(words) >= 2 and any(w.islower() for w in words):
        return _Look.SENTENCE
    if ended and inside:
        return _Look.SENTENCE
    return _Look.SHORT


def _does_page_work(text: str, words: list[str]) -> bool:
    if phrases.LABEL.fullmatch(text) or phrases.LIST_OPENING.fullmatch(text):
        return True
    if phrases.END.fullmatch(text) or _DATELINE_ALONE.fullmatch(text):
        return True
    if len(words) <= 40 and phrases.OPENING.match(text):
        return True
    if phrases.CREDIT.search(text) and len(words) <= 60:
        return True
    if len(words) <= 14 and phrases.BYLINE.fullmatch(text):
        return True
    if len(words) <= 60 and phrases.ADDRESS.search(text):
        return True
    # Tags and menus on one line: short parts between separators.
    parts = [part for part in phrases.SEPARATORS.split(text) if part.strip()]
    return len(parts) >= 3 and len(words) <= 5 * len(parts) and not _SENTENCE_END.search(text)


def _find_body(page: _Page) -> tuple[int, int]:
    """The first and the last block of running text; an empty range where there is none."""
    running = [i for i, look in enumerate(page.looks) if look is _Look.SENTENCES]
    if not running:
        running = [i for i, look in enumerate(page.looks) if look is _Look.SENTENCE]
    if not running:
        return 0, -1
    first, last = running[0], running[-1]
    words = [len(block.text) for block in page.blocks]
    total = sum(words[i] for i in running)
    for place in range(first + 1, len(page.blocks)):
        before = sum(words[i] for i in running if i < place)
        # The word "Comments" early on a page is a button; late, readers' comments follow.
        if phrases.END.fullmatch(page.blocks[place].text) and before * 2 > total:
            return first, max(i for i in range(first, place) if page.looks[i] in _RUNNING)
    while (step := _step_to_sentence(page, last)) > 0:
        last += step
    return first, last


def _step_to_sentence(page: _Page, last: int) -> int:
    """How far on the next short sentence is that still belongs to the article; 0 for none."""
    following = page.looks[last + 1 : last + 3]
    if following[:1] == (_Look.SENTENCE,):
        return 1
    if following == (_Look.SHORT, _Look.SENTENCE):
        subhead = page.blocks[last + 1]
        return 2 if subhead.text.endswith("?") or _shares_words(page, subhead) else 0
    # Over a link or an advertisement, if the sentence is about the same thing.
    for step, block in enumerate(page.blocks[last + 1 : last + 4], 1):
        if _is_closing(block):
            return 0
        if page.looks[last + step] is _Look.SENTENCE:
            return step if _shares_words(page, block) else 0
    return 0


def _is_closing(block: Block) -> bool:
    """Whether the article is over before this block."""
    return any(
        pattern.fullmatch(block.text) for pattern in (phrases.LIST_OPENING, phrases.END)
    ) or bool(phrases.CLOSING.match(block.text))


_RUNNING = (_Look.SENTENCES, _Look.SENTENCE)


def _find_headline(page: _Page, first: int) -> int | None:
    """The block above the article (or its first) that is its headline."""
    best: tuple[float, int] | None = None
    for place in range(first + 1):
        block, look = page.blocks[place], page.looks[place]
        words = _WORD.findall(block.text)
        if (
            block.text.endswith(":")
            or look is _Look.FURNITURE
            or not 2 <= len(words) <= _LONGEST_HEADLINE
        ):
            continue
        if place == first and not _is_title_case(words):
            continue
        if look is _Look.SENTENCE and place and not _is_title_case(words):
            continue
        content = _content_words(block.text)
        shared = sum(word in page.vocabulary for word in content)
        score = shared + 0.2 * min(len(words), 12) + (3.0 if block.is_heading else 0.0)
        if (
            block.is_heading
            or shared >= 2
            or (shared and len(words) >= 3)
            or _leads(page, place, first)
        ):
            best = max(best or (0.0, 0), (score, -place))
    return None if best is None or best[0] == 0.0 else -best[1]


def _leads(page: _Page, place: int, first: int) -> bool:
    """Whether a block opens the page with nothing but sentences between it and the article."""
    return place == 0 < first and all(look in _RUNNING for look in page.looks[1:first])


def _is_title_case(words: list[str]) -> bool:
    content = [
        word for word in words if len(word) > 3 and word.lower() not in _LOWER_FUNCTION_WORDS
    ]
    return len(words) <= 20 and sum(word[0].isupper() for word in content) * 10 >= len(content) * 8


def _role_inside(page: _Page, place: int, first: int, last: int) -> Role:
    """The role of a block between the first and the last running text."""
    block = page.blocks[place]
    match page.looks[place]:
        case _Look.FURNITURE:
            return Role.FURNITURE
        case _Look.SENTENCES | _Look.SENTENCE:
            return Role.TEXT
        case _Look.SHORT:
            pass
    words = _WORD.findall(block.text)
    if block.is_heading is False or _BULLET.match(block.text) or _FIGURE.fullmatch(block.text):
        return Role.TEXT
    if not block.is_heading and (block.text.endswith(":") or _QUOTED.search(block.text)):
        return Role.TEXT
    if block.is_heading or (_NUMBERED.match(block.text) and len(words) <= _LONGEST_HEADING):
        return Role.HEADING
    if page.blocks[place - 1].text.endswith(":") and page.looks[place - 1] in _RUNNING:
        return Role.TEXT
    if len(words) > _LONGEST_HEADING:
        return Role.TEXT
    # A subhead stands alone over text; three short lines in a row are a menu.
    start, end = place, place
    while page.looks[start - 1] is _Look.SHORT and place - start < 3:
        start -= 1
    while end < last and page.looks[end + 1] is _Look.SHORT and end - place < 3:
        end += 1
    crowd = end - start + 1
    near_head = place <= first + _HEAD_LINES
    shares = _shares_words(page, block)
    over_furniture = end < last and page.looks[end + 1] is _Look.FURNITURE
    if over_furniture and (crowd > 1 or near_head) and not shares:
        return Role.FURNITURE  # the author's name and office, over the date
    if crowd <= 2 or (end == place and shares):
        return Role.HEADING
    return Role.FURNITURE


def _shares_words(page: _Page, block: Block) -> bool:
    content = _content_words(block.text)
    return sum(word in page.vocabulary for word in content) * 2 >= len(content) > 0


def _content_words(text: str) -> list[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return [word for word in words if len(word) > 2 and word not in _LOWER_FUNCTION_WORDS]
