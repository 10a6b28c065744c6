"""Nouns that say little without what they are of, on, to or against: a statement, its response.

English has classes of them, each with the prepositions that bring what is missing. What the words
leave out is lost where a question stands alone: which statement, the response to what?
"""

from typing import TYPE_CHECKING

from quizzer.questions.alone.complements import COUNTED, TOLD_BY, TOLD_BY_ONE
from quizzer.questions.alone.pointing import CLASSIFYING, is_human
from quizzer.questions.names.body_kinds import kind_of_body

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_OCCASIONS = frozenset("speech testimony address lecture sermon".split())
_EMPTY = frozenset(
    "official final formal initial additional original critical special personal general public"
    " basic historic dramatic political joint written brief annual internal usual potential total"
    " real identical typical essential crucial actual eventual unusual emotional wary necessary"
    " american european".split()
)
"""Adjectives with the endings of those that say of what kind a thing is, and that do not."""
_NO_TOPIC = frozenset(
    "news press campaign keynote cover contingency emergency backup cellphone phone web online"
    " television tv radio surveillance police".split()
)
_REQUESTS = frozenset("request plea petition appeal demand".split())
_SUING = frozenset({"agency", "union", "charity", "committee"})
"""Kinds of bodies that are known by whom they sue, not by one suit of theirs."""
_WISHES = frozenset("want seek need favor favour prefer expect".split())
_SAYS_LITTLE = frozenset("be make cost have get receive win face draw cause cement prompt".split())


def lacks_complement(noun: "Token", kept: set[int]) -> bool:
    """Whether the noun belongs to a class that needs a complement, and the kept words have none."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or noun.dep_ == "compound":
        return False
    if lemma in _OCCASIONS:
        is_own_opening = noun.dep_ == "pobj" and noun.head.head.i > noun.i  # "In a speech, ..."
        is_open = _is_somebodys(noun) and not is_own_opening and noun.dep_ in {"dobj", "pobj"}
        return is_open and not _is_placed(noun, kept)
    if lemma in TOLD_BY_ONE:
        return noun.tag_ == "NNS" and not any(_owns(one, lemma, kept) for one in _row(noun))
    if lemma in COUNTED:
        is_bare = any(c.lower_ == "the" for c in noun.children) and noun.tag_ == "NNS"
        return is_bare and not any(
            _tells_behind(c, COUNTED[lemma], kept) or (c.dep_ == "compound" and c.pos_ == "NOUN")
            for c in noun.children if c.i in kept
        )  # fmt: skip
    if lemma in _COURSES:
        return _is_course_of_nothing(noun, kept)
    prepositions = TOLD_BY.get(lemma)
    if lemma == "order" and not any(c.dep_ in {"det", "poss"} for c in noun.children):
        return False  # law and order
    if noun.tag_ == "NNS" and not any(c.dep_ in {"det", "poss"} for c in noun.children):
        return False  # agreements and reports of whatever kind
    if prepositions is None or _is_told_before(noun, kept):
        return False
    if noun.i + 1 in kept and noun.nbor(1).tag_ in {"WDT", "WP", "VBG"}:
        return False  # "video that shows ...", wherever the parser hangs it
    told = any(_tells(one, prepositions, kept) for one in _row(noun))
    return not told and not _verb_tells(noun, prepositions, kept)


_COURSES = frozenset(
    "process procedure talks talk campaign vote ceremony hearing work effort treaty".split()
)
_ACTS = frozenset(TOLD_BY) - frozenset(
    "bill push drive report study survey plan review video footage photo action position".split()
) | frozenset(
    "selection certification implementation adoption expansion enlargement integration"
    " restoration reclamation renovation reconstruction privatization privatisation verification"
    " extradition".split()
)  # fmt: skip
"""Nouns for acts done to something, which the course of the act leaves out: whose extradition?"""


def _is_course_of_nothing(noun: "Token", kept: set[int]) -> bool:
    """Whether `the ratification process` stands without what is ratified."""
    own = [c for c in noun.children if c.i in kept]
    acts = [c for c in own if c.dep_ == "compound" and c.lemma_.lower() in _ACTS]
    if not acts or not any(c.lower_ == "the" for c in own):
        return False
    return not any(
        c.dep_ in {"poss", "relcl", "acl", "appos"}
        or c.ent_type_ in {"GPE", "NORP", "ORG", "PERSON", "EVENT", "LAW"}
        or (c.dep_ == "prep" and c.lower_ in _OF_COURSES and not _is_of_time(c))
        for c in (*own, *(c for act in acts for c in act.children))
    )


_OF_COURSES = frozenset("of for to on between with against about over in".split())


def _owns(noun: "Token", lemma: str, kept: set[int]) -> bool:
    return any(
        c.i in kept
        and (
            c.dep_ == "poss"
            or c.ent_type_ == "PERSON"
            or (c.dep_ == "prep" and c.lower_ in TOLD_BY_ONE[lemma])
        )
        for c in noun.children
    )


def is_owned_by_a_name(noun: "Token") -> bool:
    """Whether somebody who is named owns the thing: where an article is about one meeting, the
    stem's opening tells which proposal of Holm is meant."""
    return any(c.dep_ == "poss" and c.pos_ != "PRON" for c in noun.children)


def _is_somebodys(noun: "Token") -> bool:
    return any(c.dep_ == "poss" for c in noun.children)


