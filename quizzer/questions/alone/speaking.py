"""Whom "he said" and "she added" mean: whoever spoke last goes on speaking.

Words between quotation marks are passed over: who is named in them is talked about, and what
hangs in them belongs to the speaker.
"""

from typing import TYPE_CHECKING

from quizzer.facts.model import AttributionFact
from quizzer.facts.word_classes import first_class
from quizzer.questions.names.persons_named import HE, SHE, SUBJECTS, Named
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token
    from quizzer.questions.alone.discourse import Discourse

_FARTHEST = 3
"""Sentences back, without those that are quoted from end to end."""
_MOST_SKIPPED = 8
_LEAST_CONFIDENCE = 0.5
_LEAST_FOR_A_PRONOUN = 0.3
_NO_PERSON = frozenset("it that this these those there which what".split())
_PERSONAL = frozenset({"person", "group", "none"})


def is_speaker(reading: Reading, sentence: Sentence, token: "Token") -> bool:
    """Whether the pronoun is the source of something said in its sentence."""
    if token.dep_ not in SUBJECTS:
        return False
    place = sentence.place(token)
    return any(
        fact.source.span.start == place and fact.confidence >= _LEAST_FOR_A_PRONOUN
        for fact in reading.cues_in(sentence.number)
    )


def spoke_before(discourse: "Discourse", sentence: Sentence, token: "Token") -> str | None:
    """The one who spoke last and can be meant by the pronoun; None where that is not clear."""
    reading = discourse.reading
    talked_of = {one.name for one in discourse.named_in(sentence.number) if one.start > token.i}
    paragraph = sentence.paragraph
    seen = 0
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - _MOST_SKIPPED), -1):
        last = reading.sentences[number]
        if last.is_heading or paragraph - last.paragraph > 1:
            return None
        paragraph = last.paragraph
        if _is_all_quoted(reading, last):
            continue
        seen += 1
        if seen > _FARTHEST:
            return None
        fitting = [
            one
            for one in discourse.named_in(number)
            if not reading.is_quoted(last.place(one.head))
            and discourse.fits(token.lower_, one.name)
            and one.name not in talked_of
        ]
        speaker = _speaker_of(discourse, last, token)
        if speaker is not None:
            rivals = {one.name for one in fitting if _is_rival(reading, last, one)} - {speaker}
            return None if rivals or speaker in talked_of else speaker
        if fitting or _has_another_subject(last, token):
            return None
    return None


def _speaker_of(discourse: "Discourse", sentence: Sentence, token: "Token") -> str | None:
    """The person of the pronoun's gender whose words the sentence reports, if it is one."""
    found: tuple[set[str], set[str]] = (set(), set())
    for fact in discourse.reading.cues_in(sentence.number):
        place = fact.cue.span.start
        if fact.confidence < _LEAST_CONFIDENCE or discourse.reading.is_quoted(place):
            continue
        name = _source_of(discourse, sentence, fact, token)
        if name is not None:
            # "Holm said that Dahl had called for it": Holm speaks
            is_told = any(
                other is not fact and other.confidence >= _LEAST_CONFIDENCE
                for other in discourse.reading.attributions_at(place)
            )
            found[is_told].add(name)
    names = found[False] or found[True]
    return next(iter(names)) if len(names) == 1 else None


def _source_of(
    discourse: "Discourse", sentence: Sentence, fact: AttributionFact, token: "Token"
) -> str | None:
    inside = sentence.tokens_in(fact.source.span)
    for one in discourse.named_in(sentence.number):
        is_beside = one.head.dep_ == "appos" and one.head.head.dep_ in SUBJECTS
        if one.head in inside and (is_beside or one.head.dep_ in {*SUBJECTS, "pobj", "ROOT"}):
            if any(c.dep_ == "conj" for c in one.head.children):
                return None
            return one.name if discourse.fits(token.lower_, one.name) else None
    same = HE if token.lower_ in HE else SHE
    if len(inside) == 1 and inside[0].lower_ in same:
        meant = discourse.meant_by(sentence, inside[0])
        return None if meant is None or meant.sure < 0.75 else meant.name
    return None


def _is_rival(reading: Reading, sentence: Sentence, one: Named) -> bool:
    """Whether the person does something in the sentence, and is not only talked about."""
    if not one.is_subject:
        return False
    place = sentence.place(one.head)
    return not any(
        fact.content.span.start <= place < fact.content.span.end
        for fact in reading.cues_in(sentence.number)
        if fact.confidence >= _LEAST_CONFIDENCE
    )


def _is_all_quoted(reading: Reading, sentence: Sentence) -> bool:
    return all(reading.is_quoted(sentence.place(t)) for t in sentence.tokens if t.is_alpha)


def _has_another_subject(sentence: Sentence, token: "Token") -> bool:
    """Whether the main subject is a person without a name, or a pronoun that may be another."""
    root = sentence.parse.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ in _NO_PERSON:
        return False
    if subject.pos_ == "NOUN":
        return subject.tag_ == "NN" and first_class("noun", subject.lemma_) in _PERSONAL
    return subject.pos_ in {"PRON", "PROPN"}
