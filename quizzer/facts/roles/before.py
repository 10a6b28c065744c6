"""Roles in front of a name: `chief economist Ida Holm`, `the museum's director, Ida Holm,`."""

from typing import TYPE_CHECKING

from quizzer.facts.roles.nouns import ABBREVIATED, is_role_noun

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Span, Token

LONGEST = 14
"""Tokens of a role; more tell a story rather than what somebody is."""
_TITLE, _BESIDE = 0.93, 0.9
_INNER = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})
_JOINTS = frozenset({"-", "–", "&", "/", "'s", "’s", "'", "’", "."})
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL"})
_BEFORE_AN_OFFICE = frozenset({"chief", "general", "shadow"})
_OPENERS = frozenset("a an the his her their".split())
_CLOSERS = frozenset({",", ".", ";", ")", "?", "!", "--", "—", "–", "―", "-"})


def role_before(entity: "Span") -> tuple["Span", float] | None:
    """The words in front of a name that say what the person is, and how sure that is."""
    sentence = entity.sent
    if entity.start - 1 <= sentence.start and entity.start == sentence.start:
        return None
    before = entity.doc[entity.start - 1]
    if before.text == ",":
        return _noun_with_comma(entity)
    if not is_role_noun(before):
        return _title_with_of(entity)
    start, end = _own_part(entity.doc, _start_of_title(entity), entity.start)
    if end - start > LONGEST or _is_second_half(entity.doc[start], sentence.start):
        return None
    return entity.doc[start:end], _TITLE


def _title_with_of(entity: "Span") -> tuple["Span", float] | None:
    """`U.S. Secretary of State` before a name: a title whose body stands behind it, all of it with
    capitals; a closing bracket with initials may stand between."""
    doc, first = entity.doc, entity.sent.start
    end = entity.start
    if end - 3 > first and doc[end - 1].text == ")" and doc[end - 3].text == "(":
        end -= 3
    place = end - 1
    while place > first and doc[place].lower_ != "of":
        if not (doc[place].text[0].isupper() or doc[place].lower_ in _WITHIN_NAMES):
            return None
        place -= 1
    while place > first and doc[place].lower_ == "of" and not is_role_noun(doc[place - 1]):
        place = _of_before(doc, place, first)  # the Bureau of Investigation
    noun = doc[place - 1]
    if place <= first or place == end - 1 or not noun.is_title or not is_role_noun(noun):
        return None
    start = place - 1
    while start > first and _is_titled(doc[start - 1]):
        start -= 1
    if start - 2 >= first and doc[start - 1].text == "-" and doc[start - 2].lower_ in _FORMER:
        start -= 2
    return (doc[start:end], _TITLE) if end - start <= LONGEST else None


_FORMER = frozenset({"then", "ex"})
_WITHIN_NAMES = frozenset({"and", "the", "for", "&", "-", "'s", "’s"})


def _of_before(doc: "Doc", place: int, first: int) -> int:
    """The place of the last "of" before `place` in the same name; `first` where there is none."""
    for before in range(place - 1, first, -1):
        if doc[before].lower_ == "of":
            return before
        if not (doc[before].text[0].isupper() or doc[before].lower_ in _WITHIN_NAMES):
            break
    return first


def _is_titled(token: "Token") -> bool:
    """Whether the word in front of a title belongs to it: a country, a party, `Former`."""
    return token.ent_type_ in {"GPE", "NORP"} or (
        token.is_title and token.pos_ in {"ADJ", "PROPN"} and token.ent_type_ not in _TIMES
    )


