"""Clauses cut to their core: what can go without making the rest untrue.

An adverbial clause of time or cause, a phrase between commas, a phrase of place or time: where a
word in one of them hangs in the air, or where the whole is too long, they are left out.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.asides import VERBAL, is_needed_purpose
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.grammar.wording import render, word_count
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_TIMES_AND_CAUSES = frozenset("when after before as while since because though although".split())
_PLACES_AND_TIMES = frozenset(
    "in at on during after before since amid despite throughout along alongside including with"
    " through following unlike".split()
)
_SCENES = frozenset({"GPE", "LOC", "FAC", "EVENT"})
_OCCASIONS = frozenset(
    "interview speech statement meeting rally debate conference news report tweet letter email"
    " memo post appearance forum hearing event visit".split()
)
_MEASURED = frozenset({"after", "before", "since", "from", "into"})
_PLACING = frozenset(
    "put place set keep hold lay include list name take bring send dispatch move transfer fly ship"
    " deliver deport route drive".split()
)
"""Verbs that say little without the place."""
_SIDES = frozenset({"sides", "parties"})
_OF_ONE = frozenset("he him his she her hers".split())
_LONG = 26
_LONG_AND_DATED = 31
_LONG_SAYING = 8
_FEWEST = 9


def core_of(desk: Desk, sentence: Sentence, clause: Clause, *, told: str | None = None) -> Clause:
    """The clause without the parts that would not stand alone, or the clause as it is, where
    such a word belongs to its core."""
    known = desk.grounding.cores
    key = (sentence.number, clause.verb.i, clause.tokens[0].i, len(clause.tokens), told)
    if key not in known:
        known[key] = _cut(desk, sentence, clause, told)
    return known[key]


def without_own_lead(clause: Clause) -> Clause:
    """The clause without an opening phrase that calls its subject `he` or `she`, as in "In her
    speech, Dahl ...": where Dahl is asked for, the phrase would hang in the air."""
    lead = [t for t in clause.tokens if t.i < clause.subject.left_edge.i]
    if not any(t.lower_ in _OF_ONE for t in lead):
        return clause
    tops = [t for t in lead if t.head == clause.verb and not t.is_punct]
    if any(t.ent_type_ == "DATE" for t in lead) or not all(
        t.dep_ in {"prep", "cc", "advmod"}
        or (t.dep_ == "advcl" and t.left_edge.lower_ in _TIMES_AND_CAUSES)
        for t in tops
    ):
        return clause
    return _without(clause, {t.i for t in lead}) or clause


def _cut(desk: Desk, sentence: Sentence, clause: Clause, told: str | None) -> Clause:
    shorter = clause
    vague = {i for t in clause.tokens for i in _vague_purpose(clause, t)}
    if vague and (cut := _without(clause, vague)) is not None:
        shorter = cut
    for _ in range(4):
        grounded = desk.grounding.ground(sentence, shorter.tokens, told=told)
        if not grounded.problems:
            break
        if len(grounded.culprits) < len(grounded.problems):
            return clause
        parts = _loose_parts(shorter)
        spans = [_smallest_with(culprit, parts) for culprit in grounded.culprits]
        if not all(spans):
            return clause
        gone = {i for span in spans if span for i in span}
        cut = _without(shorter, gone)
        if cut is None:
            return clause
        shorter = cut
    else:
        return clause
    event = desk.grounding.event
    while word_count(words := render(shorter.tokens, grounded.swaps)) > _LONG:
        if event is not None and event.name in words and word_count(words) <= _LONG_AND_DATED:
            break  # it needs no opening that says when
        last = max(_loose_parts(shorter), key=max, default=None) or _second_of_two(shorter)
        cut = None if last is None else _without(shorter, last)
        if cut is None:
            return shorter
        shorter = cut
    return shorter


