"""Pronouns in a stem: which may stay, and how they stand for the person asked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.alone.mentions import is_person_noun
from quizzer.questions.alone.pointing import is_aged
from quizzer.questions.grammar.transform import base_form

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

OF_ONE = frozenset("he she him his her hers".split())
_PLURAL_FORMS = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "'s": " are",
    "’s": " are",
}


def is_of_the_aged(token: "Token", kept: set[int]) -> bool:
    """Whether the pronoun stands in what `the 26-year-old` is to do, so that it means that one: a
    chance for the 26-year-old to prove his strength."""
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head is not verb:
        verb = verb.head
    to = next((c for c in verb.children if c.lower_ == "to" and c.i < verb.i), None)
    return to is not None and to.i - 1 in kept and is_aged(to.nbor(-1))


def neutral(token: "Token", found: Grounded) -> None:
    """Puts `they` for the person asked for, so that the pronoun does not tell who it is."""
    word = token.lower_
    found.neutral.add(token.i)
    if word in {"he", "she"} or (word == "it" and token.dep_ in {"nsubj", "nsubjpass"}):
        found.swaps[token.i] = "they"
        verb = token.head
        finite = next(
            (c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i), verb
        )
        if finite.lower_ in _PLURAL_FORMS:
            found.swaps[finite.i] = _PLURAL_FORMS[finite.lower_]
        elif finite.tag_ == "VBZ":
            found.swaps[finite.i] = base_form(finite)
    elif word in {"his", "hers", "its"} or token.dep_ == "poss":
        found.swaps[token.i] = "their"
    else:
        found.swaps[token.i] = "them"


def reads_as_of_others(place: int, tokens: Sequence["Token"]) -> bool:
    """Whether the `they` put at `place` could be read as that of people named before it."""
    return any(
        t.i < place
        and t.tag_ in {"NNS", "NNPS"}
        and t.dep_ not in {"compound", "nmod", "poss"}
        and (t.ent_type_ == "NORP" or is_person_noun(t.lemma_) or t.lemma_ in _DOERS)
        for t in tokens
    )


_DOERS = frozenset("company bank country state nation ally force group party people man woman"
                   " child team agency firm union".split())  # fmt: skip

_OF_SEVERAL = frozenset("they them their it its".split())


def stands_for_the_asked(token: "Token", tokens: Sequence["Token"]) -> bool:
    """Whether `they` or `it` can only stand for those asked for, who do something: it comes
    after the verb that reports them and before any noun that could be meant."""
    if token.lower_ not in _OF_SEVERAL or token.dep_ not in {"nsubj", "poss"}:
        return False
    if token.dep_ == "nsubj" and (token.head.dep_ != "ccomp" or token.head.lemma_ == "be"):
        return False
    if not any(verb.i < token.i and verb in tokens for verb in token.ancestors):
        return False
    return not any(
        t.i < token.i
        and t.pos_ in {"NOUN", "PROPN", "PRON"}
        and (t.dep_ in {"nsubj", "nsubjpass", "dobj"} or t.tag_ in {"NNS", "NNPS"})
        and t.lower_ not in _OF_SEVERAL
        for t in tokens
    )


def may_be_the_body(token: "Token", tokens: Sequence["Token"]) -> bool:
    """Whether `it` or `its` can stand for the body asked for: nothing else does anything before,
    but for an `it` that stands for the body too."""
    return token.lower_ in {"it", "its"} and not any(
        t.dep_ in {"nsubj", "nsubjpass"} and t.i < token.i and t.lower_ != "it" for t in tokens
    )


_STATES_OF_MIND = frozenset(
    "expect hope believe want intend know think fear doubt wish need plan regret understand"
    " suspect feel".split()
)
_MOODS = frozenset(
    "certain uncertain sure unsure confident aware unaware concerned worried afraid pleased glad"
    " happy satisfied disappointed hopeful optimistic grateful proud sorry ready willing"
    " convinced".split()
)


def tells_the_mind_of_the_asked(token: "Token", tokens: Sequence["Token"]) -> bool:
    """Whether `they` know or hope something, as those who say so do: officials said they were
    not certain. Nobody else comes before who could be meant."""
    verb = token.head
    if token.lower_ != "they" or token.dep_ != "nsubj" or verb.dep_ != "ccomp":
        return False
    if any(t.i < token.i and t.pos_ in {"NOUN", "PROPN"} for t in tokens):
        return False
    return verb.lemma_ in _STATES_OF_MIND or (
        verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in _MOODS for c in verb.children)
    )


_OCCASIONS = frozenset(
    "speech statement interview book memoir letter essay article report tweet post video address"
    " column testimony email".split()
)


def is_before_the_subject(token: "Token", kept: set[int]) -> bool:
    """Whether the pronoun stands in a phrase that opens its sentence."""
    return token.dep_ == "poss" and not any(
        t.i in kept and t.i < token.i and t.dep_ in {"nsubj", "nsubjpass", "expl"}
        for t in token.sent
    )


def opens_with_an_occasion(token: "Token", kept: set[int]) -> bool:
    """Whether the pronoun stands in an opening phrase like "in his speech", where "a" does."""
    noun = token.head
    return (
        is_before_the_subject(token, kept)
        and noun.lemma_ in _OCCASIONS
        and noun.tag_ == "NN"
        and noun.dep_ == "pobj"
        and token.i + 1 == noun.i
    )


def article_before(token: "Token") -> str:
    """The article that can stand in the token's place: a speech, an interview."""
    return "an" if token.nbor(1).lower_[0] in "aeiou" else "a"


