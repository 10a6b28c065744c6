"""Whom `he` and `she` mean: the person named before, by clause, sentence and paragraph.

A pronoun takes the subject of its own or a higher clause, else the one fitting person of the
sentences before it. Where several fit and none of them is the subject, it means nobody.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.questions.alone.binding import (
    calls_it_so,
    hangs_beside,
    is_owned_by_a_person,
    is_somebody,
    main_subject_behind,
)
from quizzer.questions.alone.mentions import is_person_noun
from quizzer.questions.alone.pointing import is_human
from quizzer.questions.alone.speaking import is_speaker, spoke_before
from quizzer.questions.names.epithets import Epithets
from quizzer.questions.names.people import People
from quizzer.questions.names.persons_named import (
    HE,
    SHE,
    SUBJECTS,
    UNKNOWN,
    Named,
    find_genders,
    find_named,
)
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

SURE = 0.75
"""How sure it must be whom a pronoun means before a stem relies on it."""

_SAYING = frozenset("say add note claim argue think believe hope fear".split())
_FARTHEST = 3
"""Sentences back in which a pronoun's person may be named."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A person that a pronoun means; `anchor` is the first token of the name if the same
    sentence holds it before the pronoun."""

    name: str
    sure: float
    anchor: int | None = None


@dataclass(slots=True)
class Discourse:
    """The persons of every sentence, and a way from a pronoun to one of them."""

    reading: Reading
    people: People
    epithets: Epithets
    _named: dict[int, list[Named]] = field(default_factory=dict)
    _gender: dict[str, str] = field(default_factory=dict)
    _known: dict[int, Meant | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sentence in self.reading.sentences:
            self._named[sentence.number] = list(find_named(sentence, self.people, self.epithets))
        self._gender = find_genders(self.reading, self.people, self._named)

    def fits(self, pronoun: str, name: str) -> bool:
        """Whether the pronoun can stand for the person, as far as the article tells."""
        gender = self._gender.get(name)
        if gender is None:
            return True
        return gender != "unsure" and pronoun.lower() in (HE if gender == "he" else SHE)

    def is_known(self, name: str) -> bool:
        """Whether the article tells that the person is he or she."""
        return self._gender.get(name) in {"he", "she"}

    def named_in(self, number: int) -> list[Named]:
        """The persons named in the sentence of that number, in order."""
        return self._named.get(number, [])

    def meant_by(self, sentence: Sentence, token: "Token") -> Meant | None:
        """Whom `he`, `him`, `his`, `she`, `her` or `hers` means; None where it is not clear."""
        place = sentence.place(token)
        if place not in self._known:
            self._known[place] = None  # a pronoun that leads back to itself means nobody
            if token.lower_ in HE | SHE and not self.reading.is_quoted(place):
                found = self._find(sentence, token)
                if found is not None and not found.name.startswith(UNKNOWN):
                    self._known[place] = found
        return self._known[place]

    def _find(self, sentence: Sentence, token: "Token") -> Meant | None:
        if token.lower_.endswith("self"):
            return None  # whoever the verb's own subject is; no stem needs the name
        local = [
            one
            for one in self.named_in(sentence.number)
            if one.end <= token.i and self.fits(token.lower_, one.name)
            and not _is_coargument(one, token)
        ]  # fmt: skip
        ahead = None if local else self._ahead(sentence, token)
        if ahead is not None:
            return ahead
        by_clause = self._by_clause(sentence, token)
        if by_clause is not None:
            return by_clause
        if is_speaker(self.reading, sentence, token):
            local = [one for one in local if not self.reading.is_quoted(sentence.place(one.head))]
            if not local and (name := spoke_before(self, sentence, token)) is not None:
                return Meant(name, 0.86 if self.is_known(name) else 0.78)
        if any(_belongs_to_another(one) for one in local):
            return None
        if local:
            return self._among(local, token)
        if _has_person_noun_before(token):
            return None
        found = self._before(sentence, token)
        if (
            found is not None
            and token.dep_ in {"pobj", "dobj"}
            and any(
                n.name == found.name and n.is_subject and n.start > token.i
                for n in self.named_in(sentence.number)
            )
        ):
            return None  # "For him, Holm was a friend"
        return found

    def _ahead(self, sentence: Sentence, token: "Token") -> Meant | None:
        """The main subject, for a pronoun in the phrase or clause that opens the sentence."""
        subject = main_subject_behind(token)
        if subject is None or any(c.dep_ == "conj" for c in subject.children):
            return None
        for one in self.named_in(sentence.number):
            if one.head is subject and self.fits(token.lower_, one.name):
                return Meant(one.name, 0.86 if self.is_known(one.name) else 0.78)
        return None

    def _by_clause(self, sentence: Sentence, token: "Token") -> Meant | None:
        """The subject of the pronoun's clause or of one above it, where that is a person."""
        verb = token.head
        if token.dep_ in SUBJECTS:
            verb = verb.head if verb.head != verb else verb
            if token.head.dep_ == "ROOT":
                return None
        own = token.dep_ == "poss"
        for _ in range(8):
            if verb.pos_ in {"VERB", "AUX"}:
                subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
                if subject is not None and self.reading.is_quoted(sentence.place(subject)):
                    subject = None  # "Holm will pay," she said
                if subject is not None and subject.i < token.i and subject != token:
                    is_own_clause = verb == _verb_of(token)
                    if not is_own_clause or own:
                        found = self._as_subject(sentence, subject, token)
                        if found is not None:
                            return found
                        if _is_unnamed_person(subject) and not is_owned_by_a_person(subject):
                            return Meant(UNKNOWN, 0.0)
            if verb.head == verb:
                return None
            verb = verb.head
        return None

    def _as_subject(self, sentence: Sentence, subject: "Token", token: "Token") -> Meant | None:
        if any(c.dep_ == "conj" for c in subject.children):
            return None
        if subject.lower_ in HE | SHE:
            same = (subject.lower_ in HE) == (token.lower_ in HE)
            found = self.meant_by(sentence, subject) if same else None
            if found is None:  # "He saw Holm after he left": he is whoever the first one is
                return Meant(UNKNOWN, 0.0) if same else None
            rivals = {
                other.name
                for other in self.named_in(sentence.number)
                if subject.i < other.start < token.i and self.fits(token.lower_, other.name)
            } - {found.name}
            near = token.dep_ == "poss" and _verb_of(token) == subject.head
            near = near or calls_it_so(token)
            return Meant(found.name, min(found.sure, 0.6) if rivals and not near else found.sure,
                         found.anchor)  # fmt: skip
        one = next(
            (n for n in self.named_in(sentence.number)
             if (n.head == subject or _names_beside(n, subject))
             and self.fits(token.lower_, n.name)), None,
        )  # fmt: skip
        if one is None:
            return None
        between = {
            other.name
            for other in self.named_in(sentence.number)
            if one.end <= other.start < token.i and self.fits(token.lower_, other.name)
        } - {one.name}
        known = self._gender.get(one.name) is not None
        if token.dep_ == "nsubj" and token.head.dep_ == "relcl" and token.head.lemma_ in _SAYING:
            return Meant(one.name, 0.9 if subject.head.dep_ == "ROOT" else 0.6, one.start)
        if token.dep_ in SUBJECTS and token.head.dep_ == "conj" and token.head.head == subject.head:
            acting = {n.name for n in self.named_in(sentence.number)
                      if n.is_subject and one.end <= n.start < token.i}  # fmt: skip
            if between and not acting & between:
                return Meant(one.name, 0.85, one.start)  # "Holm praised Dahl's boat, but he left"
        if calls_it_so(token):
            acting = {n.name for n in self.named_in(sentence.number)
                      if n.is_subject and one.end <= n.start < token.i}  # fmt: skip
            return Meant(one.name, 0.6 if acting & between else 0.86, one.start)
        if token.lower_ in {"him", "her"} and token.dep_ != "poss":
            alone = not between and known and hangs_beside(token, subject)
            return Meant(one.name, 0.8 if alone else 0.6, one.start)  # "would help him": whom?
        sure = (0.9 if known else 0.8) if not between else 0.76 if token.dep_ == "poss" else 0.6
        if between and token.dep_ == "poss" and _verb_of(token) != subject.head:
            sure = 0.6
        return Meant(one.name, sure, one.start)

    def _among(self, local: list[Named], token: "Token") -> Meant | None:
        last = local[-1]
        if {one.name for one in local} != {last.name}:
            return None
        known = self._gender.get(last.name) is not None
        sure = 0.85 if known else 0.75
        if last.head.dep_ in {"poss", "compound"} and is_somebody(last.head.head):
            sure = 0.5  # "Trump's lawyer said he": it may be either
        return Meant(last.name, sure, last.start)

    def _before(self, sentence: Sentence, token: "Token") -> Meant | None:
        """The person of the sentences before."""
        for back in range(1, _FARTHEST + 1):
            number = sentence.number - back
            if number < 0:
                return None
            last = self.reading.sentences[number]
            if last.is_heading or sentence.paragraph - last.paragraph > 1:
                return None
            fitting = [n for n in self.named_in(number) if self.fits(token.lower_, n.name)]
            if any(_belongs_to_another(one) for one in fitting):
                return None
            outside = [n for n in fitting if not self.reading.is_quoted(last.place(n.head))]
            pronoun = _subject_pronoun(last, token)
            if not fitting:
                if pronoun is not None:
                    found = self.meant_by(last, pronoun)
                    return None if found is None else Meant(found.name, found.sure * 0.97)
                if _person_subject(last):
                    return None
                continue
            names = {n.name for n in fitting}
            subject = next((n for n in outside if n.is_subject and _is_main(n.head)), None)
            if pronoun is not None and subject is None and _is_main(pronoun):
                found = self.meant_by(last, pronoun)
                return None if found is None else Meant(found.name, found.sure * 0.93)
            known = any(self._gender.get(name) is not None for name in names)
            if len(names) == 1 and outside:
                name = outside[0].name
                if subject is None and _person_subject(last):
                    return None
                speaks = any(
                    cue.source.span.start <= last.place(n.head) < cue.source.span.end
                    for cue in self.reading.cues_in(number)
                    for n in outside
                )
                base = 0.88 if subject is not None or speaks else 0.78
                return Meant(name, base - 0.02 * (back - 1) - (0 if known else 0.08))
            if subject is not None and token.dep_ in SUBJECTS:
                rival = sum(
                    n.name != subject.name and (n.is_subject or n.head.head == subject.head)
                    for n in fitting
                )
                sure = 0.78 if not rival and self.is_known(subject.name) else 0.7
                return Meant(subject.name, sure - 0.03 * (back - 1))
            return None
        return None


