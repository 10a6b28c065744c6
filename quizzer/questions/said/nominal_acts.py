"""Acts of speech that stand as nouns: somebody's proposal to do it, somebody's initiative on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import Clause, clause_of
from quizzer.questions.grammar.shortening import core_of
from quizzer.questions.grammar.soundness import breaks_off, is_hypothetical
from quizzer.questions.grammar.speech import NOMINAL
from quizzer.questions.grammar.transform import fronted_question
from quizzer.questions.grammar.wording import mend, render
from quizzer.questions.reading import Sentence
from quizzer.questions.said.claims import without_claimant
from quizzer.questions.said.source_names import SourceName

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def act_noun(sentence: Sentence, fact: AttributionFact) -> "Token | None":
    """The noun of the attribution that names the act, where it is one that can be asked about."""
    return next(
        (t for t in sentence.tokens_in(fact.cue.span) if t.pos_ == "NOUN" and t.lemma_ in NOMINAL),
        None,
    )


def noun_questions(
    desk: Desk,
    fact: AttributionFact,
    source: SourceName,
    sentence: Sentence,
    told: str | None,
    *,
    is_claimed: bool = False,
) -> list[tuple[Grounded, str]]:
    """The ways to ask whose act it was, the best first, each with what its words rest on.

    Where somebody else is told to say so (`is_claimed`), only what that one says is asked: whose
    proposal it is comes along unsaid, so that "who made it" is nobody's claim.
    """
    noun = act_noun(sentence, fact)
    if noun is None or source.pool not in {"person", "country", "organization"}:
        return []
    owner = _owner(sentence, fact, noun)
    if not owner:
        return []
    inside = [t for t in noun.subtree if t.i not in owner and t.dep_ != "case"]
    first, last = noun.left_edge.i, noun.right_edge.i
    inside = [
        t for t in inside if first <= t.i <= last and not (t.dep_ == "det" and t.head == noun)
    ]
    after = [t for t in inside if t.i > noun.i]
    before = [t for t in inside if t.i < noun.i]
    if not after and not before:
        return []
    if noun.lemma_ == "call" and not (after and after[0].lower_ == "to" and after[0].tag_ == "TO"):
        return []  # a call by telephone
    whose = _whose(desk, sentence, noun, source, owner, told, is_claimed=is_claimed)
    is_told = bool(after) and not is_claimed
    made = _made(desk, sentence, noun, source, before, after, told) if is_told else None
    ways = (whose, made) if noun.lemma_ == "initiative" else (made, whose)
    return [way for way in ways if way is not None]


def _owner(sentence: Sentence, fact: AttributionFact, noun: "Token") -> set[int]:
    """The tokens of the name before the noun: of Holm's proposal, or of the U.S. proposal."""
    places = {t.i for t in sentence.tokens_in(fact.source.span)}
    return {
        t.i
        for child in noun.children
        if child.i in places
        and (child.dep_ == "poss" or (child.dep_ == "compound" and child.ent_type_ == "GPE"))
        for t in child.subtree
    }


def _made(
    desk: Desk,
    sentence: Sentence,
    noun: "Token",
    source: SourceName,
    before: "Sequence[Token]",
    after: "Sequence[Token]",
    told: str | None,
) -> tuple[Grounded, str] | None:
    """`who made the proposal to ...`."""
    before = [t for t in before if t.lower_ not in _FRESH]
    grounded = desk.grounding.ground(
        sentence,
        [*before, *after],
        speaker=source.name if source.pool == "person" else None,
        asks_for_body=source.pool != "person",
        told=told,
    )
    act = NOMINAL[noun.lemma_].rsplit(" ", 1)[0]
    words = f"{render(before, grounded.swaps)} {noun.lemma_} {render(after, grounded.swaps)}"
    return grounded, mend(f"{source.wh} {act} {words}")


_FRESH = frozenset("recent new latest earlier previous own".split())
"""Adjectives that hold only on the day of the article."""


def _whose(
    desk: Desk,
    sentence: Sentence,
    noun: "Token",
    source: SourceName,
    owner: set[int],
    told: str | None,
    *,
    is_claimed: bool,
) -> tuple[Grounded, str] | None:
    """`to whose initiative on ... did NAME give a constructive response`."""
    place = _place_in_clause(noun)
    if place is None:
        return None
    clause, part = place
    if (
        not clause.is_whole
        or clause.is_negated
        or is_hypothetical(clause.verb)
        or breaks_off(clause.tokens, set())
        or clause.subject.lower_ in {"he", "she", "it", "they"}
    ):
        return None
    if is_claimed:
        clause = without_claimant(desk, sentence, clause)  # the opening of the stem names them
    clause = core_of(desk, sentence, clause, told=told)
    tokens = [t for t in part if t in clause.tokens]
    if noun not in tokens:
        return None
    grounded = desk.grounding.ground(
        sentence,
        [t for t in clause.tokens if t.i not in owner],
        speaker=source.name if source.pool == "person" else None,
        told=told,
    )
    of_whom = "whose" if source.pool == "person" else f"{source.wh}'s"
    lead = [t for t in tokens if t.i < noun.left_edge.i]
    rest = [t for t in tokens if t.i >= noun.left_edge.i and t.i not in owner]
    rest = [t for t in rest if not (t.head == noun and t.dep_ in {"det", "case"})]
    wh = f"{render(lead, grounded.swaps)} {of_whom} {render(rest, grounded.swaps)}".strip()
    question = fronted_question(clause, wh, tokens, grounded.swaps)
    return None if question is None else (grounded, question)


def _place_in_clause(noun: "Token") -> "tuple[Clause, list[Token]] | None":
    """The clause of which the noun is an object, and the words that move to the front with it."""
    top = noun
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.i < noun.i:
        top = noun.head
    elif noun.dep_ != "dobj":
        return None
    verb = top.head
    if top.dep_ == "prep" and verb.pos_ == "NOUN" and verb.dep_ == "dobj":
        verb = verb.head  # "gave a response to Holm's initiative"
    if verb.pos_ not in VERBAL or verb.dep_ not in {"ROOT", "conj", "ccomp"} or verb.i > top.i:
        return None
    clause = clause_of(verb)
    return None if clause is None else (clause, list(top.subtree))
