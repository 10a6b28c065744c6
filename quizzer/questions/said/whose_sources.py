"""Sources that belong to somebody: asked for by their owner, whose name can be typed.

Nobody can type "Holm aides", but everybody can say whose aides they were: `Whose aides said that
...?`, `Which organization's poll showed that ...?`.
"""

from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.facts.names import OFFICES
from quizzer.questions.alone.binding import KIN
from quizzer.questions.alone.discourse import SURE
from quizzer.questions.alone.pointing import is_human
from quizzer.questions.candidates import Desk
from quizzer.questions.done.named_parts import named_noun
from quizzer.questions.grammar.wording import render
from quizzer.questions.names.accepted import accepted_forms
from quizzer.questions.names.demonyms import country_of
from quizzer.questions.names.entities import as_key
from quizzer.questions.reading import Sentence
from quizzer.questions.said.source_names import SourceName, source_head

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_HUMAN = frozenset("official ally supporter staff surrogate crew relative".split())
_THINGS = frozenset("campaign team ad advertisement poll survey estate foundation lawsuit".split())
_OF = frozenset({"for", "of", "at", "from", "with", "by", "to"})
_FRESH = frozenset("new latest recent own top senior".split())
_TELLING_APART = frozenset("former then ex then-".split())


def by_owner(desk: Desk, fact: AttributionFact) -> SourceName | None:
    """`whose aides` or `which organization's poll`, for the people and the papers of a person or
    a body; None where no owner is named, or where the source is more than they."""
    sentence = desk.reading.sentence_at(fact.source.span.start)
    head = None if sentence is None else source_head(sentence, fact)
    if sentence is None or head is None or head.pos_ != "NOUN":
        return None
    is_person = head.lemma_ in KIN | _HUMAN or is_human(head.lemma_)
    if not (is_person or head.lemma_ in _THINGS) or head.lemma_ in _WITH_NAMES:
        return None
    owners = [t for t in (*_before(head), *_behind(head)) if t.ent_type_ in _OWNERS]
    owners += [t for t in _before(head) if t.lower_ in {"his", "her"}]
    owners += [c for c in head.children if c.dep_ == "amod" and country_of(c.text) is not None]
    if len(owners) != 1:
        return None
    owner = owners[0]
    belonging = {t.i for t in owner.subtree} | ({owner.head.i} if owner.dep_ == "pobj" else set())
    others = [
        t for t in sentence.tokens_in(fact.source.span)
        if t.i not in belonging and t != head and t.lower_ not in _FRESH
        and t.dep_ not in {"det", "case", "punct", "nummod"}
    ]  # fmt: skip
    if any(
        t.dep_ not in {"amod", "compound"} or t.head != head or t.ent_type_ in _OWNERS
        or t.lower_ in _TELLING_APART for t in others
    ):  # fmt: skip
        return None
    named = _by_other_words(desk, sentence, owner) or named_noun(desk, owner, "")
    if named is None or named[1] == "what":
        return None
    name, wh, pool, accept = named
    if pool not in {"person", "country"}:
        name = as_key(name)
    words = render([*others, head], {})
    if pool == "news" and "news" in name.lower():
        wh = "which organization"  # the wh-phrase must not tell the key
    whose = "whose" if wh == "who" else f"{wh}'s"
    in_stem = f"{desk.people.titled(name) if pool == 'person' else name}'s {words}"
    return SourceName(
        name, f"{whose} {words}", pool, in_stem, accept,
        owned="many" if head.tag_ == "NNS" else "person" if is_person else "thing",
    )  # fmt: skip


_WITH_NAMES = (OFFICES | frozenset("winner member leader newcomer native".split())) - frozenset(
    "spokesman spokeswoman spokesperson attorney prosecutor".split()
)
"""What people are called who have a name of their own in the article."""
_OWNERS = frozenset({"PERSON", "ORG", "GPE"})


def _by_other_words(
    desk: Desk, sentence: Sentence, owner: "Token"
) -> tuple[str, str, str, tuple[str, ...]] | None:
    """As `named_noun`, for `his aides` and `Danish officials`."""
    country = country_of(owner.text)
    if country is not None:
        return country, "which country", "country", (owner.text,)
    meant = desk.grounding.discourse.meant_by(sentence, owner)
    if meant is None or meant.sure < SURE or not desk.people.is_introduced(meant.name):
        return None
    return meant.name, "who", "person", accepted_forms(desk, meant.name)


def _before(head: "Token") -> "list[Token]":
    return [c for c in head.children if c.dep_ in {"poss", "compound", "nmod"} and c.i < head.i]


def _behind(head: "Token") -> "list[Token]":
    """The noun of `a lawyer for Holm`."""
    return [
        noun
        for child in head.children
        if child.dep_ == "prep" and child.lower_ in _OF and child.i == head.i + 1
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
