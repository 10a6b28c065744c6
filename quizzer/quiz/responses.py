"""Responses as text for the log, and back."""

from quizzer.quiz.model import Chosen, Mode, Rated, Response, Skipped, Typed, Verdict


def response_words(response: Response) -> str:
    """A response as one text, from which `read_response` gets it back."""
    match response:
        case Typed(text):
            return text
        case Chosen(options):
            return "\n".join(options)
        case Rated(knew):
            return "knew" if knew else "did not know"
        case Skipped():
            return ""


def read_response(words: str, mode: Mode, verdict: str) -> Response:
    """The response that `response_words` put into words."""
    if verdict == Verdict.SKIPPED:
        return Skipped()
    match mode:
        case Mode.CHOICE:
            return Chosen(tuple(words.split("\n")) if words else ())
        case Mode.FLIP:
            return Rated(words == "knew")
        case Mode.TYPE:
            return Typed(words)
