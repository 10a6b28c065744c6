"""True or false, in the words of a language and of a hurry."""

import re

from quizzer.quiz.grading.fold import fold
from quizzer.quiz.grading.typos import Closeness, closeness
from quizzer.quiz.model import Grade, right, wrong

_TRUE = {
    "en": "true t yes y right correct yep yeah yup",
    "de": "wahr w ja j richtig stimmt",
    "fr": "vrai v oui o juste",
    "es": "verdadero v si s cierto correcto",
    "it": "vero v si s giusto",
    "pt": "verdadeiro v sim s certo",
    "nl": "waar w ja j juist",
}
_FALSE = {
    "en": "false f no n wrong incorrect untrue nope nah",
    "de": "falsch f nein n unwahr",
    "fr": "faux f non n",
    "es": "falso f no n incorrecto",
    "it": "falso f no n sbagliato",
    "pt": "falso f nao n errado",
    "nl": "onwaar o nee n onjuist",
}


_LEAD = re.compile(r"(?:(?:it|that|this)(?:s| is)? )?(?P<no>(?:is)?nt |not )?")
_TAIL = re.compile(r",? (?:i (?:think|guess|believe)|of course|it is)$")


def read_truth(text: str, language: str = "en") -> bool | None:
    """What `text` claims; None when it claims neither.

    >>> read_truth("it isn't true"), read_truth("not false"), read_truth("perhaps")
    (False, True, None)
    """
    words = _TAIL.sub("", " ".join(fold(text).strip(" .!").split()))
    if words == "of course":
        return True
    lead = _LEAD.match(words)
    word = words[lead.end() :] if lead else words
    claimed = _claimed(word, language)
    if claimed is None or lead is None or lead["no"] is None:
        return claimed
    return not claimed


def _claimed(word: str, language: str) -> bool | None:
    for code in (language[:2], "en"):
        for truth, words in ((True, _TRUE), (False, _FALSE)):
            known = words.get(code, "").split()
            if word in known or any(closeness(word, one) is Closeness.TYPO for one in known):
                return truth
    return None


def grade_truth(written: str, key: bool, language: str = "en") -> Grade:
    """Grades a typed or chosen truth value."""
    claimed = read_truth(written, language)
    if claimed is None:
        return wrong("answer true or false")
    return right() if claimed is key else wrong()
