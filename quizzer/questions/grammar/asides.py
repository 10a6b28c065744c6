"""What hangs loosely in a clause, so that a question can do without it: asides, appositions,
linking words, a label before a colon."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

VERBAL = frozenset({"VERB", "AUX"})
LINKING_WORDS = frozenset(
    "also further however meanwhile moreover furthermore therefore thus instead nevertheless"
    " nonetheless still too then additionally besides accordingly consequently likewise"
    " similarly indeed anyway overall previously earlier separately notably"
    " recently already later again even simply just so specifically"
    " importantly interestingly unfortunately fortunately clearly obviously finally lastly".split()
)
"""Adverbs that tie a sentence to the one before; a stem that stands alone has no use for them."""

JUDGING = frozenset(
    "cynically powerfully desperately skillfully skilfully brazenly shamelessly famously"
    " infamously notoriously brilliantly masterfully deftly cleverly foolishly stupidly recklessly"
    " shockingly outrageously absurdly ridiculously hilariously laughably tragically sadly"
    " regrettably thankfully mercifully surprisingly unsurprisingly predictably inexplicably"
    " curiously ironically bizarrely strangely remarkably astonishingly amazingly stunningly"
    " impressively admirably bravely boldly courageously heroically valiantly cravenly"
    " disgracefully shamefully wrongly wrongfully rightly rightfully unfairly fairly unjustly"
    " falsely dishonestly disingenuously hypocritically smugly arrogantly callously cruelly"
    " ruthlessly mercilessly viciously savagely gleefully eagerly wildly wisely hopelessly"
    " aggressively steadfastly flawlessly relentlessly emotionally passionately eloquently"
    " brutally triumphantly pathetically miserably blatantly flagrantly insidiously".split()
)
"""Adverbs by which an author judges what somebody did; the deed is told without them."""

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
    ("in", "comparison"),
    ("by", "comparison"),
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


def is_relative(token: "Token") -> bool:
    """Whether the token is a wh-word, which stands for something outside its clause."""
    return token.tag_ in {"WP", "WDT", "WRB", "WP$"}


def _is_an_aside(token: "Token") -> bool:
    """Whether the token heads an apposition or a participle between commas."""
    if token.dep_ == "acl":
        return token.head.i < token.i and _after_comma(token)
    if token.dep_ != "appos" or not _after_comma(token) or _is_of_a_long_name(token):
        return False
    return token.like_num or not _opens_a_row(token)


_SITES = frozenset("airport university college hospital school church station stadium".split())


def _is_of_a_long_name(token: "Token") -> bool:
    """Whether the token is the state or the end of a name like "Elmford, N.J., County Airport"."""
    family = (token, *token.children, *token.head.children)
    return token.head.ent_type_ == "GPE" and any(
        t.dep_ == "appos" and t.lower_ in _SITES and t.tag_ == "NNP" and _after_comma(t)
        and not any(c.dep_ == "det" for c in t.children) for t in family
    )  # fmt: skip


def _end_of_aside(token: "Token") -> int:
    """The last place of an aside: a second comma closes it before a phrase that the parser takes
    for more of it, as in "the ship, painted white, for the show"."""
    first = token.left_edge
    is_participle = token.dep_ == "acl" or (
        token.dep_ in {"conj", "dep"} and token.tag_ in {"VBN", "VBD"} and token == first
    )
    if is_participle and first.i > 0 and first.nbor(-1).text == ",":
        for child in token.rights:
            before = child.left_edge.nbor(-1)
            if child.dep_ == "prep" and before.text == ",":
                return before.i
    return token.right_edge.i


def _opens_a_row(token: "Token") -> bool:
    """Whether a supposed apposition is one of several things in a row: A, B and C."""
    return any(child.dep_ in {"conj", "cc"} for child in token.children) and not any(
        child.dep_ in {"det", "poss"} for child in token.children
    )


DASHES = frozenset({"-", "–", "—", "―", "--", "_"})


def without_label(tokens: list["Token"], verb: "Token") -> list["Token"]:
    """Without a label such as "First step:" that opens the sentence."""
    colon = next((t for t in tokens[:12] if t.text == ":" and t.i < verb.i), None)
    if colon is None and tokens and tokens[0].text.isupper() and len(tokens[0]) > 2:
        # The place before a dispatch: "OSLO - The king ..."
        colon = next((t for t in tokens[:6] if t.text in DASHES and t.i < verb.i), None)
    if colon is None:
        return tokens
    return [token for token in tokens if token.i > colon.i]


def kept_tokens(verb: "Token") -> list["Token"]:
    """The words under the verb without the clauses and phrases that hang loosely on it."""
    dropped: set[int] = set()
    for child in verb.children:
        if _is_loose(child, verb):
            end = _end_of_aside(child)
            dropped.update(token.i for token in child.subtree if token.i <= end)
            if end < child.right_edge.i:
                dropped.add(child.left_edge.i - 1)
    tokens = sorted(
        (token for token in verb.subtree if token.i not in dropped), key=lambda token: token.i
    )
    return _drop_inner([token for token in tokens if not token.is_space], of=verb)


def without_loose(head: "Token") -> list["Token"]:
    """The words under a noun without the asides among them."""
    return _drop_inner(list(head.subtree))


def _drop_inner(tokens: list["Token"], of: "Token | None" = None) -> list["Token"]:
    """The tokens without asides; the verb that they are of may itself be that of a relative
    clause."""
    dropped: set[int] = set()
    for token in tokens:
        if token.i in dropped or token == of:
            continue
        if (token.dep_ == "relcl" and _after_comma(token)) or token.dep_ in {"parataxis", "intj"}:
            dropped.update(inner.i for inner in token.subtree)
            dropped.update(_commas_around(token))
        elif token.lower_ in LINKING_WORDS and token.dep_ == "advmod" and token.head.pos_ in VERBAL:
            if token.i > token.head.i and (
                token.lower_ == "further" or (token.lower_ == "again" and token.head.tag_ == "VBN")
            ):
                continue  # "fell further", "had been erased and used again"
            if token.lower_ == "so" and token.head.lemma_ == "do":
                continue  # "the money for doing so"
            joined = token.i + 1 < len(token.doc) and token.nbor(1).text == "-"
            if not list(token.children) and not joined:
                dropped.add(token.i)
        elif _is_a_judgement(token):
            dropped.add(token.i)
        elif _is_an_aside(token):
            end = _end_of_aside(token)
            dropped.update(inner.i for inner in token.subtree if inner.i <= end)
            dropped.update(i for i in _commas_around(token) if i <= end + 1)
        elif (
            token.lower_ == "to"
            and token.nbor(1).lower_ == "and"
            and token.i > 0
            and (token.nbor(-1) == token.head and token.head.pos_ in VERBAL)
        ):
            dropped.update({token.i - 1, token.i, token.i + 1})  # "needs to and is"
        elif token.lower_ == "as" and (joined_by := _as_well_as(token)) is not None:
            dropped.update(range(token.i - 1, joined_by.right_edge.i + 1))
        elif token.text == "(":
            close = next((t for t in tokens if t.i > token.i and t.text == ")"), None)
            if close is not None:
                dropped.update(range(token.i, close.i + 1))
    for place in range(len(tokens)):
        for phrase in _PHRASES_FROM.get(tokens[place].lower_, ()):
            words = tuple(t.lower_ for t in tokens[place : place + len(phrase)])
            last = tokens[min(place + len(phrase), len(tokens)) - 1]
            if words == ("at", "least") and _is_a_bound(last):
                continue
            if words == phrase and not any(child.i > last.i for child in last.children):
                dropped.update(t.i for t in tokens[place : place + len(phrase)])
                around = {tokens[place].i - 1, last.i + 1}
                dropped.update(t.i for t in tokens if t.i in around and t.text == ",")
    return [token for token in tokens if token.i not in dropped]


def _is_a_judgement(token: "Token") -> bool:
    """Whether the adverb only judges, stands outside quotation marks, and can go alone."""
    if token.lower_ not in JUDGING or token.dep_ != "advmod" or list(token.children):
        return False
    if token.head.pos_ not in VERBAL or any(
        token.doc[i].text in {"-", "and", "or", "but", "as", "how", "so", "too"}
        for i in (token.i - 1, token.i + 1)
        if 0 <= i < len(token.doc)
    ):
        return False
    return sum(t.is_quote for t in token.doc[: token.i]) % 2 == 0


def _is_a_bound(least: "Token") -> bool:
    """Whether "at least" goes with the number behind it, which would be untrue without it."""
    after = least.nbor(1) if least.i + 1 < len(least.doc) else None
    return after is not None and (after.like_num or after.text in {"$", "£", "€", "a", "half"})


def _as_well_as(token: "Token") -> "Token | None":
    """What is added by ", as well as ...", where the token opens these words."""
    doc = token.doc
    if [t.lower_ for t in doc[token.i : token.i + 3]] != ["as", "well", "as"]:
        return None
    if token.i == 0 or doc[token.i - 1].text != ",":
        return None
    last = doc[token.i + 2]
    return next((t for t in doc[last.i + 1 : last.i + 6] if t.dep_ == "conj" and
                 t.left_edge.i == last.i + 1 and t.pos_ not in VERBAL), None)  # fmt: skip


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
    if child.dep_ == "advcl" and opener_of(child) in _CONDITIONS:
        return False
    if child.dep_ == "advcl" and (child.i < verb.i or _after_comma(child)):
        return child.i < verb.i or not is_needed_purpose(child, verb)
    if child.dep_ == "ccomp" and child.i < verb.i:
        return True
    return child.dep_ == "dep"


_FOR_AN_END = frozenset("vote meet use gather agree move act work join".split())
"""Verbs that say little without what it was for."""


def is_needed_purpose(child: "Token", verb: "Token") -> bool:
    """Whether the clause tells to what end somebody voted or met: "voted 9-4, to close it"."""
    return (
        verb.lemma_ in _FOR_AN_END
        and child.tag_ == "VB"
        and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
    )


_CONDITIONS = frozenset("if unless until once when after before".split())
"""Openers of clauses that the sense hangs on; they stay."""


def opener_of(verb: "Token") -> str:
    """The word that opens the clause of the verb: if, when, because."""
    return verb.left_edge.lower_


def _after_comma(token: "Token") -> bool:
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text in {",", "–", "—", "―", "--", "-", "("}
