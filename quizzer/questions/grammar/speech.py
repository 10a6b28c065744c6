"""Words about speaking: how a reporting verb stands in the past, and which take "that"."""

from typing import TYPE_CHECKING

from quizzer.questions.grammar.transform import base_form

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "write": "wrote", "make": "made",
    "hold": "held", "know": "knew", "feel": "felt", "find": "found", "see": "saw",
    "hear": "heard", "give": "gave", "put": "put", "read": "read", "speak": "spoke",
    "swear": "swore", "begin": "began", "forget": "forgot", "understand": "understood",
    "teach": "taught", "mean": "meant", "let": "let", "get": "got", "take": "took",
    "foresee": "foresaw", "foretell": "foretold", "bet": "bet", "be": "was", "have": "had",
    "insist": "insisted", "go": "went", "come": "came", "lay": "laid", "set": "set",
    "call": "called", "seek": "sought", "win": "won", "lead": "led", "quip": "quipped",
    "admit": "admitted", "refer": "referred", "plan": "planned", "stop": "stopped",
    "commit": "committed", "brag": "bragged", "beg": "begged", "nod": "nodded",
    "blog": "blogged", "snap": "snapped", "concur": "concurred", "rebut": "rebutted",
    "permit": "permitted", "acknowledge": "acknowledged",
}  # fmt: skip

STATING = frozenset(
    "say add tell claim argue state explain note declare announce report insist assert maintain"
    " contend warn emphasize emphasise stress confirm acknowledge admit concede observe remark"
    " reveal suggest believe think write charge allege predict estimate caution reiterate"
    " conclude testify complain boast recall hope fear indicate point deny joke tweet"
    " continue reply respond answer counter".split()
)
"""Verbs after which a statement can be given with "that"."""

_PLAIN = frozenset("continue add reply respond answer counter go joke tweet point".split())


def past(lemma: str) -> str:
    """The simple past of a verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def stating_verb(lemma: str) -> str:
    """The past of the verb where it can open a statement by itself, else `said`."""
    if lemma in STATING and lemma not in _PLAIN:
        return "said" if lemma == "tell" else past(lemma)
    return "said"


_LOOKING_AHEAD = frozenset(
    "hope expect want wish believe think fear trust anticipate worry doubt".split()
)
"""Verbs after which, in the past, no "will" stands."""


def would_for_will(cue: "Token") -> dict[int, str] | None:
    """What stands for "will" in the clause under a verb of hope that is put into the past; None
    where the clause is quoted, so that the verb must stay as it is."""
    complement = next((c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i), None)
    if complement is None or base_form(cue) not in _LOOKING_AHEAD:
        return {}
    ahead = [c for c in complement.children if c.lower_ in {"will", "'ll", "’ll", "wo", "can"}]
    if any(t.is_quote for t in cue.doc[cue.i : complement.i]):
        return None if ahead else {}
    return {c.i: " could" if c.lower_ == "can" else " would" for c in ahead}


NOMINAL = {
    "proposal": "made the proposal", "offer": "made the offer", "demand": "made the demand",
    "request": "made the request", "claim": "made the claim", "promise": "made the promise",
    "pledge": "made the pledge", "initiative": "put forward the initiative",
    "suggestion": "made the suggestion", "call": "issued the call",
}  # fmt: skip
"""Nouns that name an act of speech, with the words for doing it."""