def inside_a_title(token: "Token") -> bool:
    """Whether a word with a capital stands among others with one: `For Our Future`."""
    if token.is_sent_start or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).text[:1].isupper() and token.nbor(-1).text[:1].isupper()


def is_expletive(token: "Token") -> bool:
    """Whether `it` stands for nothing, as in `it is clear that` or in `a go-it-alone plan`."""
    if token.dep_ == "expl" or _is_inside_a_compound(token):
        return True
    head = token.head
    above = head.head
    if head.pos_ == "ADJ" and above.lemma_ in {"find", "make", "consider", "think"}:
        return True
    if token.dep_ in {"nsubj", "nsubjpass"} and head.lemma_ in {
        "be",
        "seem",
        "appear",
        "take",
        "become",
        "remain",
    }:
        return any(
            (child.dep_ in {"xcomp", "ccomp", "csubj", "advcl"} and child.i > head.i)
            or (
                child.dep_ in {"acomp", "attr"}
                and any(g.dep_ in {"xcomp", "ccomp", "advcl"} for g in child.children)
            )
            for child in head.children
        )
    return (
        token.dep_ == "dobj"
        and head.lemma_ in {"make", "find"}
        and any(child.dep_ in {"ccomp", "xcomp"} for child in head.children)
    )


def _is_inside_a_compound(token: "Token") -> bool:
    """Whether hyphens join the word to those before and behind it."""
    beside = token.doc[max(0, token.i - 1) : token.i + 2]
    return [t.text for t in beside if t != token] == ["-", "-"]


def antecedent_within(token: "Token", before: Sequence["Token"]) -> bool:
    """Whether the nearest subject before the pronoun, in the stem itself, can be meant by it."""
    plural = token.lower_ in {"they", "them", "their", "theirs"}
    if any(t.dep_ == "csubj" for t in before):
        return False
    if token.lower_ in {"their", "them"} and any(
        t.tag_ in {"NNS", "NNPS"} and t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "npadvmod"
        and t.ent_type_ not in {"DATE", "TIME", "QUANTITY", "PERCENT", "MONEY"} for t in before
    ):  # fmt: skip
        return True
    if token.lower_ == "its" and any(
        t.ent_type_ in {"ORG", "GPE"} and t.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        for t in before
    ):
        return True
    if plural and _is_of_a_team(before):
        return True
    subjects = [
        t
        for t in before
        if t.dep_ in {"nsubj", "nsubjpass"}
        and t.pos_ in {"NOUN", "PROPN"}
        and t.ent_type_ not in {"DATE", "TIME"}
    ]
    if not subjects:
        return False
    nearest = subjects[-1]
    return _is_plural(nearest) == plural and (plural or nearest.ent_type_ != "PERSON")


_TEAMS = frozenset(
    "team side squad club crew band couple duo pair trio quartet family group panel jury crowd"
    " audience police staff cast choir orchestra".split()
)


def _is_of_a_team(before: Sequence["Token"]) -> bool:
    """Whether the last ones named before are a body that English calls `they`: his team after
    they fought back."""
    several = [
        t
        for t in before
        if t.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        and (t.tag_ in {"NNS", "NNPS"} or t.lemma_.lower() in _TEAMS)
    ]
    return bool(several) and several[-1].lemma_.lower() in _TEAMS


def _is_plural(token: "Token") -> bool:
    return token.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in token.children)


def is_bound_by_a_noun(reflexive: "Token", kept: set[int]) -> bool:
    """Whether a subject that stays in the stem is who `himself` means: his father fled himself."""
    for verb in reflexive.ancestors:
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None:
            return subject.pos_ in {"NOUN", "PROPN"} and subject.i in kept
    return False
