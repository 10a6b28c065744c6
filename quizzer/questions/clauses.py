"""A clause of a parsed sentence: its verb, its subject, and the words that belong to it.

What hangs loosely (asides, clauses after "and", non-restrictive relative clauses, linking
words such as "however") is left out, because a question asks one thing.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
VERBAL = frozenset({"VERB", "AUX"})
LINKING_WORDS = frozenset(
    "also however meanwhile moreover furthermore therefore thus instead nevertheless nonetheless"
    " still too then additionally besides accordingly consequently likewise similarly indeed"
    " anyway overall previously earlier separately notably"
    " recently already later again even simply just so specifically"
    " importantly interestingly unfortunately fortunately clearly obviously finally lastly".split()
)
"""Adverbs that tie a sentence to the one before; a stem that stands alone has no use for them."""

_LINKING_PHRASES = (
    ("in", "addition"),
    ("for", "example"),
    ("for", "instance"),
    ("in", "fact"),
    ("of", "course"),
    ("at", "least"),
    ("in", "turn"),
    ("after", "all"),
    ("in", "particular"),
    ("in", "contrast"),
    ("by", "contrast"),
    ("as", "a", "result"),
    ("at", "the", "same", "time"),
    ("in", "response"),
    ("for", "now"),
    ("local", "time"),
    ("for", "his", "part"),
    ("for", "her", "part"),
    ("for", "their", "part"),
    ("in", "other", "words"),
    ("on", "the", "other", "hand"),
    ("on", "the", "one", "hand"),
)


_PHRASES_FROM = {
    first: tuple(phrase for phrase in _LINKING_PHRASES if phrase[0] == first)
    for first in {phrase[0] for phrase in _LINKING_PHRASES}
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb with its subject; `tokens` in order, without what hangs loosely."""

    verb: "Token"
    subject: "Token"
    auxiliaries: tuple["Token", ...]
    tokens: tuple["Token", ...]
    is_whole: bool = True
    """Whether nothing is left out that the verb needs, such as what was said."""

    @property
    def finite(self) -> "Token":
        """The word that carries tense: the first auxiliary, or the verb."""
        return self.auxiliaries[0] if self.auxiliaries else self.verb

    @property
    def is_negated(self) -> bool:
        """Whether the verb itself is denied."""
        return any(child.dep_ == "neg" for child in self.verb.children)

    @property
    def subject_tokens(self) -> tuple["Token", ...]:
        """The words of the subject that the clause keeps."""
        inside = {token.i for token in self.subject.subtree}
        return tuple(token for token in self.tokens if token.i in inside)


def clause_of(verb: "Token") -> Clause | None:
    """The clause that `verb` heads, or None where it has no finite verb or no subject."""
    if verb.pos_ not in VERBAL:
        return None
    subject = own_subject(verb)
    if subject is None and any(child.dep_ == "expl" for child in verb.children):
        return None
    if subject is not None and subject.dep_ in {"csubj", "csubjpass"}:
        return None
    borrowed = False
    head = verb
    while subject is None and head.dep_ == "conj" and head.head.pos_ in VERBAL:
        head = head.head
        subject = own_subject(head)
        borrowed = True
    if subject is not None and _is_a_speaker(subject, verb):
        return None
    if borrowed and not (_follows_and(verb) and _is_alike(verb, head)):
        return None
    if subject is None or any(is_relative(token) for token in subject.subtree if token.i < verb.i):
        if subject is None or not any(token.dep_ == "relcl" for token in subject.subtree):
            return None
        if is_relative(subject):
            return None
    auxiliaries = tuple(
        child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.i < verb.i
    )
    if not auxiliaries and borrowed and verb.tag_ in {"VB", "VBN", "VBG"}:
        auxiliaries = tuple(
            child
            for child in head.children
            if child.dep_ in {"aux", "auxpass"} and _can_support(child, verb)
        )
    finite = auxiliaries[0] if auxiliaries else verb
    if finite.tag_ not in {"MD", "VBD", "VBZ", "VBP"}:
        return None
    kept = _without_label(_kept(verb), verb)
    if borrowed:
        kept = sorted(
            [
                *_shared_times(head, subject),
                *_without_loose(subject),
                *[a for a in auxiliaries if a.head != verb],
                *kept,
            ],
            key=lambda token: token.i,
        )
    is_whole = (
        not _lacks_object(verb)
        and not any(
            (child.dep_ == "ccomp" and child.i < verb.i)
            or (is_relative(child) and child.dep_ != "mark" and child.i < verb.i)
            for child in verb.children
        )
        and not any(token.dep_ == "parataxis" and token.head == verb for token in verb.children)
    )
    tokens = tuple(_trim(kept))
    if verb not in tokens or _has_an_aside(tokens):
        return None
    return Clause(verb, subject, auxiliaries, tokens, is_whole)


