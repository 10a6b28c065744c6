"""What somebody said, word for word: the one sentence of it that stands alone best."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.deck.model import Span as Stretch
from quizzer.facts.model import AttributionFact
from quizzer.facts.surnames import last_name
from quizzer.questions.alone.binding import KIN
from quizzer.questions.alone.mentions import is_person_noun
from quizzer.questions.alone.pronouns import is_expletive
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import SUBJECTS
from quizzer.questions.grammar.wording import mend, plain_marks, word_count
from quizzer.questions.names.persons_named import HE, SHE
from quizzer.questions.reading import Sentence
from quizzer.questions.said.source_names import SourceName
from quizzer.questions.said.topics import topic_of

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_FEWEST, _MOST, _BEST = 6, 28, 14
_ASKED = 2
_BACK = 3
"""Sentences back in which the person is named whom quoted words call `he`."""
_POINTING = frozenset(
    "it this that these those they them theirs its here there then another such".split()
)
_DEICTIC = frozenset(
    "today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday"
    " now".split()
)
_COUNTING = frozenset("last next this past coming other".split())
_PERIODS = frozenset("night week weekend month year day days summer winter spring fall".split())
_LINKING = frozenset("and but or so because which well yet".split())


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted sentence; `about` is the person whom its pronouns mean, or what it is said of."""

    sentence: Sentence
    words: str
    about: str | None = None


def best_quotations(desk: Desk, fact: AttributionFact, source: SourceName) -> list[Quotation]:
    """The quoted sentences of the attribution that can be asked about, at most two."""
    found: list[Quotation] = []
    for quote in desk.reading.quotes_in(fact.content.span):
        for sentence in sentences_of(desk, quote):
            quotation = _quotable(desk, sentence, quote, source, topic_of(desk, sentence, fact))
            if quotation is not None:
                found.append(quotation)
    # Neither a bare exclamation nor a speech.
    found.sort(key=lambda one: (abs(word_count(one.words) - _BEST), one.sentence.number))
    return found[:_ASKED]


def sentences_of(desk: Desk, span: Stretch) -> list[Sentence]:
    """The sentences that share text with the span, in order."""
    first = desk.reading.sentence_at(span.start)
    if first is None:
        return []
    found = [first]
    while found[-1].span.end < span.end and found[-1].number + 1 < len(desk.reading.sentences):
        following = desk.reading.sentences[found[-1].number + 1]
        if following.span.start >= span.end:
            break
        found.append(following)
    return found


def _quotable(
    desk: Desk, sentence: Sentence, quote: Stretch, source: SourceName, topic: str | None
) -> Quotation | None:
    tokens = [t for t in sentence.tokens_in(quote) if not t.is_space and not t.is_quote]
    tokens = [t for t in tokens if t.text not in {"''", "``"}]
    if tokens and (tokens[0].text[0].islower() or not _opens(desk, sentence, tokens[0])):
        return None  # the middle of a sentence
    while tokens and (tokens[0].lower_ in _LINKING or tokens[0].is_punct):
        tokens = tokens[1:]
    if not tokens or not _is_whole(tokens) or _counts_from_today(tokens):
        return None
    if topic is None and not stands_alone_as_quote(tokens):
        return None
    about = topic
    loose = [t for t in tokens if t.lower_ in HE | SHE and not _named_before(tokens, t)]
    if loose:
        about = _spoken_about(desk, sentence, loose, source)
        if about is None or any(t.text == last_name(about) for t in tokens):
            return None
    words = _as_printed(desk, sentence, tokens)
    return None if words is None else Quotation(sentence, words, about)


def _opens(desk: Desk, sentence: Sentence, token: "Token") -> bool:
    """Whether the word opens the quotation or a sentence in it."""
    before = desk.reading.article.text[: sentence.place(token)].rstrip()
    return not before or before[-1] in "\"“'‘`.!?…" or before.endswith("''")


