"""Statements to call true or false, made of clauses that stand alone.

A false one differs from the article in one believable thing: a number, a day, a word by its
opposite, a name. The explanation gives the true words. As many are false as are true.
"""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.deck.model import Span, TruthAnswer
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.done.tolls import as_counted
from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import Clause, clause_of
from quizzer.questions.grammar.shortening import core_of
from quizzer.questions.grammar.soundness import (
    breaks_off,
    gaps_in,
    is_asserted,
    is_hypothetical,
    is_misread,
    is_torn,
)
from quizzer.questions.grammar.transform import can_lead, full_forms, lower_first
from quizzer.questions.grammar.wording import close_quotes, plain_marks, render, word_count
from quizzer.questions.reading import Sentence
from quizzer.questions.said.claims import claimant_name, claimant_of, without_claimant
from quizzer.questions.several.falsehoods import falsified
from quizzer.seeded import seeded_number

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

LARGEST_SHARE = 0.15
"""In proportion to all other questions: a statement can be guessed half the time."""

_FEWEST_WORDS, _MOST_WORDS = 9, 28
_LONGEST_SENTENCE = 36
_NEGATIVE = frozenset("not n't n’t never no nobody none neither nor nothing without".split())


def write_statements(asked: list[Candidate], desk: Desk) -> list[Candidate]:
    """Statements, first about the sentences that the fewest of `asked` are about."""
    questions = Counter(other.sentence for other in asked)
    most = max(1, int(LARGEST_SHARE * len(asked) / 2))
    found: list[Candidate] = []
    left = {True: most, False: most}
    # The fewer questions a sentence has, the more a statement about it is worth.
    for sentence in sorted(desk.reading.sentences, key=lambda s: questions[s.number]):
        is_asked = questions[sentence.number] > 0
        if max(left.values()) <= 0 or (is_asked and left[False] <= 0):
            break  # of a sentence that is asked about, only a false statement is made
        if sentence.is_heading or sentence.text.rstrip().endswith(("?", ":", "!")):
            continue
        statement = _best_of(desk, sentence, is_asked=is_asked)
        if statement is not None:
            share = 1 + questions[sentence.number]
            found.append(replace(statement, weight=statement.weight / share))
            left[statement.answer == TruthAnswer(True)] -= 1
    # In the end nobody may gain from always saying one of the two.
    found.sort(key=lambda c: (-c.weight, c.sentence))
    true = [c for c in found if c.answer == TruthAnswer(True)][:most]
    false = [c for c in found if c.answer == TruthAnswer(False)][:most]
    fewer = min(len(true), len(false))
    return [*false[: fewer + 1], *true[: fewer + 1]]


def full_stop(statement: str) -> str:
    """The statement with one full stop at its end, inside a closing quotation mark."""
    text = statement.rstrip(".,")
    if text.endswith(('."', ',"')):
        text = text[:-2] + '"'
    return text[:-1] + '."' if text.endswith('"') else text + "."


def _best_of(desk: Desk, sentence: Sentence, *, is_asked: bool) -> Candidate | None:
    for token in sentence.tokens:
        if token.pos_ not in VERBAL or token.dep_ not in {"ROOT", "conj", "ccomp"}:
            continue
        if token.dep_ == "conj" and token.head.dep_ != "ROOT":
            continue
        clause = clause_of(token)
        if clause is None or not _can_be_stated(clause):
            continue
        claimant = claimant_of(desk, sentence, token)
        if claimant == "" and clause.finite.lower_ in {"would", "'d", "could", "might"}:
            continue
        if claimant is None or (token.dep_ == "ccomp" and not claimant):
            continue
        if desk.reading.is_quoted(sentence.place(token)):
            continue
        if not is_asserted(token, desk.reading.cue_over(sentence, token)):
            continue
        if claimant:
            clause = without_claimant(desk, sentence, clause)
        core = core_of(desk, sentence, clause, told=claimant_name(desk, claimant))
        if gaps_in(core) or is_misread(core):
            continue  # what was taken out may have carried the sense
        made = _statement(desk, sentence, core, claimant, is_asked=is_asked)
        name = claimant_name(desk, claimant)
        if made is not None and name and made.stem.count(name.split()[-1]) > 1:
            continue  # "According to Ida Lund, Lund was ..." is no English
        if made is not None:
            return made
    return None


