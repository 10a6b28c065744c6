"""True or false, in the words of a language and of a hurry."""

from quizzer.quiz.grading.fold import fold
from quizzer.quiz.model import Grade, right, wrong

_TRUE = {
    "en": "true t yes y right correct",
    "de": "wahr w ja j richtig stimmt",
    "fr": "vrai v oui o juste",
    "es": "verdadero v si s cierto correcto",
    "it": "vero v si s giusto",
    "pt": "verdadeiro v sim s certo",
    "nl": "waar w ja j juist",
}
_FALSE = {
    "en": "false f no n wrong incorrect untrue not true",
    "de": "falsch f nein n unwahr",
    "fr": "faux f non n",
    "es": "falso f no n incorrecto",
    "it": "falso f no n sbagliato",
    "pt": "falso f nao n errado",
    "nl": "onwaar o nee n onjuist",
}


def read_truth(text: str, language: str = "en") -> bool | None:
    """What `text` claims; None when it claims neither."""
    word = " ".join(fold(text).strip(" .!").split())
    if word == "not true":
        return False
    for code in (language[:2], "en"):
        if word in _TRUE.get(code, "").split():
            return True
        if word in _FALSE.get(code, "").split() and word != "not":
            return False
    return None


def grade_truth(written: str, key: bool, language: str = "en") -> Grade:
    """Grades a typed or chosen truth value."""
    claimed = read_truth(written, language)
    if claimed is None:
        return wrong("answer true or false")
    return right() if claimed is key else wrong()
