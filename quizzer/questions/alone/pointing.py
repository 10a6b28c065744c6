"""Words that point, and whether what they point at can be told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.facts.word_classes import first_class
from quizzer.questions.alone.mentions import is_person_noun

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

CLASSIFYING = ("al", "ic", "an", "ary", "ese", "ish")
"""Endings of adjectives that say what kind of thing it is, as in `the presidential debate`."""


def is_among_many(token: "Token", kept: set[int]) -> bool:
    """Whether `they` in its place could be taken for people named before it."""
    return any(
        t.i in kept
        and t.i < token.i
        and (t.lower_ in {"they", "their", "them"} or t.tag_ == "NNS")
        and t.dep_ in {"nsubj", "nsubjpass", "poss"}
        and (t.lower_ == "people" or t.pos_ == "PRON" or is_person_noun(t.lemma_))
        for t in token.sent
    )


def is_one_of_theirs(token: "Token") -> bool:
    """Whether `their` in its place would read as that of several: "at one of his first talks"."""
    above = token.head.head
    return (
        token.dep_ == "poss"
        and token.head.dep_ == "pobj"
        and above.lower_ == "of"
        and above.head.lower_ in {"one", "some", "many", "most", "each", "few", "none"}
    )


def classifies(token: "Token") -> bool:
    """Whether the word says what kind of thing it is, as in `the presidential debate`."""
    return token.dep_ in {"amod", "compound"} and token.lower_.endswith(CLASSIFYING)


OCCASIONS = frozenset(
    "fight spat dispute row clash quarrel case hearing trial lawsuit bill deal vote incident"
    " shooting attack accident poll forum speech event rally situation letter meeting remark"
    " interview address appearance statement comment".split()
)
"""Happenings of which there are many: "the court fight" does not tell which."""


def follows_somebody(token: "Token", kept: set[int]) -> bool:
    """Whether a person without a name is the subject of a clause around that of the pronoun."""
    verbs = [v for v in token.ancestors if v != token.head]
    return any(
        c.i in kept and c.i < token.i and c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ == "NN"
        and c.pos_ == "NOUN" and is_human(c.lemma_)
        for v in verbs for c in v.children
    )  # fmt: skip


def is_human(lemma: str) -> bool:
    """Whether the noun's commonest sense is a person: no thing, and no body of people."""
    return first_class("noun", lemma) == "person" or lemma.endswith(("man", "woman"))


def is_aged(token: "Token") -> bool:
    """Whether the word ends an age that stands for a person: `the 26-year-old`, without a noun."""
    return (
        token.lower_ == "old"
        and token.dep_ not in {"amod", "compound"}
        and any(c.lower_ == "the" for c in token.children)
        and any(c.lemma_ == "year" for c in token.children)
    )


_HELD_BY_ONE = frozenset(
    "president minister premier chancellor king queen prince princess pope emperor governor mayor"
    " chief chair chairman chairwoman chairperson secretary speaker director"
    " commander".split()
)


def is_one_of_several(token: "Token", kept: set[int]) -> bool:
    """Whether "the" comes before a person whom the words do not tell from others of the kind:
    the Texas senator, the former Ohio governor, the Polish businessman."""
    if token.tag_ != "NN" or not is_human(token.lemma_):
        return False
    if any(c.lower_ in {"attorney", "surgeon", "solicitor"} for c in token.children):
        return False  # the attorney general of the state that is named
    own = [c for c in token.children if c.i in kept]
    if any(c.lower_ in {"former", "ex", "late"} for c in own):
        return True
    if any(c.dep_ in {"relcl", "acl", "prep", "appos", "poss"} for c in own):
        return False
    if token.dep_ in {"appos", "attr"} or token.doc[token.i + 1 : token.i + 2].text.istitle():
        return False
    return token.lemma_ not in _HELD_BY_ONE


def points_back(token: "Token", tokens: Sequence["Token"]) -> bool:
    """Whether the word compares with something that the words do not name: another, the latter."""
    word = token.lower_
    if word == "next":
        return token.head.ent_type_ in {"DATE", "TIME"} and token.head.lemma_ not in {
            "decade", "year", "month", "week",
        }  # fmt: skip
    if word == "former":
        return token.dep_ != "amod"
    if word in {"previous", "preceding"}:  # not "her previous post"
        return not any(c.dep_ == "poss" for c in token.head.children)
    if word == "another":
        return not any(t.i < token.i and t.lemma_.lower() == "one" for t in tokens)
    if word == "similar":
        return token.dep_ == "amod" and not any(
            t.lower_ in {"to", "as"} and t.i > token.i for t in token.head.subtree
        )
    if word in {"elsewhere", "nearby"}:
        return not any(t.i < token.i and t.ent_type_ in {"GPE", "LOC", "FAC"} for t in tokens)
    if word == "other":
        return _is_counted(token.head) and not _has_standard(token.head, tokens)
    if word == "others" and _is_counted(token):
        return not _has_standard(token, tokens)
    if word == "others":  # "used by Holm and others" points at nobody before
        return token.dep_ not in {"conj", "dobj", "pobj"}
    return word in {"latter", "above", "following"}


