"""Claims keep their claimants: whose statement a clause is, as the opening of a stem."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.clauses import SUBJECTS, Clause
from quizzer.questions.names.people import clean_name
from quizzer.questions.reading import Sentence
from quizzer.questions.said.described import claiming_group, described_source
from quizzer.questions.said.sources import source_name, two_named
from quizzer.questions.said.speakers import goes_on

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def claimant_of(desk: Desk, sentence: Sentence, verb: "Token") -> str | None:
    """`According to NAME, ` where the clause of `verb` lies in what somebody said; an empty
    text where the article itself says it; None where the claimant is unknown or doubtful."""
    place = sentence.place(verb)
    opening = ""
    if _is_quoted_within(sentence, verb):
        return None
    for fact in desk.reading.attributions_at(place):
        if is_no_claim(fact) or _tells_when_said(sentence, verb, fact):
            continue
        if verb.pos_ == "NOUN" and fact.act in GRANTING:
            continue  # who supports a proposal does not claim that it was made
        if fact.confidence < 0.5 or fact.act in {
            "asked", "denied", "refused", "proposed", "demanded", "intended",
        }:  # fmt: skip
            return None
        source = two_named(desk, fact) or goes_on(desk, fact) or source_name(desk, fact)
        name = (
            source.in_stem
            if source is not None
            else described_source(desk, fact) or claiming_group(desk, fact)
        )
        if name is None or name.endswith((" sides", " parties")):
            return None
        if opening and name not in opening:
            if fact.act != "agreed":
                return None  # what A says that B says is neither's claim alone
            continue
        opening = f"according to {name}, "
    if not opening and (desk.reading.is_quoted(place) or _goes_on_telling(desk, sentence, verb)):
        return None
    if opening and _tells_of_own_mind(verb):
        return None
    return opening


_OF_MIND = frozenset("believe think feel hope fear say know suspect want wish".split())


def _tells_of_own_mind(verb: "Token") -> bool:
    """Whether somebody says of himself that he believes it: "according to Holm, he believes"."""
    return verb.lemma_ in _OF_MIND and any(
        c.dep_ == "nsubj" and c.lower_ in {"he", "she", "they", "it", "i", "we"}
        for c in verb.children
    )


def _goes_on_telling(desk: Desk, sentence: Sentence, verb: "Token") -> bool:
    """Whether the sentence may still tell what the one before it gave with "according to": it
    stands in the same paragraph, has no source of its own, and its subject is the same thing."""
    if sentence.number == 0 or verb.pos_ == "NOUN" or desk.reading.cues_in(sentence.number):
        return False
    before = desk.reading.sentences[sentence.number - 1]
    if before.paragraph != sentence.paragraph or not any(
        fact.cue.text.lower() == "according to" for fact in desk.reading.cues_in(before.number)
    ):
        return False
    subject = next((c for c in sentence.parse.root.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return False
    if subject.pos_ == "PRON":
        return True
    is_definite = any(
        c.lower_ in {"the", "that", "this", "those", "these"} for c in subject.children
    )
    return (is_definite or subject.pos_ == "PROPN") and any(
        t.lemma_ == subject.lemma_ for t in before.tokens
    )


def without_claimant(desk: Desk, sentence: Sentence, clause: Clause) -> Clause:
    """The clause without its own "according to NAME", which the opening of the stem says."""
    gone: set[int] = set()
    for fact in desk.reading.cues_in(sentence.number):
        if fact.cue.text.lower() == "according to":
            for span in (fact.cue.span, fact.source.span):
                gone.update(t.i for t in sentence.tokens_in(span))
    kept = tuple(t for t in clause.tokens if t.i not in gone)
    while kept and kept[0].text == ",":
        kept = kept[1:]
    while kept and kept[-1].text == ",":
        kept = kept[:-1]
    whole = {clause.verb, clause.finite, clause.subject} <= set(kept)
    return replace(clause, tokens=kept) if whole else clause


def _tells_when_said(sentence: Sentence, verb: "Token", fact: AttributionFact) -> bool:
    """Whether the clause only tells when or why somebody spoke: "said after the panel met"."""
    token = verb
    while token.dep_ in {"conj", "ccomp", "xcomp", "relcl", "acl"} and token.head != token:
        token = token.head
    cue = fact.cue.span
    return (
        token.dep_ == "advcl"
        and cue.start <= sentence.place(token.head) < cue.end
        and not _is_quoted(sentence, verb)
    )


def _is_quoted_within(sentence: Sentence, verb: "Token") -> bool:
    """Whether the verb stands in words that the speaker puts into the mouth of others."""
    marks = sentence.single_quotes
    before = sum(mark.i < verb.i for mark in marks)
    return before % 2 == 1 and any(mark.text != "‘" for mark in marks[before:])


def _is_quoted(sentence: Sentence, verb: "Token") -> bool:
    """Whether the verb stands between quotation marks of its own sentence."""
    marks = sum(t.is_quote for t in sentence.tokens if t.i < verb.i)
    return marks % 2 == 1


def claimant_name(desk: Desk, claimant: str) -> str | None:
    """The person whom the opening of a stem names, so that a pronoun can mean them."""
    words = claimant.removeprefix("according to ").removesuffix(", ")
    return desk.people.name(clean_name(words)) if words else None


GRANTING = frozenset({"supported", "refused", "agreed", "demanded", "denied"})
"""Acts that answer a proposal, so that there is no doubt that it was made."""

_SPEECHLESS = frozenset("attack promote discuss push focus organize develop end maintain".split())


def is_no_claim(fact: AttributionFact) -> bool:
    """Whether the finder took a label before a colon, or a deed, for an act of speech."""
    if fact.cue.text == ":":
        return fact.source.name is None
    word = fact.cue.text.lower()
    return fact.confidence < 0.6 and any(word.startswith(stem) for stem in _SPEECHLESS)