def _own_part(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """One role where two stand in a row: `nominee` of `nominee Gov. Holm`, and of `his running
    mate, presidential nominee Ida Holm` the part behind the mate."""
    if end - start > 1 and doc[end - 1].lower_ in ABBREVIATED:
        before = doc[end - 2]
        if before.lower_ not in ABBREVIATED and is_role_noun(before):
            end -= 1
    for place in range(end - 2, start, -1):
        other = doc[place - 1]
        is_noun = other.pos_ == "NOUN" and other.lower_ not in _BEFORE_AN_OFFICE
        if doc[place].pos_ == "ADJ" and is_noun and is_role_noun(other):
            return place, end
    return start, end


def _start_of_title(entity: "Span") -> int:
    """Where the words start that hang on the name or on a word between them and the name."""
    doc = entity.doc
    first = entity.sent.start
    start = entity.start - 1
    while start > first:
        token = doc[start - 1]
        if token.lower_ == "shadow":  # often taken for a verb, and somebody else without it
            start -= 1
            continue
        is_inner = token.pos_ in _INNER or token.text in _JOINTS or _is_participle(token)
        if token.ent_type_ in _TIMES or not is_inner:
            break
        if not _hangs_inside(token, start - 1, entity) and not _is_joint(token):
            break
        start -= 1
    body = next((e for e in entity.sent.ents if e.start < start < e.end), None)
    if body is not None:  # "Immigration and Naturalization Service" is one name
        start = body.start
    while start < entity.start - 1 and doc[start].text in _JOINTS:
        start += 1  # what they tied the words to does not belong here
    opener = doc[start - 1] if start > first else None
    if opener is not None and opener.lower_ in _OPENERS and start - 1 <= opener.head.i:
        start -= 1
    return start


def _is_participle(token: "Token") -> bool:
    """Whether a verb stands for an adjective: `retired general`; not so behind a noun, where the
    verb of a sentence is easily taken for one (`The Argus quoted official Ida Holm`)."""
    if token.dep_ != "amod":
        return False
    return token.i == 0 or token.nbor(-1).pos_ not in {"NOUN", "PROPN", "PRON"}


def _is_joint(token: "Token") -> bool:
    """Whether a hyphen or a possessive ending ties the word before to the words behind."""
    if token.tag_ == "POS":
        return True
    return token.text in {"-", "–"} and not token.whitespace_ and not token.nbor(-1).whitespace_


def _hangs_inside(token: "Token", place: int, entity: "Span") -> bool:
    """Whether the token belongs to words that lie between it and the end of the name."""
    if entity.root.dep_ == "appos" and entity.root.head.i < entity.start:
        head = entity.root.head
        if head in (token, token.head) or head in token.ancestors:
            return True
    return place < token.head.i < entity.end


def _is_second_half(first: "Token", sentence_start: int) -> bool:
    """Whether "and" joins the words to others that share their noun: defence and trade minister."""
    if first.i <= sentence_start or first.nbor(-1).lower_ not in {"and", "or"}:
        return False
    if first.i - 2 < sentence_start:
        return False
    other = first.nbor(-2)
    return other.pos_ == "ADJ" or (
        other.pos_ in {"NOUN", "PROPN"} and other.ent_type_ != "PERSON" and not is_role_noun(other)
    )


def _above_its_name(noun: "Token") -> "Token":
    """`partner` for the name in `a partner at Lenox`: names are not explained by other names."""
    while noun.ent_type_ in {"ORG", "PERSON"} and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
    return noun


def _noun_with_comma(entity: "Span") -> tuple["Span", float] | None:
    """`the museum's director` before `, Ida Holm,`: the name explains a definite noun."""
    doc = entity.doc
    end = entity.start - 1
    head = _above_its_name(entity.root.head)
    if entity.root.dep_ != "appos" or head.i >= end or not is_role_noun(head):
        return None
    start = head.left_edge.i
    if doc[start].lower_ not in _OPENERS and not any(c.dep_ == "poss" for c in head.children):
        return None
    if end - start > LONGEST or any(t.is_punct and t.text != "-" for t in doc[start:end]):
        return None
    if any(c.dep_ in {"relcl", "conj", "cc"} for c in head.children if c.i < end):
        return None
    after = doc[entity.end] if entity.end < len(doc) else None
    if after is not None and after.text not in _CLOSERS and after.lower_ not in {"'s", "’s"}:
        return None
    return doc[start:end], _BESIDE
