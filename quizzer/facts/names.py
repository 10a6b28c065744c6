"""Who is meant: full names for surnames, pronouns and offices, or nobody where it is not clear.

A wrong name is far worse than none, so each rule asks for exactly one person who fits.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.attributions.lexicon import SAYING
from quizzer.facts.first_names import FEMALE, MALE
from quizzer.facts.language import ParsedParagraph
from quizzer.facts.surnames import is_family_first, last_name

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Span, Token

HE, SHE = "he", "she"
_PRONOUNS = {"he": HE, "him": HE, "his": HE, "himself": HE}
_PRONOUNS |= {"she": SHE, "her": SHE, "hers": SHE, "herself": SHE}
_TITLED = {"mr": HE, "mr.": HE, "sir": HE, "lord": HE, "king": HE, "prince": HE, "father": HE}
_TITLED |= {"mrs": SHE, "mrs.": SHE, "ms": SHE, "ms.": SHE, "lady": SHE, "queen": SHE}
_TITLED |= {"princess": SHE, "madame": SHE}
OFFICES = frozenset(
    "president premier chancellor minister secretary senator governor mayor king queen pope"
    " ambassador envoy spokesman spokeswoman spokesperson director chairman chairwoman chief"
    " commander general judge justice speaker congressman congresswoman representative nominee"
    " candidate prosecutor attorney sheriff coach captain professor".split()
)
_NAMED_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
_RELATIVES = frozenset({"who", "which", "that"})
_OWNERS = frozenset({"NORP", "GPE", "ORG"})
_LONGEST_BODY = 5
_COUNTRIES = {
    **dict.fromkeys(("U.S.", "US", "USA", "U.S.A.", "United States"), "the United States"),
    **dict.fromkeys(("U.K.", "UK", "United Kingdom"), "the United Kingdom"),
    **dict.fromkeys(("E.U.", "EU", "European Union"), "the European Union"),
    **dict.fromkeys(("U.N.", "UN", "United Nations"), "the United Nations"),
}
_INITIALS = re.compile(r"(?<![A-Za-z.])(?:[A-Z]\.)+[A-Z]$")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of somebody by name: where it starts in the text, and whether it is a subject."""

    start: int
    name: str
    is_subject: bool
    is_speaker: bool


