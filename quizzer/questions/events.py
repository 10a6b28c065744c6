"""The article's main event, where it is one that two named persons share on a named day.

"The call", "the talks" and "the two sides" then have a name that stands alone.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.deck.dates import PartialDate
from quizzer.questions.days.calendar_words import exact_date
from quizzer.questions.names.people import People
from quizzer.questions.reading import Reading

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

MEETINGS = frozenset(
    "call conversation talk talks meeting summit discussion debate interview dialogue".split()
)
"""Nouns for what two hold with each other."""
_PARTIES = frozenset("side party leader president candidate nominee rival".split())
_COUNTRIES = frozenset("country nation state side".split())
_OCCASIONS = frozenset("interview speech statement post tweet letter".split())
_PLAIN = frozenset("the this that both two".split())


@dataclass(frozen=True, slots=True)
class MainEvent:
    """A meeting of two: its noun phrase without article, who took part, and the day."""

    noun: str
    participants: tuple[str, str]
    date: PartialDate

    @property
    def day(self) -> str:
        """The day in words: 18 March 2025."""
        return self.date.in_words

    @property
    def name(self) -> str:
        """`the phone call of 18 March 2025`; who took part is often what is asked."""
        return f"the {self.noun} of {self.day}"

    def dates(self, text: str) -> bool:
        """Whether the words that stood in name the day."""
        return self.day in text

    def _are_named_before(self, token: "Token") -> bool:
        before = {t.text for t in token.sent if t.i < token.i}
        return all(name.rsplit(maxsplit=1)[-1] in before for name in self.participants)

    def parties_of(self, determiner: "Token") -> tuple[str, str] | None:
        """The two who took part, where the noun phrase of `determiner` means both of them."""
        noun = determiner.head
        if noun.lemma_ not in _PARTIES or noun.tag_ != "NNS" or noun.dep_ == "compound":
            return None
        own = [c for c in noun.children if c.dep_ not in {"punct", "cc", "case"}]
        if any(c.i > noun.i or c.lower_ not in _PLAIN for c in own):
            return None
        return self.participants

    def words_for(
        self, determiner: "Token", speaker: str | None = None
    ) -> tuple[str, list["Token"]] | None:
        """What the noun phrase of `determiner` means, and its tokens; None if something else.

        Where one of the two is the `speaker` asked for, they are not named.
        """
        noun = determiner.head
        if noun.dep_ == "compound":
            return None
        if noun.dep_ == "poss" and noun.lemma_ in _COUNTRIES and noun.head.lemma_ in _PARTIES:
            return self._leaders_of(noun, speaker)
        words = sorted([*(c for c in noun.children if c.i < noun.i), noun], key=lambda t: t.i)
        if any(c.i > noun.i and not _is_loose(c) for c in noun.children):
            return None
        plain = [t for t in words if t.lower_ not in _PLAIN]
        if noun.lemma_ in _PARTIES and noun.tag_ == "NNS" and len(plain) == 1:
            if self._are_named_before(words[0]):
                return " ".join(t.text for t in words), words
            if speaker in self.participants:
                return f"the two {noun.lower_} in {self.name}", words
            return f"{self.participants[0]} and {self.participants[1]}", words
        if noun.lemma_ in MEETINGS and determiner.lower_ in {"the", "this"}:
            extra = {t.lower_ for t in plain} - {noun.lower_}
            if extra <= set(self.noun.lower().split()):
                return self.name, words
        return None

    def is_one_of(self, noun: "Token") -> bool:
        """Whether the noun is the one that the main event is told with: a call, where it is one."""
        return noun.lemma_ == self.noun.lower().split()[-1]

    def _leaders_of(self, noun: "Token", speaker: str | None) -> tuple[str, list["Token"]] | None:
        """The two, where the words are `the two countries' leaders`."""
        own = [c for c in noun.children if c.dep_ != "case"]
        others = [c for c in noun.head.children if c != noun]
        if others or any(c.lower_ not in _PLAIN for c in own) or speaker in self.participants:
            return None
        words = [*noun.subtree, noun.head]
        return " and ".join(self.participants), words


def _is_loose(child: "Token") -> bool:
    """Whether words behind the noun do not tell which it is: "the call in an interview"."""
    if child.dep_ == "prep" and child.lower_ == "in":
        return any(c.lemma_ in _OCCASIONS for c in child.children)
    return child.dep_ in {"punct", "cc", "case"}


def find_main_event(reading: Reading, people: People) -> MainEvent | None:
    """The meeting that the first running sentences tell of, or None."""
    running = [s for s in reading.sentences if not s.is_heading][:2]
    for sentence in running:
        persons = []
        for entity in sentence.entities:
            if entity.label_ == "PERSON":
                name = people.of(entity)
                if name is not None and name not in persons:
                    persons.append(name)
        if len(persons) != 2:
            continue
        for token in sentence.tokens:
            if token.lemma_ in MEETINGS and token.dep_ in {"dobj", "nsubj", "attr"}:
                days = [
                    date
                    for fact in reading.dates_in(sentence.span)
                    if (date := exact_date(fact.value)) is not None and date.day is not None
                ]
                if len(days) != 1:
                    continue
                compound = [c.text for c in token.children if c.dep_ in {"compound", "amod"}]
                return MainEvent(
                    " ".join([*compound, token.text]), (persons[0], persons[1]), days[0]
                )
    return None
