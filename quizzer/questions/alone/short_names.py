"""Short words that get a name: the appeals court, the race, the North, the 26-year-old."""

from typing import TYPE_CHECKING

from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.alone.lacking import is_of_level
from quizzer.questions.alone.setting import Setting
from quizzer.questions.names.epithets import Epithets
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_HALVED = ("Korea", "Vietnam", "Yemen", "Sudan")
"""Countries whose northern or southern one is called the North or the South."""


def put_court(
    setting: Setting,
    sentence: Sentence,
    noun: "Token",
    determiner: "Token",
    kept: set[int],
    found: Grounded,
) -> None:
    """Puts the name of the one court that the article names for `the appeals court`, where it is
    of that level, or blames the noun."""
    words = {t.i for t in noun.subtree}
    court = setting.words_for(sentence, noun, is_bare=True)
    if court is None or not words <= kept or not is_of_level(court, noun):
        found.blame(noun, f"F4 definite: the {noun.text}")
        return
    found.swaps.update(dict.fromkeys(words, ""))
    found.swaps[determiner.i] = court
    found.has_name = True


def put_body(
    setting: Setting, sentence: Sentence, noun: "Token", determiner: "Token", found: Grounded
) -> bool:
    """Puts `the Security Council` for a bare `the Council`, or blames it; tells whether it is such
    a word."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    is_bare = determiner.i + 1 == noun.i and (
        after is None or not (after.text[:1].isupper() or after.lower_ in {"of", "for", "on", "-"})
    )
    if not is_bare or determiner.lower_ != "the" or not setting.is_kind_of_body(noun):
        return False
    name = setting.body_called(sentence, noun)
    if name is None:
        found.blame(noun, f"F4 definite: the {noun.text}")
        return True
    found.swaps[determiner.i] = name
    found.swaps[noun.i] = ""
    found.has_name = True
    return True


def put_contest(
    setting: Setting, sentence: Sentence, noun: "Token", determiner: "Token", found: Grounded
) -> bool:
    """Puts `the 2016 presidential race` for a bare `the race`, whoever runs in it."""
    if noun.lemma_ not in {"election", "race"} or determiner.i + 1 != noun.i:
        return False
    if any(c.dep_ in {"prep", "relcl", "acl"} for c in noun.children):
        return False
    words = setting.words_for(sentence, noun, is_bare=True)
    if words is None:
        return False
    found.swaps[determiner.i] = words
    found.swaps[noun.i] = ""
    return True


def put_half(reading: Reading, token: "Token", determiner: "Token", found: Grounded) -> bool:
    """Puts `North Korea` for `the North`, where the article names one such country."""
    if token.text not in {"North", "South"} or determiner.i + 1 != token.i:
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and (after.text[:1].isupper() or after.lower_ == "of"):
        return False
    text = reading.article.text
    names = [n for half in _HALVED if (n := f"{token.text} {half}") in text]
    if len(names) != 1:
        return False
    found.swaps[determiner.i] = ""
    found.swaps[token.i] = names[0]
    found.has_name = True
    return True


def put_aged(
    epithets: Epithets, sentence: Sentence, old: "Token", kept: set[int], found: Grounded
) -> None:
    """Puts the full name for `the 26-year-old`, or blames it."""
    words = [t for t in old.subtree if t.i <= old.i]
    name = epithets.aged(sentence, old, found.speaker)
    if name is None or name in found.told or not {t.i for t in words} <= kept:
        found.blame(old, "F4 definite: the one of that age")
        return
    found.swaps.update({t.i: "" for t in words})
    found.swaps[words[0].i] = name
    found.told.add(name)
    found.has_name = True
