"""A parsed text as plain Python objects: tokens, spans of tokens, sentences and entities.

spaCy makes a new object for each token, and a new string for each of its attributes, whenever one
is asked for, and the rules ask for the same few again and again. So a parse is copied once into
objects that last. Their attributes are those of spaCy, with the same names and the same meaning,
so that its documentation serves here too; those that no rule reads are left out.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, overload

from quizzer.facts.surnames import is_family_first

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc
    from spacy.vocab import Vocab


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word or a sign in its place; the same token of a parse is always the same object."""

    doc: "Doc"
    i: int
    """Its number in the parse."""
    idx: int
    """Its first character in the parse's text."""
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool
    text: str
    lower_: str
    is_alpha: bool
    is_currency: bool
    is_punct: bool
    is_quote: bool
    is_space: bool
    is_stop: bool
    is_title: bool
    is_upper: bool
    like_num: bool
    head: "Token" = field(init=False)
    """The token that it hangs on; the root of a sentence hangs on itself."""
    children: tuple["Token", ...] = field(default=(), init=False)
    """The tokens that hang on it, in the order of the text."""
    sent: "Span" = field(init=False)
    """The sentence that it stands in."""
    _subtree: "tuple[Token, ...] | None" = field(default=None, init=False)
    _left_edge: "Token | None" = field(default=None, init=False)
    _right_edge: "Token | None" = field(default=None, init=False)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """Its letters, and the space after them if there is one."""
        return self.text + self.whitespace_

    @property
    def lefts(self) -> tuple["Token", ...]:
        """The children before it."""
        return tuple(child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> tuple["Token", ...]:
        """The children after it."""
        return tuple(child for child in self.children if child.i > self.i)

    @property
    def subtree(self) -> tuple["Token", ...]:
        """The token and all that hangs on it, each after what hangs on it from the left."""
        if self._subtree is None:
            before: list[Token] = []
            after: list[Token] = []
            for child in self.children:
                (before if child.i < self.i else after).extend(child.subtree)
            self._subtree = (*before, self, *after)
        return self._subtree

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree."""
        if self._left_edge is None:
            self._left_edge = min(
                (self, *(child.left_edge for child in self.children)), key=_NUMBER
            )
        return self._left_edge

    @property
    def right_edge(self) -> "Token":
        """The last token of the subtree."""
        if self._right_edge is None:
            self._right_edge = max(
                (self, *(child.right_edge for child in self.children)), key=_NUMBER
            )
        return self._right_edge

    @property
    def ancestors(self) -> Iterator["Token"]:
        """What it hangs on, what that hangs on, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def nbor(self, steps: int = 1) -> "Token":
        """The token so many steps after it; before it, where `steps` is negative.

        Raises:
            IndexError: there is none.
        """
        if self.i + steps < 0:
            raise IndexError(f"no token {steps} steps from {self.text!r}")
        return self.doc.tokens[self.i + steps]


_NUMBER = attrgetter("i")
_CHARACTER = attrgetter("idx")


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Tokens of a parse from `start` up to `end`; an entity has a label. Nothing changes one."""

    doc: "Doc" = field(repr=False)
    start: int
    end: int
    label_: str = ""
    _text: str | None = field(default=None, init=False, repr=False, compare=False)
    _root: Token | None = field(default=None, init=False, repr=False, compare=False)

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> "Span": ...
    def __getitem__(self, key: int | slice) -> "Token | Span":
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, stop))
        return self.doc.tokens[self.start : self.end][key]

    @property
    def start_char(self) -> int:
        """Its first character in the parse's text."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """The character after its last one in the parse's text."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        if self._text is None:
            is_empty = self.start == self.end
            self._text = "" if is_empty else self.doc.text[self.start_char : self.end_char]
        return self._text

    @property
    def sent(self) -> "Span":
        """The sentence of its first token."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The token that the others hang on: the root of a sentence, or the first of those
        nearest to one, rather a word than a sign."""
        if self._root is None:
            self._root = self._top()
        return self._root

    def _top(self) -> Token:
        tokens = self.doc.tokens[self.start : self.end]
        top = next((token for token in tokens if token.head is token), None)
        if top is not None:
            return top
        outer = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(outer, key=_distance_to_root)

    @property
    def ents(self) -> tuple["Span", ...]:
        """The named entities that lie wholly in it."""
        return tuple(e for e in self.doc.ents if self.start <= e.start and e.end <= self.end)


def _distance_to_root(token: Token) -> int:
    """The length of the way to the root; for a sign with nothing on it, the longest there is."""
    if (token.is_punct or token.is_space) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Doc:
    """A parsed text."""

    def __init__(self, text: str):
        self.text = text
        self.tokens: list[Token] = []
        self.sents: tuple[Span, ...] = ()
        self.ents: tuple[Span, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, slice):
            start, stop, _ = key.indices(len(self.tokens))
            return Span(self, start, max(start, stop))
        return self.tokens[key]

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that the characters from `start` up to `end` touch; None beyond the text."""
        if not 0 <= start < end <= len(self.text):
            return None
        first = bisect_right(self.tokens, start, key=_CHARACTER) - 1
        last = bisect_right(self.tokens, end - 1, key=_CHARACTER)
        token = self.tokens[first]
        # The space after a token is no part of it.
        return Span(self, first + (start == token.idx + len(token.text)), last)


_LEXICAL = (
    "text", "lower_", "is_alpha", "is_currency", "is_punct", "is_quote", "is_space", "is_stop",
    "is_title", "is_upper", "like_num",
)  # fmt: skip
"""What is the same for a word wherever it stands."""

_PLACED: list[int | str] = [
    "ORTH", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "ENT_IOB", "SPACY", "SENT_START",
]  # fmt: skip
_POSITIONS = ("", "I", "O", "B")
"""spaCy's numbers for a token's position in an entity."""


class Copier:
    """Copies spaCy's parses; each word and each label is asked of spaCy only once."""

    def __init__(self, vocab: "Vocab"):
        self._words = _Known(lambda word: attrgetter(*_LEXICAL)(vocab[word]))
        self._names = _Known(vocab.strings.__getitem__)

    def copy(self, parse: "SpacyDoc") -> Doc:
        """The same parse as plain objects."""
        doc = Doc(parse.text)
        words, names = self._words, self._names
        place = 0
        for number, row in enumerate(parse.to_array(_PLACED).tolist()):
            word, lemma, tag, pos, dep, kind, position, has_space, opens = row
            token = Token(
                doc, number, place, names[lemma], names[tag], names[pos], names[dep], names[kind],
                _POSITIONS[position], " " if has_space else "", opens == 1, *words[word],
            )  # fmt: skip
            doc.tokens.append(token)
            place += len(token.text) + has_space
        _link(doc.tokens, parse.to_array("HEAD").view("int64").tolist())
        doc.sents = _sentences(doc)
        doc.ents = tuple(
            Span(doc, e.start, _end_of_name(doc, e.start, e.end, e.label_), e.label_)
            for e in parse.ents
        )
        return doc


_SUFFIXES = frozenset("led era run style backed born based like made".split())


def _end_of_name(doc: Doc, start: int, end: int, kind: str) -> int:
    """Where a person's name ends: the recogniser may stop before the hyphen of Park Geun-hye."""
    tokens = doc.tokens
    goes_on = (
        kind == "PERSON"
        and 0 < end < len(tokens) - 1
        and tokens[end].text == "-"
        and not tokens[end - 1].whitespace_
        and not tokens[end].whitespace_
        and tokens[end + 1].lower_ not in _SUFFIXES
        and is_family_first("".join(t.text_with_ws for t in tokens[start : end + 2]).strip())
    )
    return end + 2 if goes_on else end


class _Known(dict[int, Any]):
    """A table that finds what it lacks."""

    def __init__(self, find: Callable[[int], Any]):
        super().__init__()
        self._find = find

    def __missing__(self, key: int) -> Any:
        found = self[key] = self._find(key)
        return found


def _link(tokens: list[Token], distances: list[int]) -> None:
    """Hangs each token on its head, which stands so many tokens after it."""
    children: list[list[Token]] = [[] for _ in tokens]
    for token, distance in zip(tokens, distances, strict=True):
        token.head = tokens[token.i + distance]
        if distance:
            children[token.i + distance].append(token)
    for token, own in zip(tokens, children, strict=True):
        token.children = tuple(own)


def _sentences(doc: Doc) -> tuple[Span, ...]:
    starts = [token.i for token in doc.tokens if token.is_sent_start]
    ends = [*starts[1:], len(doc)] if starts else []
    found = tuple(Span(doc, start, end) for start, end in zip(starts, ends, strict=True))
    for sentence in found:
        for token in sentence:
            token.sent = sentence
    return found
