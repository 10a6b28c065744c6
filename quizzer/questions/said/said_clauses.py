"""What was said as a clause of its own: "..., she said" and "according to"."""

from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import Clause, clause_of
from quizzer.questions.grammar.soundness import breaks_off
from quizzer.questions.grammar.speech import stating_verb
from quizzer.questions.grammar.that_clauses import points
from quizzer.questions.grammar.transform import lower_first
from quizzer.questions.grammar.wording import render
from quizzer.questions.reading import Sentence
from quizzer.questions.said.quotations import sentences_of
from quizzer.questions.said.source_names import SourceName, reporting_verb

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def statement_question(
    desk: Desk, fact: AttributionFact, source: SourceName
) -> tuple[Sentence, Grounded, str] | None:
    """The sentence, what the words rest on, and the question; None where the content of the
    attribution is no whole clause of one sentence."""
    sentences = sentences_of(desk, fact.content.span)
    if len(sentences) != 1:
        return None
    sentence = sentences[0]
    tokens = [t for t in sentence.tokens_in(fact.content.span) if not t.is_space]
    if fact.is_quote and _is_quoted_whole(desk, sentence, tokens):
        return None
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if (t.head.i not in inside or t.head == t) and not t.is_punct]
    verbs = [t for t in tops if t.pos_ in VERBAL]
    if not verbs or tokens[0].tag_ == "VBG":
        return None
    first = _stated(desk, fact, source, sentence, tokens, verbs[0])
    if first is None or not first[1].problems:
        return first
    # "Norway is ready for it, but Iceland needs more time": the second may stand alone
    for second in verbs[0].children:
        if second.dep_ == "conj" and second.i in inside:
            other = _stated(desk, fact, source, sentence, tokens, second)
            if other is not None and not other[1].problems:
                return other
    return first


def _stated(
    desk: Desk,
    fact: AttributionFact,
    source: SourceName,
    sentence: Sentence,
    tokens: "list[Token]",
    said: "Token",
) -> tuple[Sentence, Grounded, str] | None:
    """The same for one clause, that of the verb `said`, among the tokens of the content."""
    inside = {t.i for t in tokens}
    clause = clause_of(said)
    cue = reporting_verb(desk.reading.sentence_at(fact.cue.span.start) or sentence, fact)
    if clause is None or _is_reported_by(clause, cue) or not _is_whole(clause, cue):
        return None
    if clause.subject.i not in inside or clause.subject.tag_ in {"WDT", "WP", "DT"}:
        return None
    kept = [t for t in clause.tokens if t.i in inside]
    spoken = {t.i for span in (fact.cue.span, fact.source.span) for t in sentence.tokens_in(span)}
    if len(kept) < len(clause.tokens) and any(
        t.i not in inside | spoken and not t.is_punct and t.dep_ != "mark" for t in clause.tokens
    ):
        return None
    while kept and (
        (kept[0].is_punct and kept[0].text not in {'"', "“"}) or kept[0].lower_ == "that"
    ):
        kept = kept[1:]
    if not kept or breaks_off(tuple(kept), set()) or points(desk, said):
        return None
    grounded = desk.grounding.ground(
        sentence,
        kept,
        speaker=source.person,
        asks_for_body=source.is_body,
        asks_for_several=source.may_be_they,
    )
    if cue is not None and any(child.dep_ == "neg" for child in cue.children):
        return None
    if any(t.dep_ == "mark" and t.lower_ in {"if", "whether"} for t in said.children):
        return None
    verb = stating_verb(cue.lemma_) if cue is not None else "said"
    words = lower_first(kept, render(kept, grounded.swaps))
    return sentence, grounded, f"{source.wh} {verb} that {words}"


def _is_quoted_whole(desk: Desk, sentence: Sentence, tokens: "list[Token]") -> bool:
    """Whether the words are quoted from the first on, so that they must stay as they are."""
    first = next((t for t in tokens if t.is_alpha), None)
    return first is None or desk.reading.is_quoted(sentence.place(first))


def _is_reported_by(clause: Clause, cue: "Token | None") -> bool:
    """Whether the reporting verb is that of the clause, so that the stem would repeat it."""
    return cue is not None and clause.verb == cue


def _is_whole(clause: Clause, cue: "Token | None") -> bool:
    """Whether the clause says all that was said: nothing lies outside it but, perhaps, the
    reporting words that break it up, as in "The harbour, Holm said, is too small"."""
    return clause.is_whole or (cue is not None and clause.broken_by == cue)
