"""Questions about the parts of a clause: who did it, what was done, to whom, where.

Only clauses that the article itself states, or that a named source states, are asked about;
the source then opens the stem.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.deck.model import AllAnswer, TextAnswer
from quizzer.deck.model import Span as Stretch
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.claims import claimant_name, claimant_of
from quizzer.questions.clauses import (
    VERBAL,
    Clause,
    breaks_off,
    clause_of,
    is_hypothetical,
    relative_clause_of,
)
from quizzer.questions.discourse import SURE
from quizzer.questions.entities import bare, entity_of
from quizzer.questions.gazetteer import place_noun
from quizzer.questions.people import clean_name
from quizzer.questions.reading import Sentence
from quizzer.questions.sources import accepted_forms
from quizzer.questions.transform import fronted_question, subject_question
from quizzer.questions.wording import plain_marks, render, word_count

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LIGHT = frozenset(
    "have make take do give get be go come put set keep let play pay bring see become"
    " remain include say tell want need try mean seem appear like love hate know think feel use"
    " help spend find".split()
)
_VAGUE = frozenset(
    "relevant similar certain several various many other such own same different some any much"
    " few more most little thing things something anything everything nothing lot kind sort"
    " way ways one ones number".split()
)
_NEGATIVE = frozenset("never no nobody none neither nor".split())
_OWN = frozenset("of about between against".split())
"""Prepositions that belong to the noun before them, not to the verb."""
_FEWEST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of a clause that can be asked for."""

    tokens: tuple["Token", ...]
    wh: str
    key: str
    pool: str
    kind: str
    form: str
    is_subject: bool = False
    accept: tuple[str, ...] = ()
    weight: float = 1.0
    both: tuple[str, ...] = ()
    """The two names, where two are asked for."""


def write_constituents(desk: Desk) -> list[Candidate]:
    """For every clause that can be trusted, the parts worth asking for."""
    found: list[Candidate] = []
    for sentence in desk.reading.sentences:
        if sentence.is_heading or sentence.parse.text.rstrip().endswith(("?", ":")):
            continue
        for token in sentence.parse:
            if token.pos_ not in VERBAL:
                continue
            if token.dep_ in {"ROOT", "conj", "ccomp"} or (
                token.dep_ == "advcl" and _is_told_as_fact(token)
            ):
                found.extend(_of_clause(desk, sentence, token))
            elif token.dep_ == "relcl":
                candidate = _of_relative(desk, sentence, token)
                if candidate is not None:
                    found.append(candidate)
    return found


_FACTUAL = frozenset("while although though because after whereas since".split())


def _is_told_as_fact(verb: "Token") -> bool:
    """Whether a subordinate clause says what happened, as after "while", not what may, as "if"."""
    mark = next((child for child in verb.children if child.dep_ in {"mark", "prep"}), None)
    return (
        mark is not None and mark.lower_ in _FACTUAL and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
    )


def _of_relative(desk: Desk, sentence: Sentence, verb: "Token") -> Candidate | None:
    """`Who has pledged ...?` from "X, who has pledged ...": the person is the one before "who"."""
    who = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if who is None or who.lower_ != "who" or verb.head.pos_ != "PROPN":
        return None
    claimant = claimant_of(desk, sentence, verb)
    if claimant is None:
        return None
    named = _named(desk, verb.head, claimant, within_phrase=True)
    if named is None or named[1] != "who":
        return None
    clause = relative_clause_of(verb)
    if clause is None or clause.is_negated or len(clause.tokens) < 6:
        return None
    if breaks_off(clause.tokens, set()):
        return None
    asked = Asked((who,), "who", named[0], "person", "event", "relative", True, named[3], 1.0)
    return _ask(desk, sentence, clause, asked, claimant)


def _of_clause(desk: Desk, sentence: Sentence, verb: "Token") -> list[Candidate]:
    clause = clause_of(verb)
    if (
        clause is None
        or clause.is_negated
        or not clause.is_whole
        or not 5 <= len(clause.tokens) <= 45
    ):
        return []
    if breaks_off(clause.tokens, set()) or any(t.lower_ in _NEGATIVE for t in clause.tokens):
        return []
    if is_hypothetical(verb):
        return []
    claimant = claimant_of(desk, sentence, verb)
    # Of two who say something together, the writer of attributions asks for neither.
    is_shared = any(child.dep_ == "conj" for child in clause.subject.children)
    if (
        not claimant
        and not is_shared
        and any(
            fact.cue.span.start <= sentence.place(verb) < fact.cue.span.end
            for fact in desk.reading.cues_in(sentence.number)
        )
    ):
        return []
    if claimant is None or (verb.dep_ == "ccomp" and not claimant):
        return []
    if verb.dep_ == "conj" and not claimant and _top(verb).dep_ != "ROOT":
        return []
    found = []
    for asked in _parts(desk, sentence, clause, claimant):
        candidate = _ask(desk, sentence, clause, asked, claimant)
        if candidate is not None:
            found.append(candidate)
    return found