class Names:
    """The persons of an article, and a way to tell who a mention means."""

    def __init__(self, paragraphs: Sequence[ParsedParagraph]):
        self._full, self._known = _full_names(paragraphs)
        self._gender: dict[str, str] = {}
        self._offices: dict[str, Counter[str]] = {}
        self._mentions: list[list[Person]] = []
        for parsed in paragraphs:
            self._mentions.append(self._named_in(parsed))

    def resolve(
        self, number: int, parsed: ParsedParagraph, head: "Token"
    ) -> tuple[str | None, float]:
        """The name behind a noun of paragraph `number`, and how sure that is (0 to 1).

        Of several joined by "and" all must be clear; the name then holds them all.
        """
        if head.dep_ != "conj" and (joined := _joined_to(head)):
            parts = [self._resolve_one(number, parsed, part) for part in (head, *joined)]
            named = [name for name, _ in parts if name]
            if len(named) < len(parts):
                return None, 0.0
            return _listed(named), min(sure for _, sure in parts)
        return self._resolve_one(number, parsed, head)

    def _resolve_one(
        self, number: int, parsed: ParsedParagraph, head: "Token"
    ) -> tuple[str | None, float]:
        if head.lower_ in _PRONOUNS:
            name, sure = self._by_pronoun(number, parsed, head)
            is_known = name in self._full or name in self._known
            return (name, sure) if is_known else (None, 0.0)
        if head.lower_ in _RELATIVES and head.head.dep_ == "relcl":
            # "Moe, who owns ...": whoever the clause hangs on, if a single word says it.
            antecedent = head.head.head
            if antecedent.lower_ not in _RELATIVES:
                name, sure = self.resolve(number, parsed, antecedent)
                return name, sure * 0.95
        entity = entity_of(head)
        if entity is not None:
            # Whatever the recogniser took it for: the surname of one person means that person.
            name = self._full.get(plain_name(entity.text))
            if name is not None:
                return name, 0.95
            if entity.label_ == "PERSON" and plain_name(entity.text) in self._known:
                return plain_name(entity.text), 0.85
            if entity.label_ in _NAMED_BODIES and entity.root.i == head.i:
                name = plain_name(with_article(entity))
                return _COUNTRIES.get(name.removeprefix("the "), name), 0.9
            return None, 0.0
        if head.pos_ == "PROPN" and plain_name(head.text) in self._full:
            return self._full[plain_name(head.text)], 0.85
        name, sure = self._by_office(head)
        return (name, sure) if name else _body(head)

    def full_name(self, mention: str) -> str | None:
        """The full name of a person who is mentioned in a short form, if that is clear."""
        return self._full.get(plain_name(mention))

    def named_before(self, number: int, name: str, place: int) -> int | None:
        """Where in paragraph `number` somebody was last named before a place of the text."""
        places = [
            person.start
            for person in self._mentions[number]
            if person.name == name and person.start < place
        ]
        return places[-1] if places else None

    def _by_office(self, head: "Token") -> tuple[str | None, float]:
        """`the president`, where the article gives that office to one person alone."""
        definite = any(child.lower_ == "the" for child in head.children)
        holders = self._offices.get(head.lower_)
        others = [child for child in head.children if child.dep_ in ("compound", "amod", "prep")]
        if not definite or not holders or len(holders) != 1 or others:
            return None, 0.0
        holder = next(iter(holders))
        return (holder, 0.7) if holder in self._full else (None, 0.0)

    def _by_pronoun(
        self, number: int, parsed: ParsedParagraph, head: "Token"
    ) -> tuple[str | None, float]:
        """The one person who fits: the last subject before, in this paragraph or the one before."""
        gender = _PRONOUNS[head.lower_]
        place = parsed.paragraph.span.start + head.idx
        sentence = parsed.paragraph.span.start + head.sent.start_char
        for back in (number, number - 1):
            if back < 0:
                return None, 0.0
            fitting = [
                person
                for person in self._mentions[back]
                if person.start < place and self._gender.get(person.name, gender) == gender
            ]
            if not fitting:
                # Somebody of the other gender may stand there; the one before may fit.
                continue
            names = {person.name for person in fitting}
            spoke = [person for person in fitting if person.is_speaker and person.start < sentence]
            if len(names) > 1 and spoke and _is_speaker(head):
                # Whoever spoke last goes on speaking.
                return spoke[-1].name, 0.7 if back == number else 0.65
            if len(names) == 1:
                known = self._gender.get(fitting[0].name) == gender
                return fitting[0].name, (0.85 if known else 0.75) - (0.1 if back < number else 0)
            earlier = [person for person in fitting if person.start < sentence] or fitting
            subjects = [person for person in earlier if person.is_subject]
            if subjects and subjects[-1].name == fitting[-1].name:
                return subjects[-1].name, 0.65 if back == number else 0.5
            if subjects and len({person.name for person in subjects}) == 1:
                return subjects[-1].name, 0.55 if back == number else 0.4
            return None, 0.0
        return None, 0.0

    def _named_in(self, parsed: ParsedParagraph) -> list[Person]:
        found = []
        for entity in parsed.doc.ents:
            # Somebody whose full name never comes may be meant too, and then nobody is named.
            name = self._full.get(plain_name(entity.text))
            if name is None and entity.label_ == "PERSON":
                name = plain_name(entity.text)
            if not name:
                continue
            start = parsed.paragraph.span.start + entity.start_char
            root = entity.root
            is_subject = root.dep_ in ("nsubj", "nsubjpass")
            found.append(Person(start, name, is_subject, _is_speaker(root)))
            gender = _gender_of(name, parsed.doc, entity)
            if gender:
                self._gender[name] = gender
            for office in _offices_at(entity):
                self._offices.setdefault(office, Counter())[name] += 1
        return found


def _is_speaker(noun: "Token") -> bool:
    """Whether somebody is the subject of a verb of saying, or stands behind "according to"."""
    if noun.dep_ == "nsubj":
        return noun.head.lemma_.lower() in SAYING
    return noun.dep_ == "pobj" and noun.head.head.lower_ == "according"


