"""The last look at a candidate before it may enter a deck: each check has the flaw's name."""

import re
from collections.abc import Callable

from quizzer.deck.model import AllAnswer, Question, TextAnswer
from quizzer.deck.support import unsupported_part
from quizzer.questions.candidates import MOST_WORDS, Candidate, Desk
from quizzer.questions.done.tolls import contradicted
from quizzer.questions.grammar.wording import word_count
from quizzer.questions.names.body_kinds import kind_of_body
from quizzer.questions.review.betrayed import is_a_sum, tells_the_country, tells_the_office
from quizzer.questions.review.deck import RULES
from quizzer.questions.review.judged import judged
from quizzer.questions.review.loose import often_said, unknown_name, vague_key
from quizzer.questions.review.rules import Case, DeckIndex

_MOST_QUOTED = 14
_IS_QUOTATION = re.compile(r'^[^"]*\bsaid(?: of [^":]+)?: "')
_WORD = re.compile(r"[^\W_]+")
_KEY_WORD = re.compile(r"[\w’'-]+")
_NOBODY = DeckIndex(())
_STOPPING = tuple(
    rule for rule in RULES
    if rule.code not in {"F3", "F7", "F9", "F10", "I04", "I10", "I13"}
)  # fmt: skip
"""F3 and F10 look at other questions, F9 at the text, which a candidate has not; F7 is seen better
in the parse, and the others are a matter of the form asked in."""


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
    for word in _KEY_WORD.findall(key):
        if len(word) <= 3 or word == "side" or word.lower() not in stem:
            continue
        if re.search(rf"\bwhich {re.escape(word.lower())}\b", stem):
            continue
        if re.search(rf"\b{re.escape(word.lower())}\b", stem):
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
    if '"' not in candidate.stem:
        return None
    text = desk.reading.article.text
    cited = " ".join(_words(span.of(text)) for span in candidate.evidence)
    for quoted in _QUOTED.findall(candidate.stem):
        if _words(quoted) not in cited:
            return f"{quoted!r} is not what was said"
    return None


def _words(text: str) -> str:
    """The words alone, so that marks and line breaks make no difference."""
    words = " ".join(_WORD.findall(text.casefold()))
    return f" {words} "


_STRANGE = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"[<>{}\[\]|@#\\]|https?:|www\.|\.\.\.|…|--|\n|(?<!_)_(?!_)|&[A-Z]",
         "signs that are no words"),
        (r"^\d{1,2} [A-Z][a-z]+ \d{4}\b", "a date without its preposition"),
        (r"(?:____|\d,\d{3}) (?:19|20)\d\d\b", "a year without its preposition"),
        (r"\b[A-Z][a-z]+ (?:19|20)\d\d,? (?:in|of) (?:19|20)\d\d\b", "two years for one month"),
        (r"\$[\d.]+ ?[mb]illion to (?:\$\d|____)|raised? ____ to \$", "two sums run into one"),
        (r"\bthat [A-Z]\w+ [A-Z]\w+, (?:will|would|has|had|is|was)\b",
         "a comma parts the subject from its verb"),
        (r"\b(?:and|or|but)[,?]", "a row that breaks off"),
        (r'\bsaid: "[a-z]', "half a sentence is quoted"),
        (r'[\w,.?!]"?,? (?:they|he|she|it) (?:said|says|added|wrote|told \w+)\?$',
         "said twice"),
        (r"\b(?:[Ww]ho|[Ww]hich \w+) (?:told|informed|notified|reminded|assured)"
         r"(?: (?:on|in|at) (?:the )?[\dA-Z]| that\b|:)", "nobody is told"),
        (r"\b(?:St|Mr|Mrs|Dr|Gov|Sen|Rep)\.$", "a title without its name"),
        (r"percent[^,?]*, (?:[A-Z]\w+ )+\d", "a row without its verbs"),
        (r'(?<!: )"[^"]*\b(?:this|that)[.,]?"', "quoted words point to something outside"),
        (r"____-\s|____ -|\d- |(?<![.?!:\"] )(?<!^)(?<![\"'])\bThe (?=[a-z])", "torn words"),
        (r", (?:of \w+ing|from the (?!earliest))|____ and a half",
         "a comma parts the verb from what it needs"),
        (r'\b(?:said|added),? "(?:when|if|because|although|while|and|but)\b',
         "half a sentence is quoted"),
        (r'(?<!: )"(?i:this|that|it|these|those|they|he|she|him|her)\b',
         "quoted words point to something outside"),
    )
)  # fmt: skip
_HANGS = re.compile(
    r"\b(?:since|then|there|so|ago|too|that|this|such|it|one|to do|across|into|onto|over|by|at|in"
    r"|on|St|Mr|Mrs|Dr|Gov|Sen|Rep|No)[\"']?\?$",
    re.I,
)
_LONGEST_END = len("across'?")
_QUOTED = re.compile(r'"([^"]*)"')
_BARE_POSSESSIVE = re.compile(r"[a-rt-z]' (?!\w+')")
_DASH = re.compile(r" [-–—―] |[–—―]")


_BORN = re.compile(r"\bborn\b[^.]*?\b((?:19|20)\d\d)\b")
_AGED = re.compile(r", (?:aged? )?(\d{1,3}),|\b(\d{1,3})-year-old\b|\b(\d{1,3}) years old\b")