def _without(clause: Clause, gone: set[int]) -> Clause | None:
    kept = tuple(token for token in clause.tokens if token.i not in gone)
    while kept and kept[-1].is_punct and kept[-1].text not in {'"', "”", ")", "%"}:
        kept = kept[:-1]
    while kept and kept[0].text == ",":
        kept = kept[1:]
    needed = {clause.verb, clause.finite, clause.subject}
    if len(kept) < _FEWEST or not needed <= set(kept):
        return None
    return replace(clause, tokens=kept)


def _smallest_with(culprit: int, parts: list[set[int]]) -> set[int] | None:
    """The smallest part that may go and holds the token."""
    return min((part for part in parts if culprit in part), key=len, default=None)


def _loose_parts(clause: Clause) -> list[set[int]]:
    inside = {t.i for t in clause.tokens}
    return [
        part
        for t in clause.tokens
        if t.dep_ in _LOOSE and (part := _loose_part(clause, t, inside)) is not None
    ]


_LOOSE = frozenset({"advcl", "prep", "acl", "npadvmod"})


def _loose_part(clause: Clause, token: "Token", inside: set[int]) -> set[int] | None:
    """The tokens of the part that `token` heads, if it may go; else None."""
    if token in {clause.verb, clause.subject, clause.finite}:
        return None
    if any(t.ent_type_ == "DATE" for t in token.subtree):
        return None  # without its time the rest may be untrue
    part = {t.i for t in token.subtree if t.i in inside}
    first = token.left_edge
    before = first.nbor(-1) if first.i > 0 else None
    after_comma = before is not None and before.text == ","
    if before is not None and first.lower_ in _MEASURED:
        if before.dep_ in {"npadvmod", "nmod"}:
            return None  # "less than a decade after ..."
        if before.ent_type_ == "DATE" and before.dep_ == "pobj":
            # "in the weeks before ..." goes as a whole
            part |= {t.i for t in before.head.subtree if t.i in inside}
    ends = max(part) == clause.tokens[-1].i
    if clause.subject.lower_ in _EXPLETIVES or _is_needed_bound(token, first):
        loose = False  # "it is a matter of days before ..."
    elif token.dep_ == "advcl" and first.lower_ in _TIMES_AND_CAUSES and token.head.i in inside:
        loose = token.head.pos_ in VERBAL and first.i > token.head.i
    elif token.dep_ == "prep" and token.lower_ in _PLACES_AND_TIMES:
        of_verb = token.head.pos_ in VERBAL and (
            first.i < clause.subject.i or _is_complete(token.head, token)
        )
        loose = (after_comma and ends) or of_verb
    elif token.dep_ == "acl" and token.lemma_ in {"say", "announce"} and ends:
        loose = len(part) > _LONG_SAYING
    elif token.dep_ in {"acl", "npadvmod", "advcl"}:
        is_purpose = (
            token.tag_ == "VB" and first.lower_ == "to"
            and not is_needed_purpose(token, token.head)
        )  # fmt: skip
        loose = after_comma and ends and (token.dep_ != "advcl" or is_purpose)
    else:
        loose = False
    if not loose:
        return None
    if after_comma and before is not None and before.i in inside:
        part.add(before.i)
    behind = token.doc[max(part) + 1] if max(part) + 1 in inside else None
    if behind is not None and behind.ent_type_ == "DATE" and behind.i < clause.subject.i:
        return None  # "After the death Tuesday, ...": the day is that of the death
    if (first.i < clause.subject.left_edge.i or after_comma) and max(part) + 1 in inside:
        following = token.doc[max(part) + 1]
        if following.text == ",":
            part.add(following.i)
    return part


def _is_needed_bound(token: "Token", first: "Token") -> bool:
    """Whether the part says up to where something holds that holds no longer than that: nobody
    leaves before they have paid, it is a matter of days until the door opens. What was done may
    be told without that it was done before something else."""
    if first.lower_ not in _TIMES_AND_CAUSES:
        return False
    verb = token.head
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    below = [t for t in verb.lefts for t in (t, *t.lefts)]
    is_denied = first.lower_ == "before" and any(
        t.dep_ == "neg" or t.lower_ in _DENYING for t in below
    )
    return is_denied or any(t.lower_ in _EXPLETIVES and t.head == verb for t in below)


