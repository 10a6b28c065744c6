"""`Which side stressed the need for X?` from "stressed several conditions: the need for X, and Y".

Without the list, nobody could tell which conditions are meant; the first of them stands for all.
"""

from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.alone.pointing import leaves_open_which
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.clauses import clause_of
from quizzer.questions.grammar.speech import past
from quizzer.questions.grammar.transform import can_lead, lower_first
from quizzer.questions.grammar.wording import mend, render
from quizzer.questions.reading import Sentence
from quizzer.questions.said.source_names import SourceName

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_FEWEST = 4


def first_of_the_list(
    desk: Desk, fact: AttributionFact, source: SourceName, sentence: Sentence
) -> tuple[Grounded, str] | None:
    """The question about the first thing listed, with what its words rest on."""
    cue = next((t for t in sentence.tokens_in(fact.cue.span) if t.pos_ == "VERB"), None)
    noun = None if cue is None else next((c for c in cue.children if c.dep_ == "dobj"), None)
    clause = None if cue is None else clause_of(cue)
    if cue is None or noun is None or clause is None or clause.is_negated or clause.auxiliaries:
        return None
    words = [t for t in noun.children if t.i < noun.i]
    if not leaves_open_which(noun, {t.i for t in words}):
        return None
    item = _first_item(sentence, noun)
    if len(item) < _FEWEST:
        return None
    lead = [t for t in clause.tokens if t.i < clause.subject.left_edge.i]
    grounded = desk.grounding.ground(
        sentence, [*lead, *item], speaker=source.name if source.pool == "person" else None
    )
    if not can_lead(lead, grounded.swaps):
        return None
    opening = lower_first(lead, render(lead, grounded.swaps)) if lead else ""
    asked = f"{source.wh} {past(cue.lemma_)} {render(item, grounded.swaps)}"
    return grounded, mend(f"{opening}, {asked}" if opening else asked)


def _first_item(sentence: Sentence, noun: "Token") -> "list[Token]":
    """The words from the colon after the noun to the end of the first thing listed."""
    tokens = [t for t in sentence.tokens if not t.is_space]
    colon = next((t for t in tokens if t.i > noun.i and t.text == ":"), None)
    if colon is None or colon.i != noun.i + 1:
        return []
    after = [t for t in tokens if t.i > colon.i]
    if any(t.is_quote or t.text == ":" for t in after) or not after:
        return []
    head = next((t for t in after if t.pos_ == "NOUN"), None)
    if head is None or head.left_edge.i != after[0].i:
        return []
    comma = next((t.i for t in after if t.text in {",", ";"} and t.i > head.i), after[-1].i + 1)
    item = [t for t in after if t.i < comma]
    while item and item[-1].is_punct:
        item = item[:-1]
    whole = all(head in {t, *t.ancestors} for t in item)
    return item if whole else []
