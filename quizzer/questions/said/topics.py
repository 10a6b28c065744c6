"""What quoted words are about, where the reporting words say it: `said of the harbour: "..."`."""

from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.wording import render, word_count
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_ABOUT = frozenset({"about", "of"})
_MOST_WORDS = 9


def topic_of(desk: Desk, sentence: Sentence, fact: AttributionFact) -> str | None:
    """`the situation in Aarhus`, from "said, about the situation in Aarhus, "..."", if it holds a
    name and stands alone."""
    cue = next((t for t in sentence.tokens_in(fact.cue.span) if t.pos_ == "VERB"), None)
    about = None if cue is None else next(
        (c for c in cue.children if c.dep_ == "prep" and c.lower_ in _ABOUT and c.i > cue.i), None
    )  # fmt: skip
    if about is None:
        return None
    tokens: list[Token] = [t for t in about.subtree if t != about and not t.is_space]
    if not tokens or any(t.is_punct and t.text != "-" for t in tokens):
        return None
    if any(desk.reading.is_quoted(sentence.place(t)) for t in tokens):
        return None
    if not any(t.pos_ == "PROPN" for t in tokens) or tokens[0].pos_ == "PRON":
        return None
    grounded = desk.grounding.ground(sentence, tokens)
    words = render(tokens, grounded.swaps)
    return None if grounded.problems or word_count(words) > _MOST_WORDS else words