_EXPLETIVES = frozenset({"it", "there"})
_DENYING = frozenset("no nobody none never neither nothing".split())


def _vague_purpose(clause: Clause, token: "Token") -> set[int]:
    """The words of a closing "for the two sides to resolve ...", whose sides no stem names."""
    is_infinitive = token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children)
    if not is_infinitive or token.dep_ not in {"acl", "advcl", "relcl"}:
        return set()
    start = token.left_edge.i
    doers = [c for c in token.head.children if c.lower_ == "for" and c.right_edge.i + 1 == start]
    part = {t.i for top in (*doers, token) for t in top.subtree}
    ends = max(part) == clause.tokens[-1].i
    return part if ends and any(token.doc[i].lower_ in _SIDES for i in part) else set()


def _is_complete(verb: "Token", preposition: "Token") -> bool:
    """Whether the verb can do without the phrase: it has an object or is passive, and the
    phrase tells where or when."""
    if preposition.lower_ in {"with", "along", "through", "on", "at", "in"}:
        noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        if noun is None or (noun.ent_type_ not in _SCENES and noun.lemma_ not in _OCCASIONS):
            return False
    if verb.lemma_ in _PLACING:
        return False
    return any(
        c.dep_ in {"dobj", "auxpass", "attr", "xcomp", "ccomp"} and c.i < preposition.i
        for c in verb.children
    )


_NAMING = frozenset("call name label dub describe consider make".split())
_WHOLE_ROWS = frozenset("between both either neither combined".split())


def _second_of_two(clause: Clause) -> set[int] | None:
    """The words of a closing "and B", where the clause holds of A alone as of both."""
    inside = {t.i for t in clause.tokens}
    if clause.verb.lemma_ in _NAMING:
        return None
    for token in reversed(clause.tokens):
        if token.dep_ != "conj" or token.right_edge.i < clause.tokens[-1].i:
            continue
        first = token.head
        if token.pos_ in VERBAL and token.tag_ != "VBG":
            continue
        joined = token.left_edge.nbor(-1)
        if joined.lower_ != "and" or joined.dep_ != "cc" or first.dep_ in {"conj", "attr", "nsubj"}:
            continue
        if sum(c.dep_ == "conj" for c in first.children) > 1:
            continue
        over = [t for t in first.ancestors if t.i > clause.verb.i]
        if first.pos_ in {"NOUN", "PROPN"} and any(t.tag_ in {"NNS", "NNPS"} for t in over):
            continue  # "the embassies in Oslo and Rome" are not all in Oslo
        above = {t.dep_ for t in over}
        if "attr" in above or any(t.lower_ in _WHOLE_ROWS for t in clause.tokens):
            continue
        if any(t.dep_ == "relcl" and t.tag_ != "VB" for t in token.subtree):
            continue
        part = {t.i for t in token.subtree if t.i in inside} | {joined.i}
        return part if joined.i in inside else None
    return None


def first_of_several(clause: Clause) -> Clause:
    """The clause with only the first of the statements that "and that" strings together."""
    gone: set[int] = set()
    own = {clause.verb, *clause.verb.ancestors}
    for token in clause.tokens:
        is_second = token.dep_ == "conj" and token.pos_ in VERBAL and token.head.pos_ in VERBAL
        if is_second and token not in own:
            gone.update(inner.i for inner in token.subtree)
            gone.update(c.i for c in token.head.children if c.dep_ == "cc" and c.i < token.i)
    kept = tuple(token for token in clause.tokens if token.i not in gone)
    while len(kept) > 1 and kept[-1].text in {",", ";"}:
        kept = kept[:-1]
    return replace(clause, tokens=kept)
