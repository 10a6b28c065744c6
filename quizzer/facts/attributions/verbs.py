"""Verbs as cues: who does what the verb says, and what is said."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import (
    SUBJECTS,
    Candidate,
    Range,
    lemma_of,
    noun_phrase,
    subject_of,
    trimmed,
)
from quizzer.facts.attributions.complements import complement
from quizzer.facts.attributions.features import common_features
from quizzer.facts.attributions.lexicon import SAYING
from quizzer.facts.attributions.quotes import Quotes
from quizzer.facts.attributions.readings import Reading, readings

_SPEAKERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PERSONS = frozenset("he she they we i who".split())
_SELF_BOUND = frozenset("promise vow pledge threaten swear".split())
"""Of "promised Moe to go" the subject goes, of "told Moe to go" the object."""
_ENDINGS = "\"”’'»,"

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token


def verb_candidates(
    doc: "Doc", quotes: Quotes, is_worth: Callable[[Candidate], bool]
) -> Iterator[Candidate]:
    """What may be the source and content of each verb; the surest reading counts later."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        seen: set[tuple[Range, Range]] = set()
        for made in _readings_of(doc, verb, quotes, is_worth):
            if (made.source, made.content) not in seen:
                seen.add((made.source, made.content))
                yield made


def _readings_of(
    doc: "Doc", verb: "Token", quotes: Quotes, is_worth: Callable[[Candidate], bool]
) -> Iterator[Candidate]:
    found = complement(doc, verb, quotes)
    if found is None:
        return
    form, content = found
    sources = _sources(doc, verb, content)
    first = next(sources, None)
    if first is None:
        return
    features = tuple(common_features(doc, verb, first[1], content, quotes, form))
    plain = _candidate(doc, verb, form, Reading(content, ()), first[1], first[0], quotes, features)
    if plain is not None and not is_worth(plain):
        yield plain
        return
    subjects = [first, *sources]
    for reading in readings(doc, verb, form, content, quotes):
        for name, subject in subjects:
            made = _candidate(doc, verb, form, reading, subject, name, quotes, features)
            if made is not None:
                yield made


def _candidate(
    doc: "Doc",
    verb: "Token",
    form: str,
    reading: Reading,
    subject: "Token",
    name: str,
    quotes: Quotes,
    features: tuple[str, ...],
) -> Candidate | None:
    source = _beside(noun_phrase(subject), subject, verb)
    content = _whole_quote(reading.content, verb.i, quotes)
    is_split = form in ("before", "quote", "inserted") and content[0] < verb.i < content[1]
    content = quotes.whole(trimmed(doc, _without(content, source, verb.i, is_split)))
    if content[0] >= content[1] or (content[0] <= verb.i < content[1] and not is_split):
        return None
    kind = subject.ent_type_ or subject.pos_
    marks = (*reading.marks, f"by {name}", f"by {name} {verb.dep_}", f"by {name} {kind}")
    return Candidate(source, (verb.i, verb.i + 1), content, lemma_of(verb), form, features, marks)


def _beside(source: Range, subject: "Token", verb: "Token") -> Range:
    """A source that does not run across its verb: an apposition may hang on it from afar."""
    start, end = source
    if not start <= verb.i < end:
        return source
    start, end = (start, verb.i) if subject.i < verb.i else (verb.i + 1, end)
    for token in verb.children:
        if subject.i < token.i < verb.i and token.dep_ in ("aux", "advmod", "neg", "auxpass"):
            end = min(end, token.i)
    return start, end


def _sources(doc: "Doc", verb: "Token", content: Range) -> Iterator[tuple[str, "Token"]]:
    """Who may do what the verb says, the likeliest first, each with how it was found."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    agents = [
        noun
        for child in verb.children
        if child.dep_ == "agent"
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    if passive and agents:
        yield "agent", agents[0]
        return
    seen: set[int] = set()
    has_own = any(child.dep_ in SUBJECTS for child in verb.children)
    controller = None if has_own else _controller(verb)
    is_forced = controller is not None and verb.dep_ == "xcomp"
    is_forced = is_forced and lemma_of(verb.head) not in _SELF_BOUND
    for name, token in (
        ("own", controller if is_forced else subject_of(verb)),
        *(() if has_own else (("object", controller), ("above", _above(verb)))),
        ("behind", _inverted(doc, verb)),
        ("near", _nearest(doc, verb)),
    ):
        if token is not None and token.i not in seen and _may_speak(token, verb, content):
            seen.add(token.i)
            yield name, token
            if name in ("behind", "near") or (name == "own" and has_own and verb.i - token.i < 4):
                return


def _controller(verb: "Token") -> "Token | None":
    """ "Forced Moe to admit that ...": the object of the verb above does it."""
    if verb.dep_ not in ("xcomp", "ccomp", "advcl"):
        return None
    objects = [c for c in verb.head.children if c.dep_ in ("dobj", "pobj") and c.i < verb.i]
    return objects[-1] if objects else None


def _above(verb: "Token") -> "Token | None":
    """The subject of a verb higher up than the next one."""
    above = verb.head
    for _ in range(4):
        if above.head.i == above.i:
            return None
        above = above.head
        for child in above.children:
            if child.dep_ in SUBJECTS and above.pos_ in ("VERB", "AUX"):
                return child
    return None


def _inverted(doc: "Doc", verb: "Token") -> "Token | None":
    """ "..., said Moe": a name right behind the verb, whatever the parse made of it."""
    if verb.lemma_.lower() not in SAYING or verb.i + 1 >= len(doc):
        return None
    following = doc[verb.i + 1]
    before = doc[verb.i - 1].text if verb.i else ""
    if following.ent_type_ not in _SPEAKERS or before[:1] not in _ENDINGS or not before:
        return None
    last = following
    while last.i + 1 < len(doc) and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    return last


def _nearest(doc: "Doc", verb: "Token") -> "Token | None":
    """The last name or personal pronoun in front of the verb, for want of a better parse."""
    for token in reversed(doc[max(verb.sent.start, verb.i - 12) : verb.i]):
        if token.lower_ in _PERSONS or (token.ent_type_ in _SPEAKERS and token.pos_ == "PROPN"):
            return token
    return None


def _may_speak(subject: "Token", verb: "Token", content: Range) -> bool:
    """Only a quotation that is split by "he said" may stand around its source."""
    return not content[0] <= subject.i < content[1] or content[0] < verb.i < content[1]


def _whole_quote(content: Range, verb: int, quotes: Quotes) -> Range:
    """A content that begins as a quotation behind the cue runs to that quotation's end."""
    start, end = content
    for opened, closed in quotes.ranges:
        if verb < opened <= start + 1 and start - opened <= 1 and closed > end:
            return opened, closed
    return content


def _without(content: Range, source: Range, verb: int, is_split: bool) -> Range:
    """A content that lies wholly on one side of the source and the cue."""
    start, end = content
    for barrier in (source, (verb, verb + 1)):
        if start < barrier[0] < end and barrier[1] < end:
            if is_split:
                continue
            # Inserted in the middle: the larger side.
            if barrier[0] - start >= end - barrier[1]:
                end = barrier[0]
            else:
                start = barrier[1]
        elif barrier[0] <= start < barrier[1]:
            start = barrier[1]
        elif barrier[0] < end <= barrier[1]:
            end = barrier[0]
    return start, end
