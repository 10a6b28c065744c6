"""The last look at a candidate before it may enter a deck: each check has the flaw's name."""

import re
from collections.abc import Callable

from quizzer.deck.model import AllAnswer, Question, TextAnswer
from quizzer.deck.support import unsupported_part
from quizzer.questions.candidates import MOST_WORDS, Candidate, Desk
from quizzer.questions.review.deck import RULES
from quizzer.questions.review.rules import Case, DeckIndex
from quizzer.questions.wording import word_count

_MOST_QUOTED = 14
_HANGS = re.compile(
    r"\b(?:since|then|there|so|ago|too|that|this|such|it|one|to do|across|into|onto|over|by|at|in"
    r"|on|St|Mr|Mrs|Dr|Gov|Sen|Rep|No)[\"']?\?$",
    re.I,
)
_IS_QUOTATION = re.compile(r'^[^"]*\bsaid(?: of [^":]+)?: "')
_HALF_QUOTED = re.compile(r'\b(?:said|added),? "(?:when|if|because|although|while|and|but)\b')
_ODD = re.compile(r"[<>{}\[\]|@#\\]|https?:|www\.|\.\.\.|…|--|\n|(?<!_)_(?!_)|&[A-Z]")
_WORD = re.compile(r"[^\W_]+")
_NOBODY = DeckIndex(())
_STOPPING = tuple(rule for rule in RULES if rule.code not in {"F7", "I04", "I10", "I13"})
"""F7 is seen better in the parse, and the others are a matter of the form asked in."""


def part_of_answer(candidate: Candidate, _desk: Desk) -> str | None:
    """F5: a telling word of the key stands in the stem."""
    match candidate.answer:
        case TextAnswer(text):
            key = text
        case AllAnswer(items):
            key = " ".join(items)
        case _:
            return None
    stem = candidate.stem.lower()
    for word in re.findall(r"[\w’'-]+", key):
        if re.search(rf"\bwhich {re.escape(word.lower())}\b", stem):
            continue
        if len(word) > 3 and re.search(rf"\b{re.escape(word.lower())}\b", stem):
            return f"{word!r} stands in the stem"
    return None


def unsupported(candidate: Candidate, desk: Desk) -> str | None:
    """F2: the key does not stand in the evidence."""
    text = desk.reading.article.text
    cited = " ".join(span.of(text) for span in candidate.evidence)
    part = unsupported_part(candidate.answer, cited, text)
    return None if part is None else f"{part!r} is not in the evidence"


def misquoted(candidate: Candidate, desk: Desk) -> str | None:
    """F2: words stand in quotation marks that nobody said in just these words."""
    text = desk.reading.article.text
    cited = " ".join(_words(span.of(text)) for span in candidate.evidence)
    for quoted in re.findall(r'"([^"]+)"', candidate.stem):
        if _words(quoted) not in cited:
            return f"{quoted!r} is not what was said"
    return None


def _words(text: str) -> str:
    """The words alone, so that marks and line breaks make no difference."""
    words = " ".join(_WORD.findall(text.casefold()))
    return f" {words} "