def _top(verb: "Token") -> "Token":
    while verb.dep_ == "conj":
        verb = verb.head
    return verb


def _parts(desk: Desk, sentence: Sentence, clause: Clause, claimant: str) -> list[Asked]:
    found = []
    pair = _pair(desk, clause.subject, claimant)
    if pair is not None:
        found.append(pair)
    subject = _named(desk, clause.subject, claimant)
    if clause.subject.lower_ in {"he", "she"}:
        meant = desk.grounding.discourse.meant_by(sentence, clause.subject)
        if (
            meant is not None
            and meant.sure >= SURE
            and desk.people.is_introduced(meant.name)
            and meant.name not in claimant
        ):
            subject = meant.name, "who", "person", accepted_forms(desk, meant.name)
    if subject is not None:
        name, wh, pool, accept = subject
        found.append(
            Asked(clause.subject_tokens, wh, name, pool, "event", "subject", True, accept, 1.1)
        )
    kept = {t.i for t in clause.tokens}
    for child in clause.verb.children:
        if child.i not in kept:
            continue
        if child.dep_ == "dobj":
            found.extend(_object(desk, clause, child, claimant))
        elif child.dep_ == "xcomp" and child.i > clause.verb.i:
            found.extend(_infinitive(desk, clause, child, claimant))
        elif child.dep_ == "oprd" and clause.verb.lemma_ in _NAMING:
            found.extend(_named_as(clause, child))
        elif child.dep_ == "advcl" and child.i > clause.verb.i:
            found.extend(_reason(clause, child))
        elif child.dep_ == "attr" and clause.verb.lemma_ == "be":
            found.extend(_complement(clause, child))
        elif child.dep_ in {"prep", "agent"} and child.i > clause.verb.i:
            found.extend(_prepositional(desk, clause, child, claimant))
    return found


def _pair(desk: Desk, subject: "Token", claimant: str) -> Asked | None:
    """Two persons, or two countries, who do something together."""
    partners = [child for child in subject.children if child.dep_ == "conj"]
    if len(partners) != 1 or any(c.dep_ == "conj" for c in partners[0].children):
        return None
    if any(c.dep_ not in {"conj", "cc", "compound", "preconj", "punct"} for c in subject.children):
        return None
    names: list[str] = []
    nouns = set()
    for noun in (subject, partners[0]):
        entity = entity_of(noun, noun.sent.ents)
        if entity is None or entity.root != noun:
            return None
        person = desk.people.of(entity)
        if person is not None and desk.people.is_introduced(person):
            names.append(person)
            nouns.add("people")
        elif place_noun(bare(entity.text)) == "country":
            names.append(desk.entities.written(entity.text))
            nouns.add("countries")
    if len(set(names)) != 2 or len(nouns) != 1 or any(name in claimant for name in names):
        return None
    wh = f"which two {nouns.pop()}"
    return Asked(
        tuple(subject.subtree), wh, names[0], "none", "event", "pair", True, (), 1.0, tuple(names)
    )


_NAMING = frozenset("call label name dub brand describe".split())


def _named_as(clause: Clause, noun: "Token") -> list[Asked]:
    """What somebody called a person or a thing."""
    tokens = _within(clause, noun)
    if not 2 <= len(tokens) <= 10 or tokens[-1] != clause.tokens[-1]:
        return []
    if any(t.dep_ == "relcl" for t in tokens) or any(t.pos_ == "PRON" for t in tokens):
        return []
    return [Asked(tokens, "what", "", "none", "attribution", "what", False, (), 1.1)]


def _infinitive(desk: Desk, clause: Clause, verb: "Token", claimant: str) -> list[Asked]:
    """What somebody wants, vowed or refused to do something to."""
    noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if noun is None or verb.tag_ != "VB" or verb.lemma_ in _LIGHT or verb.nbor(-1).lower_ != "to":
        return []
    if any(c.dep_ in {"conj", "prt", "neg"} for c in verb.children):
        return []
    if clause.verb.lemma_ == "be" or any(a.dep_ == "auxpass" for a in clause.auxiliaries):
        return []
    return _object(desk, clause, noun, claimant, verb=verb)