def _is_counted(noun: "Token") -> bool:
    """Whether a number stands before the noun: eight other people, 5,000 others."""
    return any(c.dep_ == "nummod" or c.tag_ == "CD" for c in noun.children if c.i < noun.i)


def _has_standard(noun: "Token", tokens: Sequence["Token"]) -> bool:
    """Whether the words before `eight other people` name those whom the eight come beside."""
    if noun.dep_ == "conj" or any(c.lower_ == "than" for c in noun.children):
        return True
    before = [t for t in tokens if t.i < noun.i]
    if any(t.lower_ in {"besides", "beside", "alongside", "with"} for t in before):
        return True
    same = noun.lemma_.lower()
    return any(
        t.lemma_.lower() == same or (same == "other" and t.tag_ == "NNS" and t.dep_ != "compound")
        or (t.ent_type_ == "PERSON" and (same == "other" or is_person_noun(same)))
        for t in before
    )  # fmt: skip


def lacks_its_whole(token: "Token", tokens: Sequence["Token"]) -> bool:
    """Whether `19 percent` do something, and the words do not say of whom: 19 percent knew."""
    if token.lower_ not in {"percent", "%"} or token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    own = {c.lower_ for c in token.children}
    if own & {"of", "in", "among", "the", "top", "bottom"}:
        return False
    return not any(
        t.i < token.i
        and t.lower_ in {"percent", "%"}
        and any(c.lower_ in {"of", "in", "among"} for c in t.children)
        for t in tokens
    )


_HARMED = frozenset("kill injure wound hurt arrest detain hospitalize displace".split())


def lacks_its_event(noun: "Token", kept: set[int]) -> bool:
    """Whether people without a name were killed or arrested, and neither what did it nor the day
    is told: "74 were killed in Bergen"."""
    verb = noun.head
    if noun.dep_ != "nsubjpass" or verb.lemma_ not in _HARMED or verb.dep_ == "relcl":
        return False
    if any(t.ent_type_ in {"PERSON", "EVENT"} for t in noun.subtree):
        return False
    if any(t.i in kept and t.ent_type_ == "DATE" for t in noun.sent):
        return False
    return not any(
        t.i in kept
        and (
            t.dep_ in {"agent", "advcl"}
            or t.ent_type_ in {"TIME", "EVENT"}
            or (t.dep_ == "pobj" and t.pos_ == "NOUN")
        )
        for c in verb.children
        if c.i > verb.i or c.dep_ in {"prep", "advcl", "npadvmod"}
        for t in c.subtree
    )


_NEEDS_OBJECT = frozenset(
    "reconsider elaborate comply disagree respond react retaliate intervene abstain concur".split()
)


_TELLS = frozenset(
    "warn reassure remind notify inform advise urge persuade convince brief tell ask".split()
)


def _is_of_day_or_place(preposition: "Token") -> bool:
    return any(
        c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME", "GPE", "LOC"}
        for c in preposition.children
    )


def _tells_nothing(verb: "Token") -> bool:
    """Whether somebody is told, warned or asked, and nothing says what: "Holm warned Dahl"."""
    own = [c for c in verb.children if not (c.dep_ == "prep" and _is_of_day_or_place(c))]
    if any(
        c.dep_ in {"ccomp", "xcomp", "prep", "advcl", "oprd", "dative", "nsubjpass", "parataxis"}
        or c.tag_ in {"WP", "WDT", "WRB"}
        for c in own
    ):
        return False
    whom = [c for c in own if c.dep_ == "dobj"]
    return bool(whom) and all(
        c.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or is_human(c.lemma_) for c in whom
    )


def lacks_its_object(verb: "Token") -> bool:
    """Whether somebody is asked to reconsider or comply, and nothing follows that says what."""
    if verb.pos_ != "VERB" or verb.dep_ in {"conj", "relcl"}:
        return False
    if verb.lemma_ in _TELLS:
        return _tells_nothing(verb)
    return verb.lemma_ in _NEEDS_OBJECT and not any(
        c.dep_ in {"dobj", "prep", "ccomp", "xcomp", "advcl", "agent", "nsubjpass", "npadvmod"}
        for c in verb.children
    )