def _can_be_stated(clause: Clause) -> bool:
    return (
        clause.is_whole
        and not clause.is_negated
        and not is_hypothetical(clause.verb)
        and not breaks_off(clause.tokens, set())
        and not any(t.lower_ in _NEGATIVE for t in clause.tokens)
        and clause.subject.i < clause.finite.i
        and clause.verb.i < clause.tokens[-1].i
        and _says_who(clause)
        and not is_torn(clause)
        and not _is_headline(clause)
        and _tells_a_fact(clause)
        and len(clause.verb.sent) <= _LONGEST_SENTENCE
    )


_BLURRED = frozenset(
    "barely hardly scarcely largely mostly widely generally virtually nearly almost somewhat"
    " continually arguably probably perhaps reportedly apparently likely seemingly".split()
)
"""Adverbs of which it is a matter of judgement whether they hold."""
_LEFT_OPEN = frozenset("may might can could should must ought".split())


def _tells_a_fact(clause: Clause) -> bool:
    """Whether the clause says what is or was so, not what may be or how somebody finds it."""
    if clause.finite.lower_ in _LEFT_OPEN or any(t.lower_ in _BLURRED for t in clause.tokens):
        return False
    return clause.verb.lemma_ != "be" or any(c.dep_ == "attr" for c in clause.verb.children)


def _is_headline(clause: Clause) -> bool:
    """Whether small words were left out, as in "rivals point out own merits"."""
    return any(
        t.lower_ == "own"
        and t.dep_ == "amod"
        and not any(c.dep_ == "poss" for c in t.head.children)
        for t in clause.tokens
    )


def _says_who(clause: Clause) -> bool:
    """Whether the subject is something that can be remembered: a name, or words with one."""
    subject = clause.subject_tokens
    if clause.subject.lower_ in {"he", "she"}:
        return True
    return any(t.ent_type_ and t.pos_ == "PROPN" for t in subject) or (
        len(subject) > 2 and any(t.dep_ in {"compound", "prep", "poss"} for t in subject)
    )


def _statement(
    desk: Desk,
    sentence: Sentence,
    clause: Clause,
    claimant: str,
    *,
    is_asked: bool,
) -> Candidate | None:
    grounded = desk.grounding.ground(sentence, clause.tokens, told=claimant_name(desk, claimant))
    if grounded.problems or not (grounded.has_name or claimant):
        return None
    before = clause.subject.left_edge.i
    if not can_lead([t for t in clause.tokens if t.i < before], grounded.swaps):
        return None
    swaps = full_forms(clause.tokens, grounded.swaps)
    words = lower_first(list(clause.tokens), render(clause.tokens, swaps))
    words = close_quotes(plain_marks(words))
    lead = desk.opening(claimant, words, has_date=grounded.is_dated)
    lead = (not claimant and as_counted(desk, sentence, clause.tokens, words)) or lead
    if "according to" in words:
        lead = desk.lead(words, has_date=grounded.is_dated)
    truth = plain_marks(f"{lead}{words}")
    if not word_count(words) >= _FEWEST_WORDS or word_count(truth) > _MOST_WORDS:
        return None
    wrong = falsified(desk, sentence, clause, plain_marks(words))
    # What a true statement says in full would be the key to the other questions of its sentence.
    value = not is_asked and (wrong is None or seeded_number(desk.seed, truth) % 5 < 4)
    if wrong is None and not (value and _can_be_checked(desk, sentence, clause, grounded)):
        return None
    stem = truth if value or wrong is None else plain_marks(f"{lead}{wrong}")
    truth = truth[0].upper() + truth[1:]
    stem = stem[0].upper() + stem[1:]
    return Candidate(
        kind="event",
        form="true or false",
        stem=f"True or false: {full_stop(stem)}",
        answer=TruthAnswer(value),
        key=str(value),
        evidence=(sentence.span,),
        fact=_span(sentence, clause.tokens),
        sentence=sentence.number,
        explanation=None if value else full_stop(truth),
        weight=0.6,
    )


def _can_be_checked(desk: Desk, sentence: Sentence, clause: Clause, grounded: Grounded) -> bool:
    """Whether the statement says when or how many, so that it is a fact that one can know."""
    inside = {t.i for t in clause.tokens}
    return grounded.has_date or any(
        fact.hedge is None and any(t.i in inside for t in sentence.tokens_in(fact.span))
        for fact in desk.reading.figures_in(sentence.number)
    )


def _span(sentence: Sentence, tokens: "tuple[Token, ...]") -> Span:
    return Span(sentence.place(tokens[0]), sentence.place(tokens[-1]) + len(tokens[-1]))