def _names_beside(one: Named, noun: "Token") -> bool:
    """Whether the name stands in commas beside the noun: the chairman, Lars Holm."""
    return one.head.dep_ == "appos" and one.head.head == noun and is_human(noun.lemma_)


def _belongs_to_another(one: Named) -> bool:
    """Whether the name only tells whose mother, lawyer or aide is meant, so that he or she may
    be either."""
    above = one.head.head
    if one.head.dep_ == "pobj" and above.lower_ in {"of", "for", "to"}:
        above = above.head
    elif one.head.dep_ not in {"poss", "compound"}:
        return False
    return is_somebody(above)


def _is_unnamed_person(noun: "Token") -> bool:
    return noun.pos_ == "NOUN" and is_person_noun(noun.lemma_)


def _verb_of(token: "Token") -> "Token":
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    return verb


def _is_coargument(one: Named, token: "Token") -> bool:
    """Whether the pronoun is another part of the verb that the person is a part of: in "Holm
    met him", he is not Holm."""
    return (
        token.dep_ in {"dobj", "dative", "pobj"}
        and _verb_of(token) == one.head.head
        and (one.is_subject)
    )


def _subject_pronoun(sentence: Sentence, like: "Token") -> "Token | None":
    wanted = "he" if like.lower_ in HE else "she"
    return next(
        (t for t in sentence.tokens if t.lower_ == wanted and t.dep_ in SUBJECTS
         and t.head.dep_ != "relcl"), None,
    )  # fmt: skip


def _is_main(head: "Token") -> bool:
    verb = head.head
    return verb.dep_ == "ROOT" or (verb.dep_ in {"conj", "parataxis"} and verb.head.dep_ == "ROOT")


def _person_subject(sentence: Sentence) -> bool:
    """Whether the main subject is a person without a name: the senator, a spokesman."""
    root = sentence.parse.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    return subject is not None and subject.tag_ == "NN" and is_person_noun(subject.lemma_)


def _has_person_noun_before(token: "Token") -> bool:
    """Whether a person without a name is a subject before the pronoun in its sentence."""
    return any(
        t.i < token.i and t.dep_ in SUBJECTS and t.tag_ == "NN" and is_person_noun(t.lemma_)
        and t.pos_ == "NOUN" for t in token.sent
    )  # fmt: skip
