"""What the question writers read: the article, its parsed paragraphs, and its facts, in one."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizzer.article.model import Article
from quizzer.deck.model import Span as Stretch
from quizzer.facts.language import ParsedParagraph
from quizzer.facts.model import AttributionFact, DateFact, EventFact, Fact, FigureFact, RoleFact

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence: where it stands in the article, and its parse.

    spaCy makes tokens, entities and text anew whenever they are asked for; here they are kept.
    """

    number: int
    paragraph: int
    offset: int
    parse: "Span"
    span: Stretch
    """The sentence in the article's text, without the spaces around it."""
    is_heading: bool = False
    """Whether nothing is asked about it: a heading, or a line about the article itself."""

    @cached_property
    def tokens(self) -> tuple["Token", ...]:
        """The tokens of the sentence, in order."""
        return tuple(self.parse)

    @cached_property
    def entities(self) -> tuple["Span", ...]:
        """The named entities of the sentence, in order."""
        return tuple(self.parse.ents)

    @cached_property
    def text(self) -> str:
        """The words of the sentence, as they stand in the article."""
        return self.parse.text

    @cached_property
    def _words(self) -> tuple[list["Token"], list[int], list[int]]:
        """The tokens that are no spaces, and where each starts and ends in the article."""
        words = [token for token in self.tokens if not token.is_space]
        starts = [self.place(token) for token in words]
        ends = [start + len(token.text) for start, token in zip(starts, words, strict=True)]
        return words, starts, ends

    @cached_property
    def single_quotes(self) -> tuple["Token", ...]:
        """The single quotation marks of the sentence, and the apostrophes that stand alone."""
        return tuple(token for token in self.tokens if token.text in {"'", "‘", "’"})

    def place(self, token: "Token") -> int:
        """Where the token starts in the article's text."""
        return self.offset + token.idx

    def tokens_in(self, stretch: Stretch) -> list["Token"]:
        """The tokens of this sentence that lie at least partly in `stretch`, without spaces."""
        words, starts, ends = self._words
        return words[bisect_right(ends, stretch.start) : bisect_left(starts, stretch.end)]


