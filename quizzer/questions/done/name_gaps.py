"""A name that no question in another order asks for: `... met in which city or town?`, or a gap
where no wh-phrase can stand in its place: `... met ____ and Holm on 3 May 2019.`"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.deck.model import BLANK
from quizzer.deck.model import Span as Stretch
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.candidates import Desk
from quizzer.questions.done.in_place import in_place
from quizzer.questions.done.named_parts import DONE_TO_MANY
from quizzer.questions.done.timing import adverbial_of
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.grammar.transform import can_lead, full_forms, lower_first
from quizzer.questions.grammar.wording import render, word_count
from quizzer.questions.names.accepted import accepted_forms
from quizzer.questions.names.body_kinds import kind_of_body
from quizzer.questions.names.entities import ROOMS, bare, is_body_name
from quizzer.questions.names.gazetteer import SAME_COUNTRY, WITH_ARTICLE, place_noun
from quizzer.questions.options.places_alike import is_region
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token

_FEWEST_WORDS = 7
_TYPES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW"})
_INSIDE = frozenset({"compound", "nmod", "amod", "appos", "det"})
_MOST_SHARE = 0.6
"""Of the mentions of the person, or the name of a kind, that the article names most: from there on
the name is too easily guessed, for it is what the article is about."""
_FEW = 3
_TOO_WELL_KNOWN = frozenset({None, "seat", "chamber", "party"})
_SHAPELESS = frozenset({"none", "place FAC"})
"""Names of which a gap does not tell what they are: a war, a law, a building, a planet."""


@dataclass(frozen=True, slots=True)
class NameGap:
    """A clause with a gap or a wh-phrase for a name: the tokens of the name, the key, and the
    words."""

    words: tuple["Token", ...]
    key: str
    pool: str
    accept: tuple[str, ...]
    statement: str
    grounded: Grounded
    is_question: bool = False


def name_gaps(
    desk: Desk, sentence: Sentence, clause: Clause, claimant: str, told: str | None
) -> Iterator[NameGap]:
    """The clause with a gap for each name in it that can be asked for, the rarest name first."""
    found = list(_gaps(desk, sentence, clause, claimant, told))
    yield from sorted(found, key=lambda g: (not g.is_question, _share(desk, g.key, g.pool)))
    yield from _year_gaps(desk, sentence, clause, told)


def _year_gaps(
    desk: Desk, sentence: Sentence, clause: Clause, told: str | None
) -> Iterator[NameGap]:
    """The clause with a gap for a year that belongs to a noun of it: a trip to ... in 2012."""
    for fact in desk.reading.dates_in(sentence.span):
        words = tuple(sentence.tokens_in(fact.span))
        if len(words) != 1 or words[0].text != fact.value or words[0] not in clause.tokens:
            continue
        if not fact.value.isdecimal() or adverbial_of(list(words)) is not None:
            continue
        opener = words[0].head.lower_ if words[0].dep_ == "pobj" else "of"
        if opener == "from":
            continue  # the start of a stretch of years, whose end stays in the stem
        gap = BLANK if opener == "of" else f"the year {BLANK}"
        made = _statement(desk, sentence, clause, words, fact.value, told, gap=gap)
        if made is not None and fact.value not in made[1]:
            yield NameGap(words, fact.value, "date", (), made[1], made[0])


def _gaps(
    desk: Desk, sentence: Sentence, clause: Clause, claimant: str, told: str | None
) -> Iterator[NameGap]:
    inside = {t.i for t in clause.tokens}
    subject = {t.i for t in clause.subject.subtree}
    for entity in sentence.entities:
        words = tuple(
            t for t in entity if t.tag_ != "POS" and not (t == entity[0] and t.lower_ == "the")
        )
        if not words or entity.label_ not in _TYPES or any(t.i not in inside for t in entity):
            continue
        if entity.root.i in subject and entity.root.dep_ in {"nsubj", "nsubjpass", "conj"}:
            continue
        named = _key(desk, entity, claimant)
        if named is None:
            continue
        key, pool, accept = named
        if desk.reading.dates_in(_stretch(sentence, entity)):
            continue
        if _share(desk, key, pool) > _MOST_SHARE or _is_one_of_many(entity.root):
            continue
        if is_region(key) or _is_an_example(entity.root):
            continue
        if entity.root.dep_ == "dobj" and entity.root.head == clause.verb:
            continue  # a question in the common order asks for it
        if any(c.dep_ == "conj" and c.i not in inside for c in entity.root.children):
            continue  # the other of two names, which is left out, would be as right
        if (
            pool != "person"
            and entity.root.dep_ == "dobj"
            and entity.root.head.lemma_ in DONE_TO_MANY
        ):
            continue
        wider = _with_the(words, key, accept)
        wh = in_place(clause, wider[0], key, pool)
        if wh is None and (pool in _SHAPELESS or bare(key) in WITH_ARTICLE):
            continue
        if wh is not None or pool in {"country", "place GPE"}:
            words, key, accept = wider
        made = _statement(
            desk, sentence, clause, words, key, told, is_person=pool == "person", gap=wh or BLANK
        )
        if made is not None:
            yield NameGap(words, key, pool, accept, made[1], made[0], is_question=wh is not None)


def _is_an_example(noun: "Token") -> bool:
    """Whether the name is only one of those that others could be named beside: "rivals such as"."""
    while noun.dep_ == "conj":
        noun = noun.head
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"including", "like", "as"}
        and (noun.head.lower_ != "as" or noun.head.nbor(-1).lower_ == "such")
    )


def _with_the(
    words: tuple["Token", ...], key: str, accept: tuple[str, ...]
) -> tuple[tuple["Token", ...], str, tuple[str, ...]]:
    """The name with its article, which would tell before a gap which of the names fit."""
    before = words[0].nbor(-1) if words[0].i else None
    if before is None or before.text != "the":
        return words, key, accept
    return (before, *words), f"the {key}", (key, *accept)


def _stretch(sentence: Sentence, entity: "Span") -> Stretch:
    return Stretch(sentence.place(entity[0]), sentence.place(entity[-1]) + len(entity[-1]))


def _share(desk: Desk, key: str, pool: str) -> float:
    """How often the article names the key, against the name of its kind that it names most; 0
    for a key that is hardly named."""
    if pool == "person":
        number = desk.people.counts.get(key, 0)
        most = max(desk.people.counts.values(), default=0)
    else:
        number = desk.entities.votes[key].total() if key in desk.entities.votes else 0
        most = desk.entities.most_mentions.get(desk.entities.label(key), 0)
    return number / most if number > _FEW else 0.0


def _is_one_of_many(noun: "Token") -> bool:
    """Whether the name is one of three or more in a row."""
    while noun.dep_ == "conj":
        noun = noun.head
    return any(o.dep_ == "conj" for c in noun.children if c.dep_ == "conj" for o in c.children)


def _key(desk: Desk, entity: "Span", claimant: str) -> tuple[str, str, tuple[str, ...]] | None:
    root, name = entity.root, bare(entity.text)
    if root.dep_ in _INSIDE or (name in WITH_ARTICLE and kind_of_body(name) in _TOO_WELL_KNOWN):
        return None
    if name in ROOMS or entity[-1].pos_ in {"ADP", "CCONJ", "DET"}:
        return None  # the rest of the name lies outside: the Group of 20
    if any(t.is_quote or (t.tag_ == "POS" and t != entity[-1]) for t in entity):
        return None
    after = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    before = entity.doc[entity.start - 1] if entity.start else None
    doc = entity.doc
    if (
        after is not None
        and after.text == ","
        and doc[entity.end + 1 : entity.end + 2].text[:1].isupper()
    ):
        return None  # the first of a row, or a town before its state
    if entity.text.endswith(("'s", "’s")) and root.dep_ != "poss":
        return None  # "than Holm's" is not "than Holm"
    if root.dep_ == "poss" and root.head.pos_ == "PROPN":
        return None
    if after is not None and (after.text in {"'", "’"} or after.pos_ in {"NOUN", "ADJ"}):
        return None
    if after is not None and after.lower_ == "and" and _goes_on(after):
        return None  # "the Roads and the Bridges Committee" is one body
    if before is not None and before.lower_ == "the":
        before = before.nbor(-1) if before.i else None
    if before is not None and before.lower_ == "and" and before.i and is_body_name(name):
        before = before.nbor(-1)
    if any(n is not None and (n.pos_ == "PROPN" or n.text == "-") for n in (before, after)):
        return None
    person = desk.people.of(entity)
    if person is not None:
        if not desk.people.is_introduced(person) or person in claimant:
            return None
        return person, "person", accepted_forms(desk, person)
    if entity.label_ == "PERSON" or name in claimant or not desk.entities.is_sure(name):
        return None
    asked = desk.entities.wh(name)
    if asked is not None:
        if asked[1] in {"country", "state"} and _is_home(desk, name, asked[1]):
            return None
        return name, asked[1], ()
    if desk.entities.label(name) != entity.label_:
        return None
    if entity.label_ in {"GPE", "LOC", "FAC"}:
        return name, "none" if entity.label_ == "LOC" else f"place {entity.label_}", ()
    return (name, "none", ()) if " " in name else None


def _goes_on(conjunction: "Token") -> bool:
    """Whether capitals go on to a word for a body behind "and"."""
    place = conjunction.i + 1
    doc = conjunction.doc
    while place < len(doc) and (doc[place].lower_ == "the" or doc[place].text[:1].isupper()):
        place += 1
    return is_body_name(doc[place - 1].text)


def _is_home(desk: Desk, name: str, noun: str) -> bool:
    """Whether no other country (or state) is named more often: it is the first to come to mind."""
    counts: Counter[str] = Counter()
    for other, votes in desk.entities.votes.items():
        if place_noun(other) == noun:
            same = next((min(names) for names in SAME_COUNTRY if other in names), other)
            counts[same] += votes.total()
    mine = next((min(names) for names in SAME_COUNTRY if name in names), name)
    return counts[mine] >= _FEW and counts[mine] == max(counts.values())


def _statement(
    desk: Desk,
    sentence: Sentence,
    clause: Clause,
    words: Sequence["Token"],
    key: str,
    told: str | None,
    *,
    is_person: bool = False,
    gap: str = BLANK,
) -> tuple[Grounded, str] | None:
    gone = {t.i for t in words}
    kept = [t for t in clause.tokens if t.i not in gone]
    grounded = desk.grounding.ground(sentence, kept, told=told, speaker=key if is_person else None)
    before = clause.subject.left_edge.i
    if not can_lead([t for t in clause.tokens if t.i < before], grounded.swaps):
        return None
    swaps = dict(full_forms(clause.tokens, grounded.swaps))
    swaps |= {t.i: "" for t in words} | {words[0].i: gap}
    after = words[-1].nbor(1) if words[-1].i + 1 < len(words[-1].doc) else None
    if after is not None and after.tag_ == "POS" and gap.startswith("wh"):
        swaps[after.i] = ""
    statement = lower_first(list(clause.tokens), render(clause.tokens, swaps))
    if statement.count(gap) != 1 or word_count(statement) < _FEWEST_WORDS:
        return None
    return grounded, statement