def _is_placed(noun: "Token", kept: set[int]) -> bool:
    """Whether a place, a day, an audience or a topic tells which occasion is meant."""
    return any(c.i in kept and c.dep_ not in {"det", "poss", "punct"} for c in noun.children)


def _is_told_before(noun: "Token", kept: set[int]) -> bool:
    """Whether the noun takes up the clause before it ("and one attempt was successful") or the
    verb says itself what the plan or the bill does."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "by":
        return True  # "by his own admission"
    if noun.dep_ == "pobj" and verb.lower_ in {"with", "without"} and _is_told_of(verb.head):
        return True  # "talks will be fruitless without the participation of Norway"
    if noun.dep_ == "dobj" and verb.lemma_ in _WISHES:
        return True  # "wanted a peaceful settlement", whichever it would be
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if verb.dep_ in {"conj", "advcl"} and verb.head.i < noun.i and verb.head.i in kept:
        return True
    return verb.lemma_ not in _SAYS_LITTLE and any(
        c.dep_ == "dobj" and c.i in kept and c.ent_type_ not in {"MONEY", "PERCENT"}
        and list(c.children) for c in verb.children
    )  # fmt: skip


def _is_told_of(word: "Token") -> bool:
    """Whether the verb or adjective tells something of a noun, which then tells what is meant."""
    while word.dep_ in {"acomp", "attr", "advmod", "prep"} and word.head is not word:
        word = word.head
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "NOUN" for c in word.children)


def _row(noun: "Token") -> list["Token"]:
    """The nouns in a row with this one, which share what stands before or after the row."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    row = [first]
    for one in row:
        row += [c for c in one.children if c.dep_ == "conj" and c.pos_ == "NOUN"]
    return row


def _tells(noun: "Token", prepositions: frozenset[str], kept: set[int]) -> bool:
    return any(
        _tells_behind(child, prepositions, kept)
        if child.i > noun.i
        else _tells_in_front(child, prepositions)
        for child in noun.children
        if child.i in kept
    )


def _tells_behind(child: "Token", prepositions: frozenset[str], kept: set[int]) -> bool:
    match child.dep_:
        case "prep":
            if child.lower_ in prepositions and not _is_of_time(child) and not _is_asked(child):
                return True
            # "the reaction of Norway to the plan": the parser hangs "to" on Norway
            return any(
                inner.dep_ == "prep" and inner.i in kept and inner.lower_ in prepositions
                for c in child.children
                for inner in c.children
            )
        case "acl" if child.tag_ == "VBN":
            return child.head.tag_ == "NNS" or any(
                c.dep_ in {"prep", "xcomp", "oprd", "advcl"} and c.i in kept and not _is_of_time(c)
                for c in child.children
            )
        case "acl" | "relcl" | "ccomp" | "appos":
            return True
    return False


def _tells_in_front(child: "Token", prepositions: frozenset[str]) -> bool:
    match child.dep_:
        case "compound" | "nmod":
            by_a_body = child.ent_type_ == "ORG" and (
                "regarding" in prepositions or ("against" in prepositions and _sues_often(child))
            )
            return (
                not by_a_body  # "the ministry decision" does not tell on what
                and child.lower_ not in _NO_TOPIC
                and child.ent_type_ not in {"DATE", "TIME", "PERSON", "CARDINAL"}
            )
        case "amod":
            is_kind = child.lower_.endswith(CLASSIFYING) and child.lower_ not in _EMPTY
            return (
                is_kind
                or child.ent_type_ in {"NORP", "GPE"}
                or child.tag_ in {"VBG", "JJS"}
                or child.pos_ == "PROPN"
                or any(c.tag_ in {"RBS", "JJS"} for c in child.children)
            )
    return False


def _is_asked(preposition: "Token") -> bool:
    """Whether the words name the one who is asked, not what for: a request to the mayor."""
    return (
        preposition.lower_ == "to"
        and preposition.head.lemma_ in _REQUESTS
        and any(
            c.dep_ == "pobj" and (c.ent_type_ in {"PERSON", "ORG"} or is_human(c.lemma_))
            for c in preposition.children
        )
    )


def _sues_often(body: "Token") -> bool:
    """Whether the body is one that is known by whom it sues, not by one suit of its own."""
    return kind_of_body(" ".join(t.text for t in body.subtree)) in _SUING


def _is_of_time(preposition: "Token") -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)


def _verb_tells(noun: "Token", prepositions: frozenset[str], kept: set[int]) -> bool:
    """Whether the verb above the noun brings what the noun is about: said in a statement that."""
    verb = noun.head
    while verb.dep_ in {"prep", "pobj", "conj"} and verb.head is not verb:
        verb = verb.head
    of_verb = prepositions - {"in", "at", "of"}
    for child in verb.children:
        if child.i not in kept or child is noun:
            continue
        if child.dep_ in {"ccomp", "xcomp"}:
            return True
        if child.i < noun.i:
            continue
        if child.dep_ == "advcl" and (child.tag_ == "VBG" or child.left_edge.lower_ == "to"):
            return True
        if child.dep_ == "prep" and (
            (child.lower_ in of_verb and not _is_of_time(child))
            or any(c.dep_ == "pcomp" for c in child.children)
        ):
            return noun.dep_ in {"dobj", "nsubjpass", "pobj"}
    return False