def _object(
    desk: Desk, clause: Clause, noun: "Token", claimant: str, *, verb: "Token | None" = None
) -> list[Asked]:
    verb = verb or clause.verb
    tokens = _within(clause, noun)
    if not tokens or tokens[0].i != verb.i + 1:
        return []
    named = _named(desk, noun, claimant)
    if named is not None:
        name, wh, pool, accept = named
        wh = "whom" if wh == "who" else wh
        return [Asked(tokens, wh, name, pool, "event", "object", False, accept)]
    if (
        noun.pos_ != "NOUN"
        or verb.lemma_ in _LIGHT
        or noun.ent_type_
        or not 2 <= len(tokens) <= 9
        or any(t.pos_ == "PRON" or t.dep_ in {"relcl", "nummod", "acl"} for t in tokens)
        or any(c.dep_ == "prt" for c in verb.children)
        or any(t.lower_ in _VAGUE for t in tokens)
        or any(t.dep_ == "prep" and t.lower_ not in _OWN for t in noun.children)
    ):
        return []
    return [Asked(tokens, "what", "", "none", "event", "what", False, (), 0.8)]


def _within(clause: Clause, head: "Token") -> tuple["Token", ...]:
    """The words of the clause that hang on `head`, in order."""
    inside = {token.i for token in head.subtree}
    return tuple(token for token in clause.tokens if token.i in inside)


def _reason(clause: Clause, verb: "Token") -> list[Asked]:
    """Why, where a clause after "because" closes the sentence."""
    tokens = _within(clause, verb)
    if len(tokens) < 4 or len(tokens) > 18 or tokens[0].lower_ != "because":
        return []
    if tokens[1].lower_ == "of" or tokens[-1] != clause.tokens[-1]:
        return []
    return [Asked(tokens, "why", "", "none", "event", "why", False, (), 1.2)]


def _complement(clause: Clause, noun: "Token") -> list[Asked]:
    """What the subject is, where the subject is one definite thing and is not named itself."""
    tokens = _within(clause, noun)
    subject = clause.subject
    definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in subject.children)
    if (
        not definite
        or not tokens
        or tokens[-1] != clause.tokens[-1]
        or subject.pos_ != "NOUN"
        or noun.pos_ != "NOUN"
        or not any(c.dep_ in {"det", "poss"} for c in noun.children)
        or not 3 <= len(tokens) <= 12
        or any(t.pos_ == "PRON" or t.lower_ in _VAGUE for t in tokens)
        or any(t.dep_ in {"relcl", "acl", "advcl"} for t in tokens)
        or any(
            c.dep_ in {"attr", "acomp", "ccomp", "advmod", "neg"} and c != noun
            for c in clause.verb.children
        )
        or subject.right_edge.i + 1 != clause.finite.i
    ):
        return []
    return [Asked(tokens, "what", "", "none", "event", "what", False, (), 0.9)]


def _prepositional(desk: Desk, clause: Clause, preposition: "Token", claimant: str) -> list[Asked]:
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None:
        return []
    tokens = _within(clause, preposition)
    entity = entity_of(noun, clause.verb.sent.ents)
    if (
        entity is not None
        and preposition.lower_ in {"in", "at"}
        and (entity.label_ in {"GPE", "FAC", "LOC"})
    ):
        key = " ".join(entity.text.split())
        wider = _wider_place(entity)
        if len(tokens) > 6 or clause.verb.lemma_ == "be":
            return []
        if wider is None and not desk.entities.is_sure(key):
            return []
        if wider is not None:
            tokens = (*tokens, *(t for t in clause.tokens if entity.end <= t.i < wider.end
                                 and t not in tokens))  # fmt: skip
            tokens = tuple(sorted(tokens, key=lambda t: t.i))
            key = f"{key}, {' '.join(wider.text.split())}"
        return [Asked(tokens, "where", key, f"place {entity.label_}", "place", "where")]
    named = _named(desk, noun, claimant)
    if named is None or preposition.lower_ not in {"with", "to", "by", "from", "against"}:
        return []
    name, wh, pool, accept = named
    wh = f"{preposition.lower_} {'whom' if wh == 'who' else wh}"
    return [Asked(tokens, wh, name, pool, "event", f"{preposition.lower_}", False, accept, 0.9)]