class Reading:
    """An article with its sentences and facts, and fast ways from a place to either."""

    def __init__(
        self,
        article: Article,
        paragraphs: Sequence[ParsedParagraph],
        facts: Sequence[Fact],
    ):
        self.article = article
        self.paragraphs = tuple(paragraphs)
        self.sentences: tuple[Sentence, ...] = tuple(_sentences(paragraphs))
        self._starts = [sentence.span.start for sentence in self.sentences]
        self._quotes = _quotes(article)
        self._quote_starts = [start for start, _ in self._quotes]
        self.facts = tuple(facts)
        self.dates = sorted(
            (f for f in facts if isinstance(f, DateFact) and not _is_a_title(article, f)),
            key=lambda fact: fact.span,
        )
        self._date_starts = [fact.span.start for fact in self.dates]
        self.figures = [fact for fact in facts if isinstance(fact, FigureFact)]
        self.attributions = [fact for fact in facts if isinstance(fact, AttributionFact)]
        self._figures: dict[int, list[FigureFact]] = {}
        for figure in self.figures:
            holder = self.sentence_at(figure.span.start)
            if holder is not None:
                self._figures.setdefault(holder.number, []).append(figure)
        self._cues: dict[int, list[AttributionFact]] = {}
        for fact in self.attributions:
            own = self.sentence_at(fact.cue.span.start)
            if own is not None:
                self._cues.setdefault(own.number, []).append(fact)
        self._contents: dict[int, list[AttributionFact]] = {}
        for fact in self.attributions:
            first = self.sentence_at(fact.content.span.start)
            number = first.number if first else 0
            while number < len(self.sentences):
                if self.sentences[number].span.start >= fact.content.span.end:
                    break
                self._contents.setdefault(number, []).append(fact)
                number += 1
        self.is_opinion = self._is_told_by_its_author() or self._argues()
        self.events = [fact for fact in facts if isinstance(fact, EventFact)]
        self.roles = [fact for fact in facts if isinstance(fact, RoleFact)]

    @cached_property
    def themes(self) -> Mapping[str, float]:
        """What the article is about: its telling words, each with a weight of up to 1 for how
        often it stands there, and 1/2 more if a heading or one of the first sentences has it."""
        counts: Counter[str] = Counter()
        leading: set[str] = set()
        for sentence in self.sentences:
            leads = sentence.is_heading or sentence.number < _LEADING
            for token in sentence.tokens:
                if token.pos_ in _TELLING and not token.is_stop:
                    word = token.lemma_.lower()
                    counts[word] += 1
                    if leads:
                        leading.add(word)
        return {
            word: min(number, 8) / 8 + (0.5 if word in leading else 0.0)
            for word, number in counts.items()
            if number > 1 or word in leading
        }

    @cached_property
    def tells_of_long_ago(self) -> bool:
        """Whether most years named lie more than a year before the article came out."""
        published = self.article.published
        years = [int(f.value[:4]) for f in self.dates if f.value[:4].isdecimal()]
        if published is None:
            return False
        return 2 * sum(year < published.year - 1 for year in years) > len(years)

    def _is_told_by_its_author(self) -> bool:
        """Whether the author speaks in the first person, in paragraphs where nobody is quoted: as
        an I, or often enough as a we."""
        quoted = {
            number for number, parsed in enumerate(self.paragraphs) if _MARK.search(parsed.text)
        }
        own: set[int] = set()
        shared: set[int] = set()
        for sentence in self.sentences:
            if sentence.is_heading or sentence.paragraph in quoted:
                continue
            for token in sentence.tokens:
                if token.lower_ in _MINE:
                    own.add(sentence.number)
                elif token.lower_ in _OURS and token.text != "US":
                    shared.add(sentence.number)
        speaks = len(own) >= _FEWEST_MINE or len(own | shared) >= _FEWEST_OURS
        return speaks and self._share_told < _SPEAKS_FOR_OTHERS

    def _argues(self) -> bool:
        """Whether the article says what ought to be, and hardly ever who says so."""
        running = self._running
        ought = sum(
            token.lower_ in _OUGHT and not self.is_quoted(sentence.place(token))
            for sentence in running
            for token in sentence.tokens
        )
        return (
            len(running) >= _LONG_ENOUGH
            and self._share_told < _MOST_TOLD
            and ought >= _LEAST_OUGHT * len(running)
        )

    @cached_property
    def _running(self) -> list[Sentence]:
        """The sentences that are no headings."""
        return [sentence for sentence in self.sentences if not sentence.is_heading]

    @cached_property
    def _share_told(self) -> float:
        """How many times a sentence somebody is said to say or to tell."""
        told = sum(
            token.lemma_ in _TELLS or token.lower_ == "according"
            for sentence in self._running
            for token in sentence.tokens
        )
        return told / max(1, len(self._running))

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that the character `place` of the article lies in."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return None
        sentence = self.sentences[index]
        return sentence if place < sentence.span.end else None

    def naming(self, sentence: Sentence, person: str) -> tuple[Stretch, ...]:
        """The sentence, with the nearest of those before it that names the person where it
        does not do so itself."""
        last = person.rsplit(maxsplit=1)[-1]
        for back in range(_FARTHEST_NAME):
            number = sentence.number - back
            if number >= 0 and last in self.sentences[number].text:
                return tuple(sorted({self.sentences[number].span, sentence.span}))
        return (sentence.span,)

    def quotes_in(self, stretch: Stretch) -> list[Stretch]:
        """The quoted stretches, without their marks, that share a character with `stretch`."""
        last = bisect_right(self._quote_starts, stretch.end)
        first = max(0, bisect_right(self._quote_starts, stretch.start) - 1)
        return [
            Stretch(start, end)
            for start, end in self._quotes[first:last]
            if start < stretch.end and end > stretch.start and end > start
        ]

    def is_quoted(self, place: int) -> bool:
        """Whether the character `place` stands between double quotation marks."""
        index = bisect_right(self._quote_starts, place) - 1
        return index >= 0 and place < self._quotes[index][1]

    def attributions_at(self, place: int) -> list[AttributionFact]:
        """The attributions whose content covers the character `place`, the widest first."""
        sentence = self.sentence_at(place)
        if sentence is None:
            return []
        covering = [
            fact
            for fact in self._contents.get(sentence.number, [])
            if fact.content.span.start <= place < fact.content.span.end
        ]
        return sorted(covering, key=lambda fact: (fact.content.span.start, -fact.content.span.end))

    def cue_over(self, sentence: Sentence, token: "Token") -> "Token | None":
        """The reporting verb right above the token, where it is one."""
        place = sentence.place(token.head)
        for fact in self.cues_in(sentence.number):
            if fact.cue.span.start <= place < fact.cue.span.end:
                return token.head
        return None

    def figures_in(self, number: int) -> list[FigureFact]:
        """The figures of the sentence of that number."""
        return self._figures.get(number, [])

    def cues_in(self, number: int) -> list[AttributionFact]:
        """The attributions whose reporting words stand in the sentence of that number."""
        return self._cues.get(number, [])

    def dates_in(self, stretch: Stretch) -> list[DateFact]:
        """The date facts whose words start in `stretch`."""
        first = bisect_right(self._date_starts, stretch.start - 1)
        last = bisect_right(self._date_starts, stretch.end - 1)
        return self.dates[first:last]


