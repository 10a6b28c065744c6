"""All descriptions of an article together: who else may be called the same, and who stands near.

Looked up by word and by place, so that a question costs the same in a long text as in a short one.
"""

from bisect import bisect_left
from collections.abc import Iterable

from quizzer.questions.candidates import Desk
from quizzer.questions.names.descriptions import Description, person_of
from quizzer.questions.names.fields import field_of
from quizzer.questions.names.role_words import content_of, is_said_by, main_noun, may_both_fit
from quizzer.questions.options.stand_ins import MOST_CONSIDERED


class Introduced:
    """The persons whom an article introduces, with their descriptions."""

    def __init__(self, desk: Desk, descriptions: Iterable[Description]):
        distinct = {(d.person, d.words): d for d in descriptions}
        self._all = sorted(distinct.values(), key=lambda d: d.fact.role.span)
        self._starts = [d.fact.role.span.start for d in self._all]
        self._by_word: dict[str, list[Description]] = {}
        self._own: dict[str, list[str]] = {}
        for description in self._all:
            self._own.setdefault(description.person, []).append(description.words)
            for word in {*content_of(description.words), _noun(description.words)}:
                self._by_word.setdefault(word, []).append(description)
        # Also the roles that nobody is asked by: "president", "the widow".
        self._said: dict[str, set[str]] = {}
        for fact in desk.reading.roles:
            person = person_of(desk, fact)
            if person is not None:
                self._said.setdefault(person, set()).add(fact.role.text)
        self._often = [name for name, _ in desk.people.counts.most_common(2 * MOST_CONSIDERED)]

    def own(self, person: str) -> list[str]:
        """Every description of the person."""
        return self._own.get(person, [])

    def near(self, description: Description) -> list[Description]:
        """Descriptions of other persons, of those that stand around it in the article."""
        place = bisect_left(self._starts, description.fact.role.span.start)
        around = self._all[max(0, place - MOST_CONSIDERED) : place + MOST_CONSIDERED]
        return [other for other in around if other.person != description.person]

    def is_said_of_another(self, description: Description) -> bool:
        """Whether somebody else is described as the same, or as more than that."""
        words = description.words
        rarest = min(
            (self._by_word.get(word, []) for word in sorted(content_of(words))),
            key=len,
            default=[],
        )
        alike = [*rarest, *self._by_word.get(_noun(words), [])]
        return any(
            other.person != description.person and is_said_by(words, other.words) for other in alike
        )

    def who_may_fit(self, description: Description) -> tuple[str, ...]:
        """Persons who may be called the same, of those who could stand beside the key."""
        names = {*self._often, *(other.person for other in self.near(description))}
        names.discard(description.person)
        return tuple(
            name
            for name in sorted(names)
            if any(may_both_fit(description.words, own) for own in self._said.get(name, ()))
        )

    def who_cannot_fit(self, description: Description) -> tuple[str, ...]:
        """Persons near it of whom something else is said; for an office that one alone can hold,
        whoever has a role in the same field."""
        wrong = (d for d in self.near(description) if not may_both_fit(description.words, d.words))
        names = {other.person for other in wrong}
        if description.is_office:
            names |= self._of_field(field_of(description.words))
            names -= {description.person, *self.who_may_fit(description)}
        return tuple(sorted(names))

    def _of_field(self, field: str | None) -> set[str]:
        return {
            name
            for name in self._often
            if field is not None and any(field_of(own) == field for own in self._said.get(name, ()))
        }


def _noun(words: str) -> str:
    """A key for the main noun, the same for spokesmen and spokeswomen."""
    noun = main_noun(words)
    return f"noun {'spokes' if noun.startswith('spokes') else noun}"
