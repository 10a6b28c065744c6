"""Sources without a name of their own: aides of somebody, a poll, a court, analysts."""

import re
from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.questions.alone.mentions import is_person_noun
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.transform import lower_first
from quizzer.questions.grammar.wording import render
from quizzer.questions.said.source_names import SourceName, source_head

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

BODIES = frozenset(
    "side government military army authorities delegation parliament embassy ministry".split()
)
"""Nouns for bodies that speak for a country."""
_DOCUMENTS = frozenset(
    "poll report study analysis survey ad advertisement lawsuit complaint statement review letter"
    " document website memo audit editorial article book film documentary report investigation"
    " assessment ruling opinion indictment transcript database brief survey census".split()
)
_SPEAKING_BODIES = frozenset(
    "campaign administration leadership panel committee council jury".split()
)
_PERSONAL = _SPEAKING_BODIES | frozenset(
    "aide official ally critic expert scientist parent resident republican democrat veteran"
    " staff family team crew".split()
)


def described_as_source(desk: Desk, fact: AttributionFact, head: "Token") -> SourceName | None:
    """A source that is no name but holds one: `a Statnor/Herald poll`, `the Holm campaign`."""
    words = described_source(desk, fact)
    if words is None:
        return None
    if not any(letter.isupper() for letter in words):
        return _kind_of_source(words, head)
    is_document = head.lemma_ in _DOCUMENTS
    if head.tag_ == "NNS" or not (is_document or head.lemma_ in _SPEAKING_BODIES):
        return None  # nobody can type a group
    bare_words = re.sub(r"^(?:the|a|an) ", "", words)
    accept = () if bare_words == words else (bare_words,)
    return SourceName(words, "which source" if is_document else "who", "none", words, accept)


_COURTS = frozenset("court committee panel commission jury tribunal".split())
_LOOSE = frozenset("fellow former show campaign senior top independent outside".split())
"""Words before a group that do not tell it from others."""
_VAGUE = frozenset(
    "some many several few most other others all both these those any more people person official"
    " officials source sources critics supporters others insiders observers".split()
)


def _kind_of_source(words: str, head: "Token") -> SourceName | None:
    """A source without a name that words tell apart: environmental groups, a federal court."""
    own = words.split()
    if len(own) < 2 or own[0].lower() in _VAGUE | _LOOSE:
        return None
    accept = () if own[0] not in {"a", "an", "the"} else (" ".join(own[1:]),)
    if head.lemma_ == "group" and head.tag_ == "NNS":
        return SourceName(words, "what kind of groups", "none", words, accept)
    if head.lemma_ in _COURTS - {"jury"} and len(own) > 2:
        return SourceName(words, f"which {head.lemma_}", "none", words, accept)
    return None


PARTIES = frozenset(
    "Republicans Democrats Conservatives Liberals Greens Socialists Labourites Libertarians"
    " Tories Christian-Democrats Social-Democrats Communists Nationalists".split()
)
"""The members of parties, who speak as one."""
_GROUPS = frozenset(
    "official expert critic analyst authority advocate proponent opponent supporter lawmaker aide"
    " economist scientist resident police statistic datum figure poll record".split()
)
_SOME = frozenset({"some", "many", "several", "most"})


def claiming_group(desk: Desk, fact: AttributionFact) -> str | None:
    """A group that is not worth asking for, but whose claim can be: experts, some Democrats."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    head = None if sentence is None else source_head(sentence, fact)
    if sentence is None or head is None:
        return None
    is_group = head.lower_ in {"police", "data"} or head.tag_ in {"NNS", "NNPS"}
    known = head.lemma_ in _GROUPS or is_person_noun(head.lemma_) or head.text in PARTIES
    if not is_group or not known or head.lemma_ == "people":
        return None
    tokens = [t for t in sentence.tokens_in(fact.source.span) if not t.is_space]
    if len(tokens) > _MOST_IN_GROUP or tokens[-1] != head:
        return None
    if any(
        t.dep_ not in {"amod", "compound", "nmod"} and t.lower_ not in _SOME for t in tokens[:-1]
    ):
        return None
    grounded = desk.grounding.ground(sentence, tokens)
    if grounded.problems or any(t.lower_ in {"other", "such", "more", "few"} for t in tokens):
        return None
    return lower_first(tokens, render(tokens, grounded.swaps))


_MOST_IN_GROUP = 4
_MOST_WORDS = 9


def described_source(desk: Desk, fact: AttributionFact) -> str | None:
    """A source without a name, in words that stand alone: `two Democratic speechwriters`."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    head = None if sentence is None else source_head(sentence, fact)
    if sentence is None or head is None or head.pos_ != "NOUN":
        return None
    tokens = [t for t in sentence.tokens_in(fact.source.span) if not t.is_space]
    if head.tag_ == "NN" and not any(c.dep_ in {"det", "poss"} for c in head.children):
        return None
    if head.tag_ == "NN" and not (
        is_person_noun(head.lemma_)
        or head.lemma_ in _DOCUMENTS | _PERSONAL | _COURTS | BODIES | {"group", "agency", "union"}
    ):
        return None
    if tokens[0].lower_ in _VAGUE or head.lemma_ in {"people", "person"}:
        return None
    if head.lemma_ in _COURTS and tokens[0].lower_ == "the":
        return None
    words = [t for t in tokens if not t.is_punct]
    if len(words) > _MOST_WORDS or any(t.is_punct and t.text not in {"-", "/"} for t in tokens):
        return None
    grounded = desk.grounding.ground(sentence, tokens)
    if grounded.problems:
        return None
    if not grounded.has_name and head.tag_ != "NNS" and head.lemma_ not in _COURTS:
        return None
    return lower_first(tokens, render(tokens, grounded.swaps))
