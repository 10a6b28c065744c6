"""Words that lack what they compare with, follow on or happen in: a different ship, appears often.

Asked of the parse, with the words that a stem keeps.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.questions.alone.pointing import (
    lacks_its_event,
    lacks_its_measure,
    lacks_its_object,
    lacks_its_whole,
)

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_STANDARDS = frozenset({"from", "than", "to"})
_IDIOMS = frozenset("way time story kind type sort matter thing".split())
"""A different story, in a different way: nothing is compared."""
_SEEN_SOMEWHERE = frozenset({"appear", "feature"})
_WITHOUT_PLACE = frozenset("with than after during since until without by".split())
_ALIKE = frozenset("likewise similarly conversely".split())
_WRITINGS = frozenset("letter message note email e-mail invitation telegram memo".split())
_TOWARDS = frozenset("east west north south eastward westward northward southward".split())
_MOVES = frozenset("push drive move march advance expansion shift turn".split())
_BUT = frozenset("but yet instead however".split())
_ONLY = frozenset("only just merely simply".split())


def what_lacks(token: "Token", tokens: Sequence["Token"], kept: set[int]) -> str | None:
    """What the word lacks, as a problem of the stem; None where nothing is missing."""
    if _is_compared_with_nothing(token, tokens, kept) or lacks_its_measure(token, kept):
        return f"F4 comparison: {token.text}"
    if token.lower_ in _ALIKE and token.dep_ == "advmod":
        return f"F4 pointing: {token.text}"
    if _takes_longer(token, kept):
        return f"F4 comparison: {token.text}"
    if _is_sent_to_nobody(token, kept):
        return f"F4 valency: {token.text}"
    if lacks_its_object(token) or _appears_nowhere(token, kept) or _is_nobodys_move(token, kept):
        return f"F4 valency: {token.text}"
    if lacks_its_whole(token, tokens) or lacks_its_event(token, kept):
        return f"F4 vague: {token.text}"
    if _opposes_what_is_gone(token):
        return f"F4 contrast: {token.text}"
    return None


def _is_compared_with_nothing(token: "Token", tokens: Sequence["Token"], kept: set[int]) -> bool:
    """Whether one thing is called different, and the words do not say from what: "tested a
    different missile"."""
    noun = token.head
    if token.lower_ != "different" or token.dep_ != "amod" or noun.tag_ != "NN":
        return False
    if noun.lemma_ in _IDIOMS or not any(c.lower_ == "a" for c in noun.children):
        return False
    if any(
        t.i in kept
        and t.lower_ in _STANDARDS
        and (t.head in {token, noun} or t.i == noun.i + 1)
        and t.dep_ == "prep"
        for t in noun.doc[noun.i :]
    ):
        return False
    return not any(t.i < token.i and t.lemma_ == noun.lemma_ for t in tokens)


def _takes_longer(token: "Token", kept: set[int]) -> bool:
    """Whether something takes longer or more, and the words do not say than what."""
    return (
        token.tag_ in {"RBR", "JJR"}
        and token.head.lemma_ == "take"
        and token.dep_ in {"advmod", "dobj"}
        and not any(c.lower_ in {"no", "any", "much"} for c in token.children)
        and not any(t.i in kept and t.lower_ == "than" for t in token.sent)
    )


def _is_sent_to_nobody(verb: "Token", kept: set[int]) -> bool:
    """Whether somebody sends a letter, and neither to whom nor about what is told."""
    if verb.lemma_ != "send" or verb.pos_ != "VERB" or verb.dep_ == "relcl":
        return False
    sent = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.i in kept]
    if not any(c.lemma_ in _WRITINGS for c in sent):
        return False
    return not any(
        c.i in kept
        and (
            c.dep_ in {"dative", "relcl", "acl", "xcomp", "advcl"}
            or (c.dep_ == "prep" and not any(d.ent_type_ in {"DATE", "TIME"} for d in c.children))
            or (c.dep_ == "dobj" and c not in sent[-1:])
        )
        for one in (verb, *sent)
        for c in one.children
    )