def _is_a_title(article: Article, fact: DateFact) -> bool:
    """Whether "Today" is no day but a programme or a paper: its capital stands in a sentence."""
    before = article.text[: fact.span.start][-2:]
    return fact.text == "Today" and before[:1].islower() and before[1:] == " "


def _sentences(paragraphs: Sequence[ParsedParagraph]) -> list[Sentence]:
    found: list[Sentence] = []
    goes_on = False
    for number, parsed in enumerate(paragraphs):
        paragraph = parsed.paragraph
        for parse in parsed.doc.sents:
            text = parse.text
            if text.strip():
                is_heading = paragraph.is_heading or bool(_CREDIT.search(text))
                is_heading = is_heading or (
                    number >= len(paragraphs) - 2 and _is_about_the_author(parse)
                )
                is_whole = text.rstrip().endswith(_ENDS)
                is_heading = is_heading or goes_on or not is_whole
                # A sentence that a paragraph leaves open goes on in the next one.
                goes_on = not is_whole and not paragraph.is_heading
                offset = paragraph.span.start
                span = _without_spaces(parse, offset)
                found.append(Sentence(len(found), number, offset, parse, span, is_heading))
    return found


def _without_spaces(parse: "Span", offset: int) -> Stretch:
    text = parse.text
    start = offset + parse.start_char + len(text) - len(text.lstrip())
    return Stretch(start, start + len(text.strip()))


_ENDS = (".", "?", "!", '"', "”", "'", "’", ")", "]", "…", ":", ";", ",", "—", "-", "*")
"""How a whole sentence may end, or one that something else follows."""

_CREDIT = re.compile(
    r"\b(?:contributed (?:reporting|research|to this)|reporting by|editing by"
    r"|reported from (?=[A-Z])"
    r"|is an? (?:\w+ )?(?:reporter|columnist|correspondent|writer) (?:for|at)"
    r"|(?:story|article|sentence|post|version) (?:has been|was) (?:updated|corrected|clarified)"
    r"|an? (?:earlier|previous) version of this)\b",
    re.IGNORECASE,
)
"""A line about who wrote the article; it is no part of what the article tells."""

_TELLING = frozenset({"NOUN", "PROPN", "VERB"})
_LEADING = 3
_FARTHEST_NAME = 7
_MINE = frozenset({"i", "my", "me"})
_OURS = frozenset({"we", "our", "us"})
_FEWEST_MINE = 3
_TELLS = frozenset({"say", "tell"})
_OUGHT = frozenset({"should", "must", "ought"})
_LONG_ENOUGH = 12
"""Sentences from which the rest can be told."""
_MOST_TOLD = 0.08
_SPEAKS_FOR_OTHERS = 0.4
"""A report in which so many speak has its I and we from them, quotation marks or not."""
_LEAST_OUGHT = 0.02
_FEWEST_OURS = 5
_POSTS = re.compile(
    r"\b(?:fellow|professor|author|editor|columnist|director|president|member|writer|former|founder"
    r"|chairman|producer|journalist|researcher|lecturer|analyst)\b",
    re.IGNORECASE,
)


def _is_about_the_author(parse: "Span") -> bool:
    """Whether one of the last sentences introduces a person, as opinion pages do at their end."""
    root = parse.root
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    return (
        root.lemma_ in {"be", "serve", "teach", "write"}
        and root.tag_ in {"VBZ", "VBP"}
        and subject is not None
        and subject.ent_type_ == "PERSON"
        and bool(_POSTS.search(parse.text))
    )


_MARK = re.compile(r"[“”\"]|''|``")


def _quotes(article: Article) -> list[tuple[int, int]]:
    """The stretches between double quotation marks; one that is left open ends its paragraph."""
    found: list[tuple[int, int]] = []
    for paragraph in article.paragraphs:
        opened: int | None = None
        opened_here = False
        for mark in _MARK.finditer(article.text, paragraph.span.start, paragraph.span.end):
            if opened is None:
                is_last = _MARK.search(article.text, mark.end(), paragraph.span.end) is None
                if mark[0] == "”" and is_last:  # opened somewhere before: all of it is quoted
                    found.append((found[-1][1] if opened_here else paragraph.span.start,
                                  mark.start()))  # fmt: skip
                else:
                    opened = mark.end()
                    opened_here = True
            elif mark[0] != "“":
                found.append((opened, mark.start()))
                opened = None
        if opened is not None:
            found.append((opened, paragraph.span.end))
    return found
