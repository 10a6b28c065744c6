"""The readings of a cue: from where to where its content may run, each with what speaks for it.

The first reading is the parse's own. The others end at a joint or at the end of the sentence, begin
at "that", at a quotation or behind a preposition, or join and part the halves of a quotation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import Range, noun_phrase, subtree_range
from quizzer.facts.attributions.joints import Joint, holding, joints
from quizzer.facts.attributions.lexicon import NOUNS, SAYING
from quizzer.facts.attributions.quotes import Quotes

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token

_ABOUT = frozenset("for about on over against".split())
_OF = frozenset("of for about as on to with over against in from into".split())
_MOST = 24
"""Readings of one cue."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A possible content, and the names of what speaks for and against it."""

    content: Range
    marks: tuple[str, ...]


def readings(
    doc: "Doc", verb: "Token", form: str, content: Range, quotes: Quotes
) -> Iterator[Reading]:
    """All readings of a content that the parse found in this form, its own first."""
    family = form.split(maxsplit=1)[0].strip("?")
    if content[0] <= verb.i:
        yield from _before(doc, verb, family, content, quotes)
        return
    last = _last(doc, verb, content)
    found = joints(doc, verb, content[0], last, family in ("object", "infinitive", "prep", "quote"))
    count = 0
    for start_name, start, own_end in _starts(doc, verb, form, content, quotes):
        for end_name, end, hangs in _ends(verb, family, start, own_end, last, found):
            if end <= start:
                continue
            marks = [f"{family} from {start_name}", f"{family} to {end_name}"]
            marks.append(f"to {end_name} {hangs}")
            marks += [f"from {start_name} to {end_name}"] if start_name != "own" else []
            marks += _sizes(start, end, own_end, last)
            marks += holding([joint for joint in found if joint.place > start], end)
            marks += _quoting(family, (start, end), quotes)
            yield Reading((start, end), tuple(marks))
            count += 1
            if count >= _MOST:
                return
    if family == "quote":
        yield from _more_quotations(content, quotes)


def _last(doc: "Doc", verb: "Token", content: Range) -> int:
    """The end of the sentence without its mark, but not before the content's own end."""
    last = doc[content[0]].sent.end if content[0] < len(doc) else verb.sent.end
    while last > content[1] and doc[last - 1].is_punct and doc[last - 1].text not in ")]”\"''":
        last -= 1
    return max(last, content[1])


def _starts(
    doc: "Doc", verb: "Token", form: str, content: Range, quotes: Quotes
) -> Iterator[tuple[str, int, int]]:
    """Names, beginnings and the ends that the parse gives them."""
    start, end = content
    yield "own", start, end
    target = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    if form.startswith(("told", "object")) and target is not None:
        # Who is told something is no part of it: "told the crew that ...".
        if target.left_edge.i != start and doc[start].lower_ != "that":
            yield "object", target.left_edge.i, end
        within = [c for c in target.children if c.lower_ in _ABOUT and _is_speech(target)]
        for preposition in (*verb.children, *within):
            if preposition.dep_ == "prep" and preposition.lower_ in _OF:
                if preposition.i <= target.i:
                    continue
                inside = next(
                    (n for n in preposition.children if n.dep_ in ("pobj", "pcomp")), None
                )
                if inside is not None:
                    name = preposition.lower_
                    yield name, inside.left_edge.i, subtree_range(inside)[1]
                    yield f"at {name}", preposition.i, subtree_range(inside)[1]
        clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp")), None)
        if form.startswith("object") and clause is not None and clause.i > target.i:
            left, right = subtree_range(clause)
            yield "to", left, right
    for token in doc[verb.i + 1 : min(verb.i + 16, verb.sent.end)]:
        if token.lower_ == "that" and token.tag_ == "IN" and token.i > start:
            yield "that", token.i, end if end > token.i + 1 else _last(doc, verb, content)
            break
    for opened, closed in quotes.ranges:
        if verb.i < opened < verb.i + 16 and opened > start and opened < verb.sent.end:
            yield "quotation", opened, closed
            break


def _is_speech(noun: "Token") -> bool:
    return noun.lemma_.lower() in NOUNS