def _is_a_speaker(subject: "Token", verb: "Token") -> bool:
    """Whether the supposed subject is the one of "said NAME" in the middle of what was said."""
    first = subject.left_edge
    before = first.nbor(-1) if first.i > 0 else None
    return (
        before is not None
        and before != verb
        and before.lemma_ in {"say", "add", "explain", "note", "write", "claim", "report"}
        and before.tag_ in {"VBD", "VBZ", "VBP"}
        and before.i > 0
        and (before.nbor(-1).text == "," or before.nbor(-1).is_quote)
    )


def _has_an_aside(tokens: "tuple[Token, ...]") -> bool:
    """Whether dashes or semicolons break the words up, so that the parse cannot be trusted."""
    doc = tokens[0].doc
    return any(
        t.text == ";" or (t.text in _DASHES and t.whitespace_ and doc[t.i - 1].whitespace_)
        for t in doc[tokens[0].i : tokens[-1].i]
    )


def _follows_and(verb: "Token") -> bool:
    """Whether "and" or a comma stands right before a verb that shares its subject; else the
    parser took the verb of another clause for one of a row."""
    first = min([verb, *(c for c in verb.children if c.i < verb.i)], key=lambda t: t.i)
    place = first.i - 1
    while place > 0 and verb.doc[place].pos_ in {"ADV", "PUNCT", "AUX", "PART"}:
        if verb.doc[place].text == ",":
            return True
        place -= 1
    before = verb.doc[place]
    return before.dep_ == "cc" and before.i < verb.i and before.head.pos_ != "NOUN"


def _is_alike(verb: "Token", head: "Token") -> bool:
    """Whether a verb in a row fits the first: after "said it would rise", "but would fall" goes
    on with what was said, whatever the parser thinks."""
    if not any(c.dep_ in {"ccomp", "xcomp"} and c.i < verb.i for c in head.children):
        return True
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i), verb)
    return finite.tag_ == head.tag_


_NEEDY = frozenset("make take have give say tell put get cite call describe".split())
_OBJECTS = frozenset("dobj ccomp xcomp attr oprd acomp dative".split())


def _lacks_object(verb: "Token") -> bool:
    """Whether a verb that cannot stand alone does: its object lies outside the clause."""
    if verb.lemma_ not in _NEEDY or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return not any(child.dep_ in _OBJECTS or child.dep_ == "prt" for child in verb.children)


def relative_clause_of(verb: "Token") -> Clause | None:
    """A clause whose subject is the relative "who": it can be asked as it stands."""
    subject = own_subject(verb)
    if subject is None or not is_relative(subject):
        return None
    auxiliaries = tuple(
        child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.i < verb.i
    )
    finite = auxiliaries[0] if auxiliaries else verb
    if finite.tag_ not in {"MD", "VBD", "VBZ", "VBP"}:
        return None
    tokens = tuple(_trim(_kept(verb)))
    return Clause(verb, subject, auxiliaries, tokens) if verb in tokens else None


def _can_support(auxiliary: "Token", verb: "Token") -> bool:
    """Whether the auxiliary of the first verb fits the form of a verb after "and" too."""
    match verb.tag_:
        case "VB":
            return auxiliary.tag_ == "MD" or auxiliary.lemma_ == "do"
        case "VBG":
            return auxiliary.lemma_ == "be" or auxiliary.tag_ == "MD"
        case _:
            return auxiliary.lemma_ in {"have", "be"} or auxiliary.tag_ == "MD"