def _as_printed(desk: Desk, sentence: Sentence, tokens: list["Token"]) -> str | None:
    start = sentence.place(tokens[0])
    end = sentence.place(tokens[-1]) + len(tokens[-1])
    words = mend(plain_marks(desk.reading.article.text[start:end]).replace('"', "'"))
    words = re.sub(r"\[(\w)\]", r"\1", words).rstrip(".,;:")
    if len(re.findall(r"(?<!\w)'|'(?!\w)", words)) % 2:
        return None
    if not words or re.search(r"[(\[]|\.\.|…| [–—-] |--", words):
        return None
    if not _FEWEST <= word_count(words) <= _MOST:
        return None
    words = words[0].upper() + words[1:]
    return words if words[-1] in "!?" else words + "."


def _is_whole(tokens: list["Token"]) -> bool:
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head == token]
    tops = [token for token in tops if not token.is_punct]
    return (
        len(tops) == 1
        and tops[0].pos_ in VERBAL
        and (tops[0].tag_ != "VBG" or any(c.dep_ == "aux" for c in tops[0].children))
        and any(
            child.dep_ in SUBJECTS | {"expl"} and child.i in inside for child in tops[0].children
        )
        and tokens[0].dep_ != "mark"
    )


def _counts_from_today(tokens: list["Token"]) -> bool:
    return any(
        t.lower_ in _DEICTIC
        or (t.lower_ in _COUNTING and t.i + 1 < len(t.doc) and t.nbor(1).lower_ in _PERIODS)
        for t in tokens
    )


def stands_alone_as_quote(tokens: list["Token"]) -> bool:
    """Whether quoted words make sense to somebody who has not read what came before."""
    if _counts_from_today(tokens):
        return False
    if any(t.lower_ == "so" and t.nbor(-1).lemma_ == "do" for t in tokens if t.i > 0):
        return False
    for token in tokens:
        if token.lower_ not in _POINTING or token.tag_ in {"IN", "WDT", "EX"}:
            continue
        if token.dep_ in {"expl", "mark"} or (token.lower_ == "it" and is_expletive(token)):
            continue
        if token.lower_ in {"those", "that"} and any(
            c.dep_ in {"relcl", "acl", "prep"} for c in token.children
        ):
            continue
        plural = token.lower_ in {"they", "them", "their", "theirs"}
        if token.lower_ not in {"it", "its", "they", "them", "their", "theirs"} or not any(
            t.i < token.i and t.pos_ in {"NOUN", "PROPN"} and t.dep_ in SUBJECTS
            and (token.dep_ in SUBJECTS or t.head != _governor(token))
            and (t.tag_ in {"NNS", "NNPS"}) == plural for t in tokens
        ):  # fmt: skip
            return False
    named = any(t.pos_ == "PROPN" for t in tokens)
    nouns = sum(t.pos_ in {"NOUN", "PROPN"} for t in tokens)
    return named or nouns >= 2


def _governor(token: "Token") -> "Token":
    """The verb whose part the pronoun is: the subject of that verb is somebody else."""
    head = token.head
    while head.dep_ in {"prep", "agent", "conj"} and head.pos_ not in VERBAL:
        head = head.head
    return head


def _named_before(tokens: list["Token"], pronoun: "Token") -> bool:
    return any(
        t.i < pronoun.i
        and (
            t.ent_type_ == "PERSON"
            or t.lower_ in {"who", "man", "woman"}
            or (t.pos_ == "NOUN" and (t.lemma_ in KIN or is_person_noun(t.lemma_)))
        )
        for t in tokens
    )


def _spoken_about(
    desk: Desk, sentence: Sentence, loose: list["Token"], source: SourceName
) -> str | None:
    """The one person, not the speaker, who can be meant by the pronouns in quoted words."""
    genders = {t.lower_ in HE for t in loose}
    if len(genders) != 1:
        return None
    discourse = desk.grounding.discourse
    for back in range(_BACK):
        number = sentence.number - back
        if number < 0 or sentence.paragraph - desk.reading.sentences[number].paragraph > 1:
            return None
        names = {
            one.name
            for one in discourse.named_in(number)
            if one.name != source.name and discourse.fits(loose[0].lower_, one.name)
        }
        if names:
            name = next(iter(names))
            sure = len(names) == 1 and desk.people.is_introduced(name)
            return name if sure and discourse.is_known(name) else None
    return None
