"""Roles behind a name: `Ida Holm, a physicist at ...,` and `Holm is the mayor of ...`."""

from typing import TYPE_CHECKING

from quizzer.facts.roles.before import LONGEST
from quizzer.facts.roles.nouns import is_role_noun

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Span, Token

_APPOSITION, _COPULA = 0.93, 0.85
_OPENING = frozenset({",", "--", "—", "–", "―"})
_BREAKS = frozenset({",", "--", "—", "–", "―", ";", ":", "(", "[", '"', "“", "”", "''", "``"})
_RELATIVES = frozenset("who whom whose which that where when".split())
_ARTICLES = frozenset({"a", "an", "the", "his", "her"})
_JUNIOR = frozenset({"jr.", "sr.", "jr", "sr", "iii", "ii"})
_NAMED = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC"})


def role_behind(entity: "Span") -> tuple["Span", float] | None:
    """The apposition behind a name, without its relative clauses, and how sure it is."""
    doc, last = entity.doc, entity.sent.end
    place = _opening(entity)
    if place is None:
        return None
    nouns = [
        token
        for token in doc[place : min(last, place + LONGEST)]
        if token.left_edge.i == place and is_role_noun(token)
    ]
    head = next((t for t in nouns if t.dep_ == "appos" and t.head.i < place), None)
    sure = _APPOSITION
    if head is None:
        head = next((t for t in nouns if _is_second_subject(entity, t)), None)
        sure = _COPULA
    if head is None:
        return None
    end = end_of_role(head)
    if end - place > LONGEST or _may_be_a_list(head, end) or _is_torn(doc, end):
        return None
    return doc[place:end], sure


def _is_second_subject(entity: "Span", noun: "Token") -> bool:
    """Whether a verb has both the name and the noun for its subject: `Holm, the mayor, left`."""
    end = end_of_role(noun)
    return (
        noun.dep_ == "nsubj"
        and entity.root.dep_ == "nsubj"
        and noun.head is entity.root.head
        and end + 1 < len(noun.doc)
        and noun.doc[end].text == ","
        and noun.doc[end + 1] in {noun.head, *noun.head.lefts}
    )


def _opening(entity: "Span") -> int | None:
    """Where an apposition would start: behind the comma, brackets and the age skipped."""
    doc, last = entity.doc, entity.sent.end
    place = entity.end
    if place < last and doc[place].text == "(":
        close = next((t.i for t in doc[place:last] if t.text == ")"), None)
        if close is None or close - place > 6:
            return None
        place = close + 1
    for _ in range(3):
        if place + 1 >= last or doc[place].text not in _OPENING:
            return None
        place += 1
        if doc[place].lower_ not in _JUNIOR and not doc[place].like_num:
            return place
        if doc[place + 1].text == "-":  # a 45-year-old
            return place
        place += 1
    return None


def end_of_role(head: "Token") -> int:
    """The end of a noun's phrase before the first clause, break or second description."""
    doc = head.doc
    end = head.right_edge.i + 1
    for child in head.children:
        if child.i > head.i and child.dep_ in {"relcl", "acl", "appos", "advcl", "punct"}:
            end = min(end, child.left_edge.i)
        if child.i > head.i and child.dep_ == "conj" and not _shares_its_article(child):
            cut = next((c.i for c in head.children if c.dep_ == "cc" and c.i > head.i), child.i)
            end = min(end, cut, child.left_edge.i)
    for token in doc[head.i + 1 : end - 1]:
        following = token.nbor()
        # "... and the editor of", "... and Castro's envoy": a second description
        if token.dep_ == "cc" and (following.lower_ in _ARTICLES or following.dep_ == "poss"):
            end = token.i
            break
    for token in doc[head.i + 1 : end]:
        if token.text in _BREAKS or token.lower_ in _RELATIVES or token.dep_ in {"relcl", "acl"}:
            end = min(end, token.i if token.dep_ not in {"relcl", "acl"} else token.left_edge.i)
            break
    while end > head.i + 1 and (
        doc[end - 1].is_punct or doc[end - 1].pos_ in {"ADP", "CCONJ", "DET", "ADV", "AUX"}
    ):
        if doc[end - 1].text == "." and len(doc[end - 2].text) <= 2:
            break
        end -= 1
    return end


def _shares_its_article(noun: "Token") -> bool:
    """Whether `an economist and tax expert` is one description: the second has no article."""
    return is_role_noun(noun) and not any(c.dep_ in {"det", "poss"} for c in noun.children)


def _is_torn(doc: "Doc", end: int) -> bool:
    """Whether the end parts a title from its name, or a gerund from what it is about."""
    if end >= len(doc):
        return False
    if doc[end].text == "(" and is_role_noun(doc[end - 1]):
        return True
    last = doc[end - 1]
    if doc[end].lower_ in {"that", "which"} and last.dep_ == "pobj" and not last.ent_type_:
        return True  # "the head of the group that ...": which group is lost
    if doc[end].ent_type_ == "PERSON" and is_role_noun(doc[end - 1]):
        return True
    return doc[end].tag_ == "VBG" and doc[end - 1].dep_ == "pobj" and not doc[end - 1].children


def _may_be_a_list(head: "Token", end: int) -> bool:
    """Whether `Holm, the president and the king` may list three persons."""
    doc = head.doc
    is_bare = end - head.i == 1 and head.i - head.left_edge.i <= 1
    return (
        is_bare
        and end + 1 < head.sent.end
        and doc[end].lower_ in {"and", "or"}
        and doc[end + 1].lower_ in {"the", "his", "her", "their", "a", "an"}
    )


def role_by_copula(entity: "Span") -> tuple["Span", float] | None:
    """`the mayor of Bergen` in `Holm is the mayor of Bergen`, `Holm, who serves as ...`."""
    verb = _present_verb(entity.root)
    if verb is None:
        return None
    head = None
    if verb.lemma_ == "be":
        head = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
    else:
        preposition = next((c for c in verb.children if c.lower_ == "as" and c.i > verb.i), None)
        if preposition is not None:
            head = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if head is None or not is_role_noun(head) or head.left_edge.i - verb.i > 2:
        return None
    start, end = head.left_edge.i, end_of_role(head)
    words = entity.doc[start:end]
    if len(words) > LONGEST or not any(t.ent_type_ in _NAMED for t in words):
        return None  # "is a liar" is an opinion, "is the mayor of Bergen" an office
    return words, _COPULA


def _present_verb(noun: "Token") -> "Token | None":
    """The verb that states in the present tense, plainly, what the noun's person is."""
    verb: Token | None = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        verb = next(
            (
                c for c in noun.children
                if c.dep_ == "relcl" and any(
                    s.lower_ == "who" and s.dep_ == "nsubj" for s in c.children)
            ), None,
        )  # fmt: skip
    elif noun.head.dep_ != "ROOT" or noun.sent.text.rstrip().endswith("?"):
        return None
    if verb is None or verb.tag_ != "VBZ" or verb.lemma_ not in {"be", "serve", "work"}:
        return None
    if any(c.dep_ in {"neg", "aux", "mark"} for c in verb.children):
        return None
    if any(c.dep_ == "conj" for c in noun.children):
        return None
    return verb
