"""What was said by nobody named: `attention was drawn to X`, `it was stressed that X`.

It is the words of whoever speaks in the sentences before, where in that paragraph only one does.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.deck.model import Span as Stretch
from quizzer.deck.model import TextAnswer
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.grammar.speech import STATING, past
from quizzer.questions.grammar.wording import close_quotes, plain_marks, render
from quizzer.questions.names.demonyms import country_of
from quizzer.questions.reading import Sentence
from quizzer.questions.said.source_names import SourceName
from quizzer.questions.said.sources import source_name

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_LEAST_CONFIDENCE = 0.5
_FEWEST = 5
_DRAWN = {
    ("attention", "draw"): ("drew", "to"), ("attention", "pay"): ("paid", "to"),
    ("concern", "express"): ("expressed", "about"), ("concern", "voice"): ("voiced", "about"),
    ("concern", "raise"): ("raised", "about"), ("regret", "express"): ("expressed", "over"),
    ("hope", "express"): ("expressed", "for"), ("support", "express"): ("expressed", "for"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Report:
    """What was said: the words that go behind the wh-phrase, before and after the verb."""

    verb: str
    tokens: "tuple[Token, ...]"


def write_impersonal(desk: Desk) -> list[Candidate]:
    """`Which side drew attention to ...?`, where the speaker is clear from the paragraph."""
    found = []
    for sentence in desk.reading.sentences:
        if sentence.is_heading:
            continue
        report = _report(sentence)
        speaker = None if report is None else _speaker_before(desk, sentence)
        if report is not None and speaker is not None:
            candidate = _ask(desk, sentence, report, *speaker)
            if candidate is not None:
                found.append(candidate)
    return found


def _report(sentence: Sentence) -> _Report | None:
    verb = sentence.parse.root
    if verb.tag_ != "VBN" or any(c.dep_ in {"neg", "agent", "conj"} for c in verb.children):
        return None
    if not any(c.dep_ == "auxpass" and c.lower_ in {"was", "were"} for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if subject is not None and subject.lower_ == "it" and said is not None:
        if verb.lemma_ not in STATING or said.left_edge.lower_ != "that":
            return None
        return _Report(past(verb.lemma_), tuple(said.subtree))
    if subject is None or subject.i > verb.i:
        return None
    told = _DRAWN.get((subject.lemma_, verb.lemma_))
    to = next((c for c in verb.children if c.dep_ == "prep" and c.i > verb.i), None)
    if told is None or to is None or to.lower_ not in {told[1], "over", "at", "about", "for"}:
        return None
    own = [t for t in subject.subtree if t.i <= subject.i]
    words = render(own)
    return _Report(f"{told[0]} {words[0].lower()}{words[1:]}", tuple(to.subtree))


def _speaker_before(desk: Desk, sentence: Sentence) -> tuple[SourceName, Sentence] | None:
    """The one who says all that the sentences before in the paragraph report."""
    speakers: list[tuple[SourceName, Sentence]] = []
    for before in desk.reading.sentences[max(0, sentence.number - 4) : sentence.number]:
        if before.paragraph != sentence.paragraph or before.is_heading:
            continue
        root = before.parse.root
        facts = [
            fact
            for fact in desk.reading.cues_in(before.number)
            if fact.cue.span.start <= before.place(root) < fact.cue.span.end
            and fact.confidence >= _LEAST_CONFIDENCE
        ]
        source = source_name(desk, facts[0]) if len(facts) == 1 else None
        if source is None:
            return None
        speakers.append((source, before))
    if len({_who(source) for source, _ in speakers}) != 1 or speakers[-1][1].number + 1 != (
        sentence.number
    ):
        return None
    return speakers[-1]


def _who(source: SourceName) -> str:
    """The same for all names of one side: Norway, the Norwegians, the Norwegian side."""
    words = source.name.removeprefix("the ").split()
    return country_of(words[0]) or source.name


def _ask(
    desk: Desk, sentence: Sentence, report: _Report, source: SourceName, before: Sentence
) -> Candidate | None:
    tokens = [t for t in report.tokens if not t.is_space]
    while tokens and tokens[-1].is_punct and not tokens[-1].is_quote:
        tokens = tokens[:-1]
    if len(tokens) < _FEWEST:
        return None
    speaker = source.name if source.pool == "person" else None
    grounded = desk.grounding.ground(sentence, tokens, speaker=speaker)
    question = f"{source.wh} {report.verb} {render(tokens, grounded.swaps)}"
    question = close_quotes(plain_marks(question))
    stem = opened(desk.lead(question, has_date=grounded.is_dated), question)
    if grounded.problems:
        desk.refuse_for("attribution", stem, grounded.problems, sentence.span)
        return None
    first, last = tokens[0], tokens[-1]
    return Candidate(
        kind="attribution", form="who", stem=stem, answer=TextAnswer(source.name),
        key=source.name, accept=source.accept, evidence=(before.span, sentence.span),
        fact=Stretch(sentence.place(first), sentence.place(last) + len(last)),
        sentence=sentence.number, pool=source.pool, weight=0.8,
    )  # fmt: skip