def _shared_times(head: "Token", subject: "Token") -> list["Token"]:
    """The words before the subject that tell when; they hold for the verbs after "and" too."""
    found: list[Token] = []
    for child in head.children:
        if child.i < subject.left_edge.i and child.dep_ in {"prep", "npadvmod"}:
            tokens = [token for token in child.subtree if not token.is_space]
            if any(token.ent_type_ == "DATE" for token in tokens):
                found += tokens
    return found


def is_torn(clause: Clause) -> bool:
    """Whether a comma stands alone between subject and verb: an aside was taken out in part."""
    between = [t for t in clause.tokens if clause.subject.i < t.i < clause.finite.i]
    return (
        bool(between) and between[-1].text == "," and (sum(t.text == "," for t in between) % 2 == 1)
    )


def gaps_in(clause: Clause) -> int:
    """In how many places words were taken out between the first and the last word kept."""
    kept = clause.tokens
    return sum(b.i - a.i > 1 for a, b in pairwise(kept))


def breaks_off(tokens: tuple["Token", ...], gone: set[int]) -> bool:
    """Whether the words stop in the middle of a phrase, as they do where the parser erred.

    What follows the last word must be a mark, a word that opens another clause or phrase, or
    one of the words taken out on purpose (`gone`).
    """
    last = tokens[-1]
    place = last.i + 1
    doc = last.doc
    while place < len(doc) and (place in gone or doc[place].is_space):
        place += 1
    if place >= len(doc) or doc[place].is_sent_start:
        return False
    following = doc[place]
    return not (
        following.is_punct
        or following.dep_ in {"cc", "mark", "preconj"}
        or following.tag_ in {"WDT", "WP", "WRB", "IN", "RB", "TO"}
        or following.lower_ in LINKING_WORDS
    )