def _ends(
    verb: "Token", family: str, start: int, own: int, last: int, found: list[Joint]
) -> Iterator[tuple[str, int, str]]:
    yield "own", own, ""
    if last != own:
        yield "sentence", last, ""
    for child in verb.children:
        if family == "object" and child.dep_ == "dobj" and child.i >= start:
            core = noun_phrase(child)[1]
            if core not in (own, last):
                yield "noun", core, ""
    for joint in found:
        if joint.place > start + 1 and joint.place not in (own, last):
            yield joint.name, joint.place, joint.hangs


def _sizes(start: int, end: int, own: int, last: int) -> list[str]:
    size = end - start
    left = last - end
    marks = [f"words={'1' if size < 2 else '3' if size < 4 else '7' if size < 8 else 'many'}"]
    marks.append(
        f"left={'none' if left < 1 else '3' if left < 4 else '9' if left < 10 else 'many'}"
    )
    if end != own:
        marks.append("longer" if end > own else "shorter")
    return marks


def _quoting(family: str, content: Range, quotes: Quotes) -> list[str]:
    """What the quotation marks say: a content should hold all of a quotation or none."""
    start, end = content
    marks = []
    for opened, closed in quotes.ranges:
        if opened < end < closed or opened < start < closed - 1:
            marks.append("tears a quotation")
        if opened == start or opened == start - 1:
            marks.append("begins as a quotation")
            if closed < end:
                marks.append("leaves the quotation")
        if closed == end:
            marks.append("ends as a quotation")
    return marks


def _before(
    doc: "Doc", verb: "Token", family: str, content: Range, quotes: Quotes
) -> Iterator[Reading]:
    """A content before its cue, or around it."""
    start, end = content
    first = verb.sent.start
    share = "quoted" if quotes.share((start, min(end, verb.i))) > 0.5 else "plain"
    yield Reading(content, (f"{family} own {share}", f"{family} own"))
    if end > verb.i:
        yield Reading((verb.i + 1, end), (f"{family} behind {share}",))
        yield Reading((start, verb.i), (f"{family} left {share}",))
        if verb.sent.end > end:
            yield Reading((start, verb.sent.end), (f"{family} around {share}",))
    yield from _joined(doc, verb, family, content, quotes)
    if first < start:
        yield Reading((first, end), (f"{family} sentence {share}",))
    for token in doc[start + 1 : min(end, verb.i) - 2]:
        if token.text == "," and not quotes.around(token.i):
            head = doc[start]
            marks = (f"{family} behind comma {share}", f"behind comma {head.dep_}")
            yield Reading((token.i + 1, end), marks)
            break


def _more_quotations(content: Range, quotes: Quotes) -> Iterator[Reading]:
    """A quotation behind its cue that goes on as the next one."""
    start, end = content
    for opened, closed in quotes.ranges:
        if opened >= end and opened - end <= 2:
            end = closed
            yield Reading((start, end), ("quote more",))


def _joined(
    doc: "Doc", verb: "Token", family: str, content: Range, quotes: Quotes
) -> Iterator[Reading]:
    """A quotation that goes on behind the cue, in its sentence or right behind it."""
    start, end = content
    share = "quoted" if quotes.share((start, min(end, verb.i))) > 0.5 else "plain"
    following = [(a, b) for a, b in quotes.ranges if a > verb.i and b > end]
    if not following:
        return
    opened, closed = following[0]
    if opened > verb.sent.end + 1 and opened - verb.i > 3:
        return
    between = doc[max(verb.i, min(end, opened)) + 1 : opened]
    gap = len(between)
    spoken = min(end, verb.i) - start + closed - opened
    place = "same" if opened < verb.sent.end else "next"
    marks = [f"{family} joined {share}", f"joined {place} {share}"]
    marks.append(
        f"joined gap={'4' if gap < 4 else '8' if gap < 8 else '16' if gap < 16 else 'many'}"
    )
    if gap > spoken * 0.6:
        marks.append("joined over a long gap")
    verbs = [token for token in between if token.pos_ == "VERB" and token.tag_ != "VBN"]
    if verbs:
        reports = any(token.lemma_.lower() in SAYING for token in verbs)
        marks.append("joined over a report" if reports else "joined over a verb")
    yield Reading((start, closed), tuple(marks))
    for number, (after, last) in enumerate(following[1:4]):
        if after - closed > 2:
            return
        closed = last
        yield Reading((start, closed), (*marks, f"joined more {number}"))
