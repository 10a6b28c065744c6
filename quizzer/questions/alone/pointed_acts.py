"""`This initiative` after "Holm proposed that ...": the proposal, with its owner and its words."""

from typing import TYPE_CHECKING

from quizzer.questions.alone.discourse import Discourse
from quizzer.questions.names.people import People
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_ACTS = {
    "propose": "proposal", "suggest": "suggestion", "demand": "demand", "request": "request",
}  # fmt: skip
_NOUNS = frozenset("initiative proposal idea suggestion offer plan demand request".split())


def act_before(
    reading: Reading, people: People, discourse: Discourse, sentence: Sentence, noun: "Token"
) -> "tuple[Sentence, str, str, list[Token]] | None":
    """The sentence before that tells what `this NOUN` means: its owner, the act as a noun, and
    the words from "that" on; None where the sentence before tells of no such act."""
    if noun.lemma_ not in _NOUNS or noun.tag_ != "NN" or sentence.number == 0:
        return None
    before = reading.sentences[sentence.number - 1]
    verb = before.parse.root
    if before.is_heading or sentence.paragraph - before.paragraph > 1 or verb.lemma_ not in _ACTS:
        return None
    if verb.tag_ != "VBD" or any(c.dep_ in {"neg", "conj"} for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if subject is None or said is None:
        return None
    named = [n for n in discourse.named_in(before.number) if n.head == subject]
    words = [t for t in said.subtree if not t.is_space]
    if len(named) != 1 or not people.is_introduced(named[0].name) or words[0].lower_ != "that":
        return None
    return before, named[0].name, _ACTS[verb.lemma_], words
