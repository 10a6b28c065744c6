"""What a quantity counts, read from the parse: `captured personnel` in `175 captured personnel`."""

from typing import TYPE_CHECKING

from quizzer.facts.figures.quantities import Quantity
from quizzer.facts.figures.units import CURRENCIES, DURATIONS

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token
    from quizzer.facts.parse import Span as Words

_NOUNS = frozenset(["NOUN", "PROPN"])
_INSIDE = frozenset(["NOUN", "PROPN", "ADJ", "VERB", "ADV"])
_NUMBER_LINKS = frozenset("nummod quantmod compound advmod amod nmod npadvmod appos".split())
_KEPT_OF = frozenset(
    "member kind type pair piece group number case item set part majority share amount "
    "head branch count round act violation death state loss copy".split()
)
_STATES = frozenset("dead injured wounded killed missing hurt homeless arrested".split())
_OUTSIDE = frozenset("PUNCT SPACE AUX SCONJ PRON ADP CCONJ".split())
_INNER_MARKS = frozenset(["-", "–", "'", "’"])
_NOMINAL = frozenset("nsubj nsubjpass dobj pobj attr".split())
_TIMES = frozenset("year month week day quarter decade hour period time place return".split())
_VAGUE = frozenset("one ones other others thing things".split())


def counted_by(quantity: Quantity, words: "Words") -> tuple[str | None, bool]:
    """The words for what is counted, and whether the parse (not just the order) says so."""
    last = words[-1]
    noun = _noun_behind(last)
    if quantity.unit is None or quantity.is_modifier:
        if noun is not None:
            return _phrase(words.end, noun), True
        share = _share_of(words)
        if share is not None:
            return share, True
        if quantity.is_modifier and last.pos_ in _NOUNS and last.head.i > last.i:
            return None, False
        if words.end < len(words.doc) and words.doc[words.end].lower_ in _STATES:
            return words.doc[words.end].lower_, False
        near = None if quantity.unit else _noun_near(words)
        return (_phrase(words.end, near), False) if near is not None else (None, False)
    if noun is not None and (quantity.unit in CURRENCIES or quantity.unit == "percent"):
        return _phrase(words.end, noun), True
    if quantity.unit in CURRENCIES and _is_price(words):
        return words.doc[words.end].text, False
    share = _share_of(words, ("of", "in", "worth") if quantity.unit in CURRENCIES else ("of",))
    return share, share is not None


def is_counting_one(quantity: Quantity, words: "Words") -> bool:
    """Whether `one` is a number here, not a pronoun or `one day`."""
    token = words[-1]
    return (
        quantity.unit is not None
        and not (quantity.unit in DURATIONS and quantity.hedge is None and not quantity.is_modifier)
    ) or (token.dep_ == "nummod" and token.head.i > token.i and quantity.hedge is not None)


def _noun_behind(token: "Token") -> "Token | None":
    """The noun to the right that the number or its unit hangs on."""
    for _ in range(6):
        head = token.head
        if head.i == token.i or token.dep_ not in _NUMBER_LINKS or head.sent != token.sent:
            return None
        if head.i > token.i and head.pos_ in _NOUNS and _is_phrase(token.i + 1, head):
            while head.dep_ == "compound" and head.head.i > head.i:
                head = head.head
            return None if head.lower_ in _VAGUE else head
        token = head
    return None


def _is_phrase(start: int, noun: "Token") -> bool:
    """Whether the words up to the noun belong to it, without a comma or a verb in between."""
    between = noun.doc[start : noun.i]
    return len(between) <= 6 and not any(
        token.pos_ in _OUTSIDE and token.text not in _INNER_MARKS for token in between
    )


def _is_price(words: "Words") -> bool:
    """`a $400 fine`: one noun right behind a sum that has an article."""
    doc, start = words.doc, words.start - 1
    while start >= 0 and doc[start].is_currency:
        start -= 1
    has_article = start >= 0 and doc[start].lower_ in ("a", "an", "the")
    following = doc[words.end] if words.end < len(doc) else None
    return has_article and following is not None and following.dep_ in _NOMINAL


def _noun_near(words: "Words") -> "Token | None":
    """The end of the run of adjectives and nouns right behind, whatever the parse says."""
    doc, noun = words.doc, None
    for token in doc[words.end : words.end + 5]:
        if token.pos_ not in _INSIDE or (noun is not None and token.pos_ not in _NOUNS):
            break
        if token.pos_ in _NOUNS:
            noun = token
    if noun is None or noun.lower_ in _VAGUE or noun.tag_ not in {"NNS", "NNPS"}:
        return None
    return noun


def _share_of(words: "Words", links: tuple[str, ...] = ("of",)) -> str | None:
    """`hostages` in `three of the hostages`, `aid` in `$5 million in aid`."""
    doc: Doc = words.doc
    if words.end >= len(doc) or doc[words.end].lower_ not in links:
        return None
    link = doc[words.end]
    objects = [child for child in link.children if child.dep_ in {"pobj", "pcomp"}]
    if not objects or objects[0].pos_ not in _NOUNS:
        return None
    noun = objects[0]
    if link.lower_ == "in" and (noun.pos_ == "PROPN" or noun.lemma_.lower() in _TIMES):
        return None  # a place or a time, not what was paid for
    first = link.i + 1
    while first < noun.i and doc[first].pos_ in {"DET", "PRON"}:
        first += 1
    return _phrase(first, noun)


def _phrase(start: int, noun: "Token") -> str:
    """The words from `start` to the noun, and an `of` behind it where it means little alone."""
    doc, end = noun.doc, noun.i + 1
    if doc[start].lower_ in ("to", "or") and start + 1 < noun.i and doc[start + 1].like_num:
        start += 2  # `from 100 to 150 people`
    if noun.lemma_.lower() in _KEPT_OF and end < len(doc) and doc[end].lower_ == "of":
        objects = [child for child in doc[end].children if child.dep_ == "pobj"]
        if objects and objects[0].i - end <= 5:
            end = objects[0].i + 1
    words = " ".join(doc[start:end].text.split())
    return words.lstrip("-– ")