def strange_signs(candidate: Candidate, _desk: Desk) -> str | None:
    """F8: signs of markup, of cuts, or of something that is no sentence."""
    if _ODD.search(candidate.stem):
        return "signs that are no words"
    if re.search(r"[a-rt-z]' (?!\w+')", re.sub(r'"[^"]*"', "", candidate.stem)):
        return "a possessive without its noun"
    if re.match(r"\d{1,2} [A-Z][a-z]+ \d{4}\b", candidate.stem):
        return "a date without its preposition"
    if re.search(r"____ (?:19|20)\d\d\b", candidate.stem):
        return "a year without its preposition"
    if re.search(r"\$[\d.]+ ?[mb]illion to (?:\$\d|____)|raised? ____ to \$", candidate.stem):
        return "two sums run into one"
    if re.search(r"\bthat [A-Z]\w+ [A-Z]\w+, (?:will|would|has|had|is|was)\b", candidate.stem):
        return "a comma parts the subject from its verb"
    if re.search(r"\b(?:and|or|but)[,?]", candidate.stem):
        return "a row that breaks off"
    if re.search(r"percent[^,?]*, (?:[A-Z]\w+ )+\d", candidate.stem):
        return "a row without its verbs"
    if re.search(r'(?<!: )"[^"]*\b(?:this|that)[.,]?"', candidate.stem):
        return "quoted words point to something outside"
    if re.search(
        r"____-\s|____ -|\d- |(?<![.?!:\"] )(?<!^)(?<![\"'])\bThe (?=[a-z])", candidate.stem
    ):
        return "torn words"
    if re.search(r", (?:of \w+ing|from the (?!earliest))|____ and a half", candidate.stem):
        return "a comma parts the verb from what it needs"
    unquoted = re.sub(r'"[^"]*"', '""', candidate.stem)
    if re.search(r" [-–—―] |[–—―]", unquoted):
        return "a dash opens an aside"
    if not _IS_QUOTATION.search(candidate.stem) and any(
        word_count(quoted) > _MOST_QUOTED for quoted in re.findall(r'"([^"]*)"', candidate.stem)
    ):
        return "heavy quoting"
    if re.search(
        r'\b(?:said|added),? "(?:when|if|because|although|while|and|but)\b', candidate.stem
    ):
        return "half a sentence is quoted"
    if re.search(
        r'(?<!: )"(?:this|that|it|these|those|they|he|she|him|her)\b', candidate.stem, re.I
    ):
        return "quoted words point to something outside"
    return "the end hangs in the air" if _HANGS.search(candidate.stem) else None


def by_the_rules(candidate: Candidate, _desk: Desk) -> str | None:
    """What the reviewer of decks would say."""
    question = Question(
        id="candidate",
        stem=candidate.stem,
        answer=candidate.answer,
        accept=candidate.accept,
        distractors=candidate.distractors,
    )
    case = Case(question, _NOBODY)
    for rule in _STOPPING:
        for reason in rule.look(case):
            return f"{rule.code} {reason}"
    return None


_EMPTY = frozenset(
    "the a an of in on at to for from by with and or as is was were are be been being did do does"
    " had has have that this who whom which what when where how many much two people country"
    " countries organization state it its he she his her they their them would will could can may"
    " might should not during again over after before about against into under more than".split()
)
_DATE = re.compile(
    r"\b(?:(?:on|in|since|until|during|of) )*(?:the (?:week|evening|morning|night|afternoon) of )?"
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) \d{4}\b|\b(?:in )?(?:19|20)\d\d\b"
)
_ENOUGH = {"who": 4, "whom": 4, "which": 4, "what": 5}


def too_general(candidate: Candidate, _desk: Desk) -> str | None:
    """F3: the stem says so little that others fit too: who appeared on television?"""
    if candidate.kind not in {"event", "place", "attribution"} or '"' in candidate.stem:
        return None
    text = _DATE.sub("", re.sub(r"^(?:In|As|According) [^,]* \w+ \d{4}, ", "", candidate.stem))
    found = re.search(r"\b(whom?|which|what)\b", text, re.I)
    if found is None or candidate.form in {"true or false", "order"} or not text.endswith("?"):
        return None
    words = [w for w in re.findall(r"[\w'-]+", text) if w.lower() not in _EMPTY]
    fewest = _ENOUGH[found[1].lower()] - (1 if candidate.form == "pair" else 0)
    return f"only {len(words)} telling words" if len(words) < fewest else None


def too_long(candidate: Candidate, _desk: Desk) -> str | None:
    """W1: more than 35 words."""
    return "over 35 words" if word_count(candidate.stem) > MOST_WORDS else None


CHECKS: tuple[tuple[str, Callable[[Candidate, Desk], str | None]], ...] = (
    ("F5", part_of_answer),
    ("F2", unsupported),
    ("F2", misquoted),
    ("F8", strange_signs),
    ("F3", too_general),
    ("W1", too_long),
    ("", by_the_rules),
)


def stop_reason(candidate: Candidate, desk: Desk) -> tuple[str, str] | None:
    """The name of the first check that stops the candidate, and why; None lets it pass."""
    for name, check in CHECKS:
        reason = check(candidate, desk)
        if reason is not None:
            if name:
                return name, reason
            code, _, rest = reason.partition(" ")
            return code, rest
    return None