def _wider_place(entity: "Span") -> "Span | None":
    """The state or country behind a town: Florida, in Fort Pierce, Florida."""
    doc = entity.doc
    if entity.end + 1 >= len(doc) or doc[entity.end].text != ",":
        return None
    wider = entity_of(doc[entity.end + 1], doc.ents)
    return wider if wider is not None and place_noun(bare(wider.text)) is not None else None


def _named(
    desk: Desk, noun: "Token", claimant: str, *, within_phrase: bool = False
) -> tuple[str, str, str, tuple[str, ...]] | None:
    """Name, wh-phrase, pool and other forms of a noun that is one named thing alone."""
    if any(c.dep_ in {"conj", "poss", "prep", "nummod"} for c in noun.children):
        return None
    entity = entity_of(noun, noun.sent.ents)
    surname = _known_surname(desk, noun) if entity is None or entity.label_ != "PERSON" else None
    if surname is not None and surname not in claimant:
        return surname, "who", "person", accepted_forms(desk, surname)
    if entity is None or entity.root != noun:
        return None
    if within_phrase:
        name = desk.people.of(entity)
        if name is None or " " not in name or name in claimant:
            return None
        return name, "who", "person", accepted_forms(desk, name)
    if any(t.dep_ in {"cc", "conj", "preconj"} for t in noun.subtree):
        return None
    if any(t.lower_ in {"according", "said", "says"} for t in noun.subtree):
        return None
    if any(t.ent_type_ == "PERSON" and not entity.start <= t.i < entity.end for t in noun.subtree):
        return None
    if entity.label_ == "PERSON" or desk.people.of(entity) is not None:
        name = desk.people.of(entity)
        if name is None or not desk.people.is_introduced(name) or name in claimant:
            return None
        return name, "who", "person", accepted_forms(desk, name)
    asked = desk.entities.wh(entity.text)
    if asked is None or bare(entity.text) in claimant:
        return None
    key = " ".join(entity.text.split())
    if entity[-1].tag_ == "POS":
        return None
    before = entity[0].nbor(-1) if entity[0].i > 0 else None
    if before is not None and before.lower_ == "the" and not key.lower().startswith("the "):
        key = f"the {key}"
    key = key[0].upper() + key[1:]
    return key, asked[0], asked[1], ()


def _known_surname(desk: Desk, noun: "Token") -> str | None:
    """The person of whom the article has the full name elsewhere, for a bare surname."""
    if noun.pos_ != "PROPN" or any(child.dep_ != "punct" for child in noun.children):
        return None
    name = desk.people.full.get(noun.text)
    return name if name is not None and " " in name else None


def _ask(
    desk: Desk, sentence: Sentence, clause: Clause, asked: Asked, claimant: str
) -> Candidate | None:
    gone = {t.i for t in asked.tokens}
    kept = [t for t in clause.tokens if t.i not in gone]
    grounded = desk.grounding.ground(
        sentence,
        kept,
        speaker=asked.key if asked.pool == "person" else None,
        asks_for_body=asked.is_subject and asked.wh.startswith("which"),
        told=claimant_name(desk, claimant),
    )
    key = asked.key
    problems = list(grounded.problems)
    if asked.form in {"what", "why"}:
        answer = desk.grounding.ground(sentence, asked.tokens)
        problems += answer.problems
        key = plain_marks(render(asked.tokens, answer.swaps))
    if asked.is_subject:
        question = subject_question(clause, asked.wh, grounded.swaps, is_singular=not asked.both)
    else:
        question = fronted_question(clause, asked.wh, asked.tokens, grounded.swaps)
    if question is None:
        return None
    if asked.both and "the two" in question:
        return None
    lead = desk.opening(claimant, question, has_date=grounded.has_date)
    stem = plain_marks(opened(lead, question))
    if problems:
        desk.refuse_for(asked.kind, stem, problems, sentence.span)
        return None
    if word_count(question) < _FEWEST_WORDS or not (grounded.has_name or claimant):
        return None
    first = asked.tokens[0]
    last = asked.tokens[-1]
    return Candidate(
        kind=asked.kind, form=asked.form, stem=stem, key=key,
        answer=AllAnswer(asked.both) if asked.both else TextAnswer(key),
        accept=asked.accept, evidence=(sentence.span,),
        fact=Stretch(sentence.place(first), sentence.place(last) + len(last)),
        sentence=sentence.number, pool=asked.pool, weight=asked.weight,
    )  # fmt: skip