def at_odds_with_the_age(candidate: Candidate, desk: Desk) -> str | None:
    """F2: the sentence gives an age that does not go with the year of birth."""
    published = desk.reading.article.published
    if "born" not in candidate.stem or published is None:
        return None
    cited = desk.reading.sentences[candidate.sentence].text
    born, aged = _BORN.findall(cited), _AGED.search(cited)
    if len(born) != 1 or aged is None or " died" in cited:
        return None
    age = int(next(number for number in aged.groups() if number))
    lived = published.year - int(born[0])
    return None if lived - 1 <= age <= lived else f"nobody born in {born[0]} is {age}"


def strange_signs(candidate: Candidate, _desk: Desk) -> str | None:
    """F8: signs of markup, of cuts, or of something that is no sentence."""
    stem = candidate.stem
    for pattern, reason in _STRANGE:
        if pattern.search(stem):
            return reason
    if _HANGS.search(stem, max(0, len(stem) - _LONGEST_END)):
        return "the end hangs in the air"
    if "'" in stem and _BARE_POSSESSIVE.search(_QUOTED.sub("", stem)):
        return "a possessive without its noun"
    if _DASH.search(stem) and _DASH.search(_QUOTED.sub('""', stem)):
        return "a dash opens an aside"
    if not _IS_QUOTATION.search(stem) and any(
        word_count(quoted) > _MOST_QUOTED for quoted in _QUOTED.findall(stem)
    ):
        return "heavy quoting"
    return None


def by_the_rules(candidate: Candidate, _desk: Desk) -> str | None:
    """What the reviewer of decks would say."""
    question = Question(
        id="candidate",
        kind=candidate.kind,
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
_LEAD = re.compile(r"^(?:In|As|According) [^,]* \w+ \d{4}, ")
_ASKED = re.compile(r"\b(whom?|which|what)\b", re.I)
_STEM_WORD = re.compile(r"[\w'-]+")
_ENOUGH = {"who": 4, "whom": 4, "which": 4, "what": 5}


_ENOUGH_BY = 3
"""What was done to a thing by one alone is told by fewer words than what somebody did."""


def too_general(candidate: Candidate, _desk: Desk) -> str | None:
    """F3: the stem says so little that others fit too: who appeared on television?"""
    if candidate.kind not in {"event", "place", "attribution"} or '"' in candidate.stem:
        return None
    text = _DATE.sub("", _LEAD.sub("", candidate.stem))
    found = _ASKED.search(text)
    if found is None or candidate.form in {"true or false", "order"} or not text.endswith("?"):
        return None
    words = [w for w in _STEM_WORD.findall(text) if w.lower() not in _EMPTY]
    if candidate.form == "by":
        return None if len(words) >= _ENOUGH_BY else f"only {len(words)} telling words"
    is_narrow = isinstance(candidate.answer, AllAnswer) or (
        found[1].lower() == "which" and candidate.stem.startswith("According to ")
    )
    fewest = _ENOUGH[found[1].lower()] - (1 if is_narrow else 0)
    return f"only {len(words)} telling words" if len(words) < fewest else None


def shapeless_gap(candidate: Candidate, _desk: Desk) -> str | None:
    """F3: neither options nor the name itself tell what kind of thing is left out."""
    is_bare = candidate.form == "name gap" and not candidate.distractors
    if is_bare and candidate.pool == "organization" and kind_of_body(candidate.key) is None:
        return "nothing tells what the gap is for"
    return None


def too_long(candidate: Candidate, _desk: Desk) -> str | None:
    """W1: more than 35 words."""
    return "over 35 words" if word_count(candidate.stem) > MOST_WORDS else None


Check = Callable[[Candidate, Desk], str | None]

_OF_STEM_AND_KEY: tuple[tuple[str, Check], ...] = (
    ("F5", part_of_answer),
    ("F2", unsupported),
    ("F2", misquoted),
    ("F2", at_odds_with_the_age),
    ("F8", strange_signs),
    ("F3", too_general),
)
_OF_OPTIONS_TOO: tuple[tuple[str, Check], ...] = (
    ("F3", vague_key),
    ("F7", judged),
    ("F5", tells_the_office),
    ("F5", tells_the_country),
    ("F5", is_a_sum),
    ("F3", unknown_name),
    ("F3", often_said),
    ("F3", shapeless_gap),
    ("F3", contradicted),
    ("W1", too_long),
    ("", by_the_rules),
)


def stop_reason(candidate: Candidate, desk: Desk) -> tuple[str, str] | None:
    """The name of the first check that stops the candidate, and why; None lets it pass."""
    return stop_before_options(candidate, desk) or stop_with_options(candidate, desk)


def stop_before_options(candidate: Candidate, desk: Desk) -> tuple[str, str] | None:
    """As `stop_reason`, by the checks for which the candidate needs no options yet."""
    return _first_reason(_OF_STEM_AND_KEY, candidate, desk)


def stop_with_options(candidate: Candidate, desk: Desk) -> tuple[str, str] | None:
    """As `stop_reason`, by the other checks."""
    return _first_reason(_OF_OPTIONS_TOO, candidate, desk)


def _first_reason(
    checks: tuple[tuple[str, Check], ...], candidate: Candidate, desk: Desk
) -> tuple[str, str] | None:
    for name, check in checks:
        reason = check(candidate, desk)
        if reason is not None:
            if name:
                return name, reason
            code, _, rest = reason.partition(" ")
            return code, rest
    return None