def _appears_nowhere(verb: "Token", kept: set[int]) -> bool:
    """Whether somebody appears or features, and neither where nor as what is told."""
    if verb.lemma_ not in _SEEN_SOMEWHERE or verb.tag_ not in {"VBZ", "VBP", "VBD"}:
        return False
    if verb.dep_ == "relcl":
        return False
    own = [c for c in verb.children if c.i in kept]
    if any(c.dep_ in {"xcomp", "acomp", "oprd", "attr", "ccomp", "advcl", "nsubjpass", "agent"}
           and c.left_edge.lower_ != "with" for c in own):  # fmt: skip
        return False
    if any(c.pos_ in {"NOUN", "PROPN", "PRON"} and c.dep_ == "dobj" for c in verb.children):
        return False  # who features a thing
    if any(c.dep_ in {"prt", "expl"} or c.tag_ in {"WRB", "WDT", "WP"} for c in own):
        return False
    return not any(
        c.dep_ in {"prep", "advmod"}
        and (c.dep_ == "prep" or c.lower_ in {"there", "here", "together", "live", "onstage"})
        and c.lower_ not in _WITHOUT_PLACE
        and not any(d.ent_type_ in {"DATE", "TIME"} for d in c.children)
        for c in own
    )


def _is_nobodys_move(token: "Token", kept: set[int]) -> bool:
    """Whether "the push east" stands without whose it is."""
    if token.lower_ not in _TOWARDS or token.i == 0 or token.nbor(-1).i not in kept:
        return False
    move = token.nbor(-1)
    if move.lemma_.lower() not in _MOVES or move.pos_ != "NOUN":
        return False
    before = move.nbor(-1) if move.i > 0 else None
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return before is not None and before.lower_ == "the" and after not in {"of", "by"}


def _opposes_what_is_gone(token: "Token") -> bool:
    """Whether "only" tells what somebody did instead of what the sentence before has told: "But
    Holm only smiled"."""
    verb = token.head
    return (
        token.lower_ in _ONLY
        and token.dep_ == "advmod"
        and token.i + 1 == verb.i
        and verb.tag_ == "VBD"
        and verb.dep_ == "ROOT"
        and verb.sent[0].lower_ in _BUT
    )


def lacks_its_election(noun: "Token", tokens: Sequence["Token"]) -> bool:
    """Whether a primary or a race is told by its party or its chamber alone, and neither a place
    nor a person says which one it is: "the Liberal primary"."""
    if noun.pos_ != "NOUN" or noun.ent_type_:
        return False
    lemma = noun.lemma_.lower()
    own = {c.lower_ for c in noun.children}
    is_one_of_many = lemma in _PRELIMINARY or (lemma in _CONTESTS and own & _FOR_SEATS)
    if not is_one_of_many or own & _FOR_ALL or any(w.isdecimal() for w in own):
        return False
    return not any(
        t.ent_type_ in {"GPE", "PERSON"}
        or t.lower_ in _FOR_ALL
        or (t.dep_ == "poss" and t.pos_ == "PROPN")
        for t in tokens
    )


def is_one_of_its_kind_nearby(noun: "Token", kept: set[int]) -> bool:
    """Whether "the" comes before a spot, a court or a period that a town, a level or its length
    alone does not tell from others: the Oslo venue, the appeals court, the extra week-long
    period."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma not in _SPOTS | {"court", "period"}:
        return False
    own = [c for c in noun.children if c.i in kept and c.dep_ not in {"det", "punct"}]
    if lemma == "court":
        return bool(own) and all(c.lower_ in _LEVELS for c in own)
    if lemma == "period":
        return any(c.lower_ in _ADDED for c in own) and not any(c.dep_ == "prep" for c in own)
    return all(c.dep_ in {"amod", "compound", "nmod"} and c.ent_type_ in {"", "GPE"} for c in own)


def is_of_level(court: str, noun: "Token") -> bool:
    """Whether the noun is "court", and the named court can be of the level that the words before
    it tell: the Supreme Court is no appellate court."""
    if noun.lemma_ != "court":
        return False
    levels = [c.lower_ for c in noun.children if c.lower_ in _LEVELS]
    return all(any(word in court.lower() for word in _IN_NAMES.get(w, ())) for w in levels)


_OF_APPEAL = ("appeal", "circuit")
_IN_NAMES = {
    "appeals": _OF_APPEAL, "appeal": _OF_APPEAL, "appellate": _OF_APPEAL,
    "district": ("district",), "high": ("high",), "federal": ("u.s.", "federal", "circuit"),
}  # fmt: skip
"""Words of which a court's name has one, where it is called of that level."""
_SPOTS = frozenset("venue lot premises facility".split())
_ADDED = frozenset("extra additional initial final".split())
_LEVELS = frozenset("appeals appeal appellate district trial lower state federal high".split())
_PRELIMINARY = frozenset("primary runoff by-election".split())
_CONTESTS = frozenset({"election", "race"})
_FOR_SEATS = frozenset(
    "special senate house congressional gubernatorial mayoral republican democratic gop".split()
)
_FOR_ALL = frozenset({"presidential", "presidency"})
