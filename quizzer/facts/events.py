"""Finds what happened on a known day: a past clause with a full date on its verb."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizzer.deck.model import Span
from quizzer.facts.dates.within import dates_within
from quizzer.facts.language import ParsedParagraph
from quizzer.facts.model import DateFact, EventFact, Mention

if TYPE_CHECKING:
    from quizzer.facts.parse import Span as Words
    from quizzer.facts.parse import Token

_FULL_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ENTRY = re.compile(r"(?:\s*[:–—]|\s+-)\s+(?=\w)")
_GOES_ON = re.compile(r"\s?[-–—]\s?[0-9]|,?\s+(?:to|through|and|or)\s+[0-9]")
_ADVERBIAL = frozenset(["prep", "pobj", "npadvmod", "tmod", "pcomp", "advmod", "nmod", "obl"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
_SAYING = frozenset("say tell add note report ask reply comment explain quote cite write".split())
_LEFT_OUT = frozenset(["advcl", "parataxis", "cc", "conj", "punct", "intj", "mark", "dep"])
_UNREAL = frozenset("will would shall should could may might must can if unless".split())
_CLAUSAL = frozenset(["xcomp", "ccomp", "acomp", "agent"])
_OBJECTS = frozenset(["dobj", "attr", "oprd", "dative", "obj"])
_DATELINE = frozenset(["-", "–", "—", "--", "_"])
_TAILS = frozenset("which who where when while as according after before".split())
_LONGEST = 24
"""Words; later complements of a longer clause are left out."""


def find_events(
    paragraphs: Sequence[ParsedParagraph], dates: Sequence[DateFact]
) -> list[EventFact]:
    """The events in order: clauses in the past tense whose verb bears a date known to the day.

    The event's words hold a subject and a verb and no part of the date. Clauses that somebody
    only reports, pronouns as subjects and less sure dates lower the confidence. An entry of a
    chronology (`Feb. 12: ...`) is an event whatever its tense.
    """
    facts: list[EventFact] = []
    days = sorted(
        (date for date in dates if _FULL_DAY.fullmatch(date.value)), key=lambda date: date.span
    )
    for parsed in paragraphs:
        own = dates_within(days, parsed.paragraph.span)
        for date in own:
            facts += _events_on(parsed, date, own)
    return facts


def _events_on(
    parsed: ParsedParagraph, date: DateFact, days: Sequence[DateFact]
) -> Iterator[EventFact]:
    words = parsed.words(date.span)
    if words is None or len(words) == 0:
        return
    entry = _entry(parsed, date, words)
    if entry is not None:
        yield entry
        return
    if _GOES_ON.match(parsed.text, date.span.end - parsed.paragraph.span.start):
        return  # the first day of several
    verb, phrase = _verb_above(words)
    if verb is None or not _is_past(verb) or verb.lemma_.lower() in _SAYING:
        return
    clause = _clause(verb, phrase)
    if clause is None:
        return
    confidence = min(date.confidence, _confidence(verb))
    span = parsed.span(clause)
    if any(span.overlaps(day.span) for day in days):
        return  # its own or another date would tell where it belongs
    yield EventFact(
        evidence=parsed.span(words.sent),
        event=Mention(span, clause.text),
        date=date,
        confidence=confidence,
    )


def _entry(parsed: ParsedParagraph, date: DateFact, words: "Words") -> EventFact | None:
    """An entry of a chronology: the date, a colon or a dash, and what happened."""
    text = parsed.text
    start = parsed.paragraph.span.start
    mark = _ENTRY.match(text, date.span.end - start)
    if mark is None or text[: date.span.start - start].strip(" \n*•-–"):
        return None
    first = parsed.doc.char_span(mark.end(), mark.end() + 1)
    if first is None:
        return None
    end = first.sent.end_char
    event = text[mark.end() : end].rstrip().rstrip(".;")
    if len(event.split()) < 3:
        return None
    span = Span(start + mark.end(), start + mark.end() + len(event))
    evidence = Span(date.evidence.start, max(date.evidence.end, start + end))
    return EventFact(evidence, Mention(span, event), date, min(0.8, date.confidence))


def _verb_above(words: "Words") -> tuple["Token | None", "Token"]:
    """The verb that the date tells the time of, and the top of the phrase that holds the date."""
    token = words.root
    if words.start and words[0].nbor(-1).pos_ in {"DET", "ADJ", "PRON"}:
        return None, token  # `the March 3 storm`: the date belongs to a noun
    for _ in range(4):
        head = token.head
        if token.dep_ not in _ADVERBIAL or head.i == token.i:
            return None, token
        if head.pos_ in {"VERB", "AUX"}:
            return head, token
        if head.pos_ not in {"ADP", "SCONJ", "ADV"} or head.lower_ in _NOT_ON:
            return None, token
        token = head
    return None, token


_NOT_ON = frozenset("until till by since before after from to through for between".split())


def _is_past(verb: "Token") -> bool:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "mark"}]
    if any(child.lower_ in _UNREAL or child.dep_ == "neg" for child in helpers):
        return False
    if verb.tag_ == "VBD":
        return True
    return any(child.tag_ == "VBD" for child in helpers) and verb.tag_ in {"VBN", "VBD", "VB"}


def _subject(verb: "Token") -> "Token | None":
    """The subject nearest before the verb: a label before a colon is parsed as one too."""
    subjects = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
    return subjects[-1] if subjects else None


def _clause(verb: "Token", phrase: "Token") -> "Words | None":
    """From the subject to the last complement before the date, as one stretch of words."""
    subject = _subject(verb)
    if subject is None or subject.tag_ in {"WDT", "WP"}:
        return None
    start = subject.left_edge.i
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ in _LEFT_OUT or child.i == phrase.i:
            continue
        if child.right_edge.i - start < _LONGEST:
            end = child.right_edge.i + 1
        elif child.dep_ in _CLAUSAL or (child.dep_ == "prep" and end == verb.i + 1):
            return None  # without it the clause says nothing, or something else
        elif child.dep_ in _OBJECTS:
            end = child.i + 1
    first, last = phrase.left_edge.i, phrase.right_edge.i
    if start <= first < verb.i and first > subject.i:
        return None  # the date stands between subject and verb
    if verb.i < first < end:
        if any(child.i > last and child.dep_ in _CLAUSAL | _OBJECTS for child in verb.rights):
            return None  # `announced on Monday that ...` says little without the rest
        end = first
    if start <= first <= last < verb.i:
        start = last + 1
    doc = verb.doc
    for comma in doc[verb.i : end - 1]:
        if comma.text == "," and (comma.nbor().tag_ == "VBG" or comma.nbor().lower_ in _TAILS):
            end = comma.i  # `, including ...` and `, which ...` are asides
            break
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    for mark in doc[start : subject.i]:
        if mark.text in _DATELINE and doc[start].is_upper:
            start = mark.i + 1
    while start < end and (doc[start].is_punct or doc[start].is_space):
        start += 1
    if not start <= subject.i < verb.i < end or not 3 <= end - start <= _LONGEST:
        return None
    words = doc[start:end]
    return None if _is_torn(words.text) else words


def _is_torn(text: str) -> bool:
    """Whether a quotation or a bracket is opened or closed, but not both."""
    return (
        text.count('"') % 2 == 1
        or text.count("“") != text.count("”")
        or text.count("``") != text.count("''")
        or text.count("(") != text.count(")")
    )


def _confidence(verb: "Token") -> float:
    """Highest for a main clause with a noun as subject."""
    subject = _subject(verb)
    score = 0.85
    if verb.dep_ not in {"ROOT", "conj"}:
        score = 0.55
    if subject is None or subject.pos_ == "PRON":
        score = min(score, 0.55)
    return score