def own_subject(verb: "Token") -> "Token | None":
    """The subject that hangs on the verb itself."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    # A label before a colon may be taken for one more subject; the nearest is the true one.
    before = [child for child in subjects if child.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


def is_relative(token: "Token") -> bool:
    """Whether the token is a wh-word, which stands for something outside its clause."""
    return token.tag_ in {"WP", "WDT", "WRB", "WP$"}


def _is_an_aside(token: "Token") -> bool:
    """Whether the token heads an apposition or a participle between commas."""
    if not _after_comma(token):
        return False
    if token.dep_ == "acl":
        return token.head.i < token.i
    return token.dep_ == "appos" and (token.like_num or not _opens_a_row(token))


def _opens_a_row(token: "Token") -> bool:
    """Whether a supposed apposition is one of several things in a row: A, B and C."""
    return any(child.dep_ in {"conj", "cc"} for child in token.children) and not any(
        child.dep_ in {"det", "poss"} for child in token.children
    )


_DASHES = frozenset({"-", "–", "—", "―", "--", "_"})


def _without_label(tokens: list["Token"], verb: "Token") -> list["Token"]:
    """Without a label such as "First step:" that opens the sentence."""
    colon = next((t for t in tokens[:12] if t.text == ":" and t.i < verb.i), None)
    if colon is None and tokens and tokens[0].text.isupper() and len(tokens[0]) > 2:
        # The place before a dispatch: "OSLO - The king ..."
        colon = next((t for t in tokens[:6] if t.text in _DASHES and t.i < verb.i), None)
    if colon is None:
        return tokens
    return [token for token in tokens if token.i > colon.i]


def _kept(verb: "Token") -> list["Token"]:
    dropped: set[int] = set()
    for child in verb.children:
        if _is_loose(child, verb):
            dropped.update(token.i for token in child.subtree)
    tokens = sorted(
        (token for token in verb.subtree if token.i not in dropped), key=lambda token: token.i
    )
    return _drop_inner([token for token in tokens if not token.is_space])


def _without_loose(head: "Token") -> list["Token"]:
    return _drop_inner(list(head.subtree))


def _drop_inner(tokens: list["Token"]) -> list["Token"]:
    dropped: set[int] = set()
    for token in tokens:
        if token.i in dropped:
            continue
        if (token.dep_ == "relcl" and _after_comma(token)) or token.dep_ in {"parataxis", "intj"}:
            dropped.update(inner.i for inner in token.subtree)
            dropped.update(_commas_around(token))
        elif token.lower_ in LINKING_WORDS and token.dep_ == "advmod" and token.head.pos_ in VERBAL:
            joined = token.i + 1 < len(token.doc) and token.nbor(1).text == "-"
            if not list(token.children) and not joined:
                dropped.add(token.i)
        elif _is_an_aside(token):
            dropped.update(inner.i for inner in token.subtree)
            dropped.update(_commas_around(token))
        elif token.text == "(":
            close = next((t for t in tokens if t.i > token.i and t.text == ")"), None)
            if close is not None:
                dropped.update(range(token.i, close.i + 1))
    for place in range(len(tokens)):
        for phrase in _PHRASES_FROM.get(tokens[place].lower_, ()):
            words = tuple(t.lower_ for t in tokens[place : place + len(phrase)])
            last = tokens[min(place + len(phrase), len(tokens)) - 1]
            if words == phrase and not any(child.i > last.i for child in last.children):
                dropped.update(t.i for t in tokens[place : place + len(phrase)])
                around = {tokens[place].i - 1, last.i + 1}
                dropped.update(t.i for t in tokens if t.i in around and t.text == ",")
    return [token for token in tokens if token.i not in dropped]


def _commas_around(token: "Token") -> set[int]:
    """The commas that part an aside from the words around it."""
    doc = token.doc
    edges = (token.left_edge.i - 1, token.right_edge.i + 1)
    return {i for i in edges if 0 <= i < len(doc) and doc[i].text in {",", "–", "—", "--"}}


def _is_loose(child: "Token", verb: "Token") -> bool:
    if child.dep_ == "cc":
        joined = next((c for c in verb.children if c.dep_ == "conj" and c.i > child.i), None)
        return joined is None or joined.pos_ in VERBAL
    if child.dep_ in {"parataxis", "intj", "preconj", "mark", "discourse", "meta"}:
        return True
    if child.dep_ == "conj" and (child.pos_ in VERBAL or child.i > verb.i):
        return True
    if child.dep_ == "advcl" and _opener(child) in _CONDITIONS:
        return False
    if child.dep_ == "advcl" and (child.i < verb.i or _after_comma(child)):
        return True
    if child.dep_ == "ccomp" and child.i < verb.i:
        return True
    return child.dep_ == "dep"


_ASSERTING = frozenset("say think believe know mean find show see realize note add".split())


def is_asserted(verb: "Token", cue: "Token | None") -> bool:
    """Whether a clause that is a complement is said to be so: after "said that", not after
    "to ensure that" or "wants that"."""
    if verb.dep_ != "ccomp":
        return True
    head = verb.head
    return head == cue or head.lemma_ in _ASSERTING


def is_hypothetical(verb: "Token") -> bool:
    """Whether the verb stands in a clause after "if" or "when", so that it need not be so."""
    token = verb
    while token.dep_ in {"conj", "advcl", "relcl", "ccomp", "xcomp"}:
        if token.dep_ == "advcl" and _opener(token) in {"if", "unless", "when", "until", "once"}:
            return True
        token = token.head
    return False


_CONDITIONS = frozenset("if unless until once when after before".split())
"""Openers of clauses that the sense hangs on; they stay."""


def _opener(verb: "Token") -> str:
    return verb.left_edge.lower_


def _after_comma(token: "Token") -> bool:
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text in {",", "–", "—", "―", "--", "-", "("}


def _trim(tokens: list["Token"]) -> list["Token"]:
    start, end = 0, len(tokens)
    while start < end and (tokens[start].is_punct and tokens[start].text not in {'"', "“", "$"}):
        start += 1
    while (
        end > start
        and tokens[end - 1].is_punct
        and tokens[end - 1].text not in {'"', "”", "%", ")"}
    ):
        end -= 1
    return tokens[start:end]