def _body(head: "Token") -> tuple[str | None, float]:
    """ "The Russian side", "Russia's finance ministry": a body with whose it is, as it stands."""
    owners = [
        child
        for child in head.children
        if child.dep_ in ("amod", "compound", "nmod", "poss") and child.ent_type_ in _OWNERS
    ]
    if head.pos_ not in ("NOUN", "PROPN") or not owners or head.lower_ in OFFICES:
        return None, 0.0
    words = head.doc[head.left_edge.i : head.i + 1]
    if len(words) > _LONGEST_BODY or any(token.is_punct and token.text != "-" for token in words):
        return None, 0.0
    name = plain_name(words.text)
    return (name[0].lower() + name[1:] if name.startswith("The ") else name), 0.8


def _joined_to(head: "Token") -> list["Token"]:
    """The nouns that "and" joins to a noun, in order."""
    found: list[Token] = []
    while (following := next((c for c in head.children if c.dep_ == "conj"), None)) is not None:
        found.append(following)
        head = following
    return found


def _listed(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}"


def plain_name(mention: str) -> str:
    """A mention without possessive ending and doubled blanks."""
    name = _POSSESSIVE.sub("", " ".join(mention.split()).strip(' ,.;:"“”()'))
    return f"{name}." if _INITIALS.search(name) else name


def entity_of(token: "Token") -> "Span | None":
    """The recognised name that a token stands in."""
    return (
        next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
        if token.ent_type_
        else None
    )


def with_article(entity: "Span") -> str:
    """The entity's words, with `the` in front where it stands there."""
    first = entity[0]
    before = first.nbor(-1) if first.i > 0 else None
    words = entity.text
    if before is not None and before.lower_ == "the" and not words.lower().startswith("the "):
        return f"the {words}"
    return words[0].lower() + words[1:] if words.startswith("The ") else words


def _full_names(
    paragraphs: Sequence[ParsedParagraph],
) -> tuple[dict[str, str], frozenset[str]]:
    """From every form of a person's name that is clear to the fullest one; then other surnames.

    A surname that comes again and again without a first name is known, though never explained.
    """
    counts: Counter[str] = Counter()
    for parsed in paragraphs:
        for entity in parsed.doc.ents:
            if entity.label_ == "PERSON":
                name = plain_name(entity.text)
                if name and name[0].isupper() and len(name) < 50:
                    counts[name] += 1
    full: dict[str, str] = {}
    by_last: dict[str, list[str]] = {}
    for name in sorted(counts, key=lambda one: (-counts[one], one)):
        if " " in name:
            bearers = by_last.setdefault(_last_word(name), [])
            same = next((other for other in bearers if _may_be_same(other, name)), None)
            if same is None:
                bearers.append(name)
            full[name] = same or name
    for last, bearers in by_last.items():
        if len(bearers) == 1:
            full[last] = bearers[0]
    known = (
        name
        for name, count in counts.items()
        if count > 1 and " " not in name and name not in by_last and len(name) > 1
    )
    return full, frozenset(known)


def _last_word(name: str) -> str:
    return last_name(name).rsplit(maxsplit=1)[-1]


def _may_be_same(one: str, other: str) -> bool:
    if is_family_first(one) and is_family_first(other):
        return one.replace("-", " ").lower() == other.replace("-", " ").lower()
    first, second = one.split(maxsplit=1)[0].strip("."), other.split(maxsplit=1)[0].strip(".")
    return first == second or (first[0] == second[0] and min(len(first), len(second)) == 1)


def _gender_of(name: str, doc: "Doc", entity: "Span") -> str | None:
    before = doc[entity.start - 1].lower_ if entity.start > 0 else ""
    if before in _TITLED:
        return _TITLED[before]
    first = name.split(maxsplit=1)[0].lower()
    return HE if first in MALE else SHE if first in FEMALE else None


def _offices_at(entity: "Span") -> list[str]:
    """Offices in the words before a name or in the apposition behind it."""
    doc = entity.doc
    found = []
    for token in reversed(doc[max(0, entity.start - 4) : entity.start]):
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            break  # "the judge agreed with Lars Holm": he is no judge
        if token.lower_ in OFFICES:
            found.append(token.lower_)
    for child in entity.root.children:
        if child.dep_ == "appos" and child.lower_ in OFFICES:
            found.append(child.lower_)
    found += [token.lower_ for token in entity if token.lower_ in OFFICES]
    return found