def lacks_its_measure(token: "Token", kept: set[int]) -> bool:
    """Whether something is called the same or larger, and the words do not say as what or than
    what: "her lead is the same"."""
    if token.dep_ not in {"acomp", "attr"}:
        return False
    is_higher = token.tag_ == "JJR" or any(c.tag_ == "RBR" for c in token.children)
    if not (token.lower_ == "same" or is_higher):
        return False
    if token.head.lemma_ in {"feel", "get"}:
        return False  # better than before
    if any(t.i in kept and t.lower_ in {"as", "than", "both"} for t in token.sent):
        return False
    return not any(c.i in kept and c.tag_ == "CC" for c in _subject_of(token))


def _subject_of(token: "Token") -> list["Token"]:
    verb = token.head
    return [t for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} for t in c.subtree]


def is_specified(token: "Token") -> bool:
    """Whether `those` says itself who is meant: those who vote, those of the minority."""
    return (
        token.dep_ != "det"
        and any(c.i == token.i + 1 and c.dep_ in {"prep", "acl"} for c in token.children)
    ) or any(c.dep_ == "relcl" and c.left_edge.i == token.i + 1 for c in token.children)


_COMMITTING = frozenset(
    "announce plan promise vow pledge agree decide intend hope want threaten refuse".split()
)


_DONE_BY_BODIES = frozenset(
    "believe expect plan hope intend seek want receive reach set hire fire employ send publish"
    " release invite investigate consider support oppose welcome regret apologize take".split()
)
"""Verbs for what a body does or thinks, and a law, a poll or a plan does not."""


def is_said_of_something(token: "Token") -> bool:
    """Whether `it` is the subject of what a body said, and so need not be that body."""
    verb = token.head
    return (
        token.dep_ in {"nsubj", "nsubjpass"}
        and verb.dep_ == "ccomp"
        and verb.head.i < token.i
        and verb.head.lemma_ not in _COMMITTING
        and not (token.dep_ == "nsubj" and verb.lemma_ in _DONE_BY_BODIES)
    )


_CALLED_FOR = frozenset(
    "necessary needed required relevant appropriate corresponding proper respective said".split()
)
_SOMEBODYS = frozenset(
    "leader minister member colleague counterpart rival participant delegate teammate".split()
)


def lacks_its_owner(noun: "Token") -> bool:
    """Whether leaders or members do something, and no word says of what: "Leaders met"."""
    return (
        noun.tag_ == "NNS"
        and noun.lemma_ in _SOMEBODYS
        and noun.dep_ in {"nsubj", "nsubjpass"}
        and not any(c.dep_ not in {"punct", "det", "appos"} for c in noun.children)
    )


_COUNTABLE = frozenset(
    "condition issue step measure point topic matter reason factor aspect question detail concern"
    " demand principle proposal option problem example idea thing".split()
)
_SOME = frozenset("several some various certain many multiple numerous key".split())
_TELLING = frozenset({"prep", "acl", "relcl", "appos", "poss", "ccomp"})


def lacks_purpose(noun: "Token", kept: set[int]) -> bool:
    """Whether `the necessary steps` stands without the words that say what they are needed for."""
    own = [c for c in noun.children if c.i in kept]
    if noun.tag_ == "NNS" and any(
        c.dep_ == "relcl" and c.lemma_ in {"need", "require"} and c.right_edge == c for c in own
    ):
        return True  # "the steps that were needed"
    return any(c.lower_ in _CALLED_FOR for c in own if c.i < noun.i) and not any(
        c.dep_ in _TELLING and c.i > noun.i for c in own
    )


def leaves_open_which(noun: "Token", kept: set[int]) -> bool:
    """Whether `several key conditions` stands without a word on which they are."""
    if noun.tag_ != "NNS" or noun.lemma_ not in _COUNTABLE or noun.dep_ not in {"dobj", "pobj"}:
        return False
    own = [c for c in noun.children if c.i in kept]
    return any(c.lower_ in _SOME for c in own) and not any(
        c.dep_ in _TELLING or c.ent_type_ or c.dep_ == "compound" for c in own
    )


def is_head_of_state(noun: "Token") -> bool:
    """Whether the words are `the head of state`, who is named nowhere in them."""
    after = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 3]]
    return noun.lower_ == "head" and after in (["of", "state"], ["of", "government"])
