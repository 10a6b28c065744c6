"""No fact twice in the same way: of questions that ask the same, the better ranked one stays."""

import re
from collections import Counter

from quizzer.questions.candidates import EVENT_LEADS, LEADS, OPINION, Candidate, Desk
from quizzer.questions.grammar.wording import word_count

_ALIKE = 0.75
_ONE_WAY = {"what": "who", "office": "who"}
"""Forms that ask the same again: how somebody was described, and who was described so."""
_MOST_ALIKE = 50


def without_repeats(candidates: list[Candidate], desk: Desk) -> list[Candidate]:
    """The candidates, in their order, without those that repeat one before them.

    Two questions with nearly the same words and different keys are both doubtful; the later
    one goes as well, so that no stem has two defensible answers.
    """
    kept: list[Candidate] = []
    facts: set[tuple[object, str]] = set()
    told: set[str] = set()
    stems: dict[tuple[str, str, str], list[tuple[frozenset[str], Candidate]]] = {}
    for candidate in candidates:
        fact = (candidate.fact, _ONE_WAY.get(candidate.form, candidate.form))
        words = content_words(candidate.stem)
        near = {
            id(other): (theirs, other)
            for word in words
            for theirs, other in stems.get((candidate.kind, candidate.form, word), ())
        }
        twin = next(
            (
                other
                for mine, other in near.values()
                if (
                    _alike(words, mine, same_key=candidate.key == other.key)
                    and _names_agree(candidate.stem, other.stem)
                )
                or (candidate.key == other.key and _quote_the_same(candidate.stem, other.stem))
            ),
            None,
        )
        plain = _LEAD.sub("", candidate.stem).casefold()
        if fact in facts or twin is not None or plain in told:
            desk.refuse(
                candidate.kind, candidate.stem, "F10", "asked already", candidate.evidence[0]
            )
            continue
        facts.add(fact)
        told.add(plain)
        for word in words:
            group = stems.setdefault((candidate.kind, candidate.form, word), [])
            if len(group) < _MOST_ALIKE:  # a word in so many stems tells nothing
                group.append((words, candidate))
        kept.append(candidate)
    return kept


_MOST_OF_A_SENTENCE = 4
_WORDS_EACH = 7
"""A long sentence tells more: it may have a question for every seven words."""


def few_per_sentence(candidates: list[Candidate], desk: Desk) -> list[Candidate]:
    """The candidates, in their order, but no more about one sentence than its length allows."""
    numbers: Counter[int] = Counter()
    kept = []
    for candidate in candidates:
        numbers[candidate.sentence] += 1
        words = word_count(desk.reading.sentences[candidate.sentence].text)
        if numbers[candidate.sentence] > max(_MOST_OF_A_SENTENCE, words // _WORDS_EACH):
            desk.refuse(
                candidate.kind, candidate.stem, "F10", "enough is asked", candidate.evidence[0]
            )
            continue
        kept.append(candidate)
    return kept


_ASKING = frozenset(
    "made launched what which where when whom whose many much money date month year according"
    " reported true false with that than".split()
)


_WORD = re.compile(r"[A-Za-z0-9]+")
_LEAD = re.compile(
    rf"^(?:{'|'.join((*LEADS, OPINION))}) \w+ \d{{4}}, |^According to [^,]*, "
    rf"|^(?:{'|'.join(EVENT_LEADS)}) the [^,]* \d{{4}}, "
)


def content_words(stem: str) -> frozenset[str]:
    """The words of the stem that say what happened: no names, and not the words of asking."""
    words = _WORD.findall(_LEAD.sub("", stem))
    return frozenset(
        word if word.isdigit() else word[:6]  # proposed and proposal are one
        for word in words
        if (word[0].islower() and len(word) > 3 and word not in _ASKING) or word.isdigit()
    ) or frozenset(words)


def _quote_the_same(one: str, other: str) -> bool:
    """Whether words in quotation marks of one stem stand among those of the other."""
    return any(
        mine in theirs or theirs in mine for mine in _quotes(one) for theirs in _quotes(other)
    )


def _quotes(stem: str) -> list[str]:
    return [" ".join(re.findall(r"\w+", part.lower())) for part in re.findall(r'"([^"]+)"', stem)]


def _names_agree(one: str, other: str) -> bool:
    """Whether one of two stems names nothing that the other does not name."""
    mine, theirs = _capitals(one), _capitals(other)
    return mine <= theirs or theirs <= mine


def _capitals(stem: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<!^)\b[A-Z][\w.]+", stem))


def _alike(one: frozenset[str], other: frozenset[str], *, same_key: bool) -> bool:
    """Whether the words are nearly the same; all but one where the keys differ, for then a
    single verb may tell who proposed something from who supported it."""
    shared = len(one & other)
    if not same_key:
        return shared >= 0.95 * max(len(one), len(other))
    return shared >= _ALIKE * min(len(one), len(other)) if one and other else one == other
