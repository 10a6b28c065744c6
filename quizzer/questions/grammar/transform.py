"""Clauses into wh-questions.

A question about the subject puts the wh-phrase in its place; any other moves the wh-phrase
to the front, inverts subject and auxiliary, and supports a bare verb with do, does or did
(Heilman, Automatic Factual Question Generation from Text, 2011, chapter 3).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from quizzer.facts.word_classes import first_class
from quizzer.questions.grammar.asides import is_relative
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.grammar.wording import mend, render

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_THIRD_PERSON = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "is", "'ve": "has"}
_FULL = {
    "'s": "is", "’s": "is", "'re": "are", "’re": "are", "'ve": "have", "’ve": "have",
    "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will", "ca": "can",
    "n't": "not", "n’t": "not",
}  # fmt: skip
_BE = frozenset({"be"})


def subject_question(
    clause: Clause, wh: str, swaps: Mapping[int, str], *, is_singular: bool = True
) -> str | None:
    """The clause with `wh` for its subject, without a question mark; None where it cannot be."""
    subject = {token.i for token in clause.subject.subtree}
    rest = [token for token in clause.tokens if token.i not in subject]
    if any(token.i < clause.subject.i and token == clause.finite for token in rest):
        return None
    agreed = dict(full_forms(rest, swaps))
    if is_singular:
        changed = third_person(clause.finite)
        if changed is None:
            return None
        if clause.finite.i not in swaps:
            agreed[clause.finite.i] = changed
        elif agreed[clause.finite.i].strip() == "were":
            agreed[clause.finite.i] = "was"
    lead = [token for token in rest if token.i < clause.subject.left_edge.i]
    tail = [token for token in rest if token.i > clause.subject.left_edge.i]
    if not tail or tail[0].pos_ not in {"VERB", "AUX", "ADV", "PART"}:
        return None
    if _is_topic(lead, clause):
        return None
    if _is_scene(lead, clause) and tail[0] == clause.verb and tail[1:] and tail[1].dep_ == "mark":
        # "Who announced in Oslo that ...", rather than "In Oslo, who announced that ..."
        scene = lower_first(lead, render(lead, agreed))
        return mend(f"{wh} {render(tail[:1], agreed)} {scene} {render(tail[1:], agreed)}")
    return _with_lead(lead, mend(f"{wh} {render(tail, agreed)}"), agreed)


def _is_topic(lead: "list[Token]", clause: Clause) -> bool:
    """Whether the place in front is that of a relative clause which is gone: "In Bergen, where the
    ferries lie idle, Holm said that ..." tells of what he spoke, not where."""
    if not lead or lead[0].lower_ != "in" or lead[0].head != clause.verb:
        return False
    kept = {token.i for token in lead}
    return any(t.dep_ == "relcl" and t.i not in kept for t in lead[0].subtree) and any(
        c.dep_ == "ccomp" for c in clause.verb.children
    )


def _is_scene(lead: "list[Token]", clause: Clause) -> bool:
    """Whether the words before the subject are one phrase that tells where something was said."""
    words = lead[:-1] if lead and lead[-1].text == "," else lead
    return bool(words) and words[0].head == clause.verb and not any(
        t.is_punct or t.pos_ in {"VERB", "AUX"} or t.ent_type_ == "DATE" for t in words
    ) and words[0].lower_ in {"in", "at", "during", "on"} and can_lead(lead, {})  # fmt: skip


def fronted_question(
    clause: Clause, wh: str, answer: Iterable["Token"], swaps: Mapping[int, str]
) -> str | None:
    """The clause with `answer` moved out and asked for by `wh`, without a question mark.

    None where the clause has no finite verb that can stand before its subject.
    """
    gone = {token.i for token in answer}
    when = _time_before_verb(clause, gone, swaps)
    early = {token.i for token in when}
    subject = tuple(token for token in clause.subject_tokens if token.i not in early)
    if not subject or any(token.i in gone for token in subject):
        return None
    if any(t.text == "," for t in subject) and not any(t.dep_ == "conj" for t in subject):
        return None  # an aside whose second comma would be lost
    between = [t for t in clause.tokens if subject[-1].i < t.i < clause.finite.i]
    if any(t.ent_type_ == "DATE" and t.i not in gone and t.i not in early for t in between):
        return None
    if gone and _goes_on_in_a_row(clause, max(gone)):
        return None
    if any(t.dep_ == "conj" and t.head.i in gone and t.i not in gone for t in clause.tokens):
        return None  # "two last year and three the year before"
    inside = {token.i for token in subject}
    words = dict(full_forms(clause.tokens, swaps))
    front: str
    if clause.auxiliaries:
        moved = clause.finite
        front = words.get(moved.i, moved.text)
        words[moved.i] = ""
    elif clause.verb.lemma_ in _BE:
        moved = clause.verb
        front = words.get(moved.i, moved.text)
        words[moved.i] = ""
    else:
        support = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(clause.verb.tag_)
        if support is None or not is_plain_verb(clause.verb):
            return None
        front = support
        words[clause.verb.i] = base_form(clause.verb)
    before = clause.subject.left_edge.i
    kept = [t for t in clause.tokens if t.i not in gone and t.i not in inside | early]
    lead = [token for token in kept if token.i < before]
    if lead and when:
        return None
    tail = [token for token in kept if token.i > before]
    if any(token.i in {clause.verb.i, clause.finite.i} for token in lead):
        return None
    question = f"{wh} {front} {render(subject, words)} {render(tail, words)}"
    if when:
        return f"{render(when, words)}, {mend(question)}"
    return _with_lead(lead, mend(question), words)


def _goes_on_in_a_row(clause: Clause, last: int) -> bool:
    """Whether a comma or "and" behind the words that are asked for goes on with more of them."""
    behind = [t for t in clause.tokens if t.i > last > clause.verb.i][:2]
    if not behind or behind[0].i != last + 1:
        return False
    return behind[0].dep_ == "cc" or (
        behind[0].text == "," and len(behind) > 1 and behind[1].pos_ in {"DET", "NOUN", "PROPN"}
    )


def _time_before_verb(clause: Clause, gone: set[int], swaps: Mapping[int, str]) -> "list[Token]":
    """The date right before the verb, as in "Norway on Friday formally joined", which goes before
    the question; empty where there is none, or it lacks its preposition."""
    before = [t for t in clause.tokens if t.i < clause.finite.i]
    while before and before[-1].pos_ == "ADV" and before[-1].i not in swaps:
        before.pop()
    found: list[Token] = []
    while before and (
        (before[-1].ent_type_ in {"DATE", "TIME"} and before[-1].i in swaps)
        or (found and before[-1].dep_ == "prep" and before[-1].i in swaps)
        or (found and before[-1].lower_ in {"early", "late"})
    ):
        found.insert(0, before.pop())
    if any(token.i in gone for token in found):
        return []
    return found if _OPENS_WITH_A_TIME.match(render(found, swaps)) else []


_OPENS_WITH_A_TIME = re.compile(r"(?:early |late )?(?:on|in|during) ")


def third_person(finite: "Token") -> str | None:
    """The finite verb in the third person singular, in its own tense."""
    word = finite.lower_
    if word in {"'s", "’s"}:
        return "has" if is_perfect(finite) else "is"
    word = _FULL.get(word, word)
    if finite.tag_ in {"MD", "VBZ"}:
        return word
    if word in _THIRD_PERSON:
        return _THIRD_PERSON[word]
    if finite.tag_ == "VBD":
        return finite.text.lower()
    if finite.tag_ == "VBP":
        return singular_verb(finite.lemma_)
    return None


def is_perfect(auxiliary: "Token") -> bool:
    """Whether `'s` stands for has: "he's sought", not "he's accused"."""
    return (
        auxiliary.dep_ == "aux"
        and auxiliary.head.tag_ in {"VBN", "VBD"}
        and not any(c.dep_ == "nsubjpass" and auxiliary.i > 0 for c in auxiliary.head.children
                    if not any(o.lower_ == "been" for o in auxiliary.head.children))
    )  # fmt: skip


def singular_verb(lemma: str) -> str:
    """The third person singular of a regular verb: goes, tries, watches, asks."""
    if lemma == "be":
        return "is"
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def base_form(verb: "Token") -> str:
    """The verb's base form; the lemmatizer takes "hoped" and "hopes" for forms of "hop"."""
    word, lemma = verb.lower_, verb.lemma_
    doubled = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", lemma) is not None
    if verb.tag_ in {"VBD", "VBN"} and word == f"{lemma}ed" and doubled:
        return f"{lemma}e"
    if verb.tag_ == "VBZ" and word == f"{lemma}es" and doubled:
        return f"{lemma}e"
    return lemma


def is_plain_verb(verb: "Token") -> bool:
    """Whether the lemma is a word that can follow "did": the parser sometimes errs on names."""
    return verb.lemma_.isalpha() and verb.lemma_.islower()


def full_forms(tokens: Iterable["Token"], swaps: Mapping[int, str]) -> dict[int, str]:
    """`swaps`, with contracted verbs written out, but not those that somebody is quoted with."""
    words = dict(swaps)
    is_quoted = False
    for token in tokens:
        if token.is_quote:
            is_quoted = token.text in _OPENING or (token.text not in _CLOSING and not is_quoted)
        opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_quote)
        opens = opens or (token.text == "The" and token.nbor(1).text[:1].islower())
        opens = bool(opens and (token.is_stop or token.is_sent_start))
        opens = opens and token.text[0].isupper()
        if token.i not in words and opens and not is_name_like(token):
            words[token.i] = token.text[0].lower() + token.text[1:]
        if token.i not in words and token.pos_ in {"AUX", "VERB", "PART"}:
            full = _FULL.get(token.lower_)
            if full == "is" and is_perfect(token):
                full = "has"
            if full == "would" and token.head.tag_ in {"VBN", "VBD"}:
                full = "had"
            if is_quoted:
                continue
            if full is not None and token.tag_ != "POS" and token.dep_ != "case":
                words[token.i] = f" {full}"
    return words


def _with_lead(lead: list["Token"], question: str, swaps: Mapping[int, str]) -> str | None:
    opening = render(lead, swaps)
    if not can_lead(lead, swaps):
        return None
    return f"{lower_first(lead, opening)}, {question}" if opening else question


_LEADING = frozenset({"prep", "advcl", "npadvmod", "mark", "neg", "pcomp"})


def can_lead(lead: Sequence["Token"], swaps: Mapping[int, str]) -> bool:
    """Whether the words before a question are phrases of their own, not scraps of one."""
    if any(token.is_quote for token in lead):
        return False
    words = [token for token in lead if not token.is_punct and swaps.get(token.i, "x")]
    if words and words[-1].pos_ in {"ADP", "SCONJ", "DET", "CCONJ"} and words[-1].i not in swaps:
        return False
    if len(lead) < 3 and any(is_relative(token) for token in lead):
        return False
    inside = {token.i for token in lead}
    tops = [token for token in lead if token.head.i not in inside and not token.is_punct]
    return all(
        (token.ent_type_ == "DATE" and token.i in swaps)
        or (token.dep_ in _LEADING and (token.dep_ != "npadvmod" or token.i in swaps))
        for token in tops
    )


def lower_first(tokens: list["Token"], text: str) -> str:
    """`text` with a small first letter, unless its first word is a name or an abbreviation."""
    first = next((token for token in tokens if not token.is_punct), None)
    if first is None or not text or first.text[:1] != text[:1]:
        return text
    if is_name_like(first):
        return text
    return text[0].lower() + text[1:]


_OPENING, _CLOSING = frozenset({"“", "``"}), frozenset({"”", "''"})


def is_name_like(token: "Token") -> bool:
    """Whether the token keeps its capital inside a sentence."""
    if token.lower_ in {"the", "a", "an"} or _is_common(token):
        return False
    return (
        token.pos_ == "PROPN"
        or token.ent_type_ in NAME_TYPES
        or token.text == "I"
        or token.text[1:2].isupper()
        or _names_what_follows(token)
    )


_PARTIES = frozenset(
    "conservative labour liberal democrat democratic republican green socialist tory".split()
)
_PARTISANS = frozenset(
    "leader mp peer lord councillor candidate spokesman spokeswoman frontbencher backbencher"
    " chairman chairwoman nominee senator congressman congresswoman lawmaker".split()
)
_MAKERS = frozenset(
    "company firm maker group giant manufacturer chain retailer supplier operator publisher"
    " secretary chancellor minister".split()
)


def _names_what_follows(first: "Token") -> bool:
    """Whether the first word of a sentence is a name that the tagger missed: that of a party
    before its leader, or a word of no dictionary, such as a town before its mayor."""
    noun = first.nbor(1) if first.i + 1 < len(first.doc) else None
    if noun is None or noun.pos_ != "NOUN" or noun.tag_ != "NN" or not first.is_sent_start:
        return False
    if first.lower_ in _PARTIES and noun.lower_ in _PARTISANS:
        return True
    return (
        (first.tag_ == "NN" or first.dep_ == "compound")
        and not first.is_stop
        and all(first_class(kind, first.lemma_.lower()) == "none" for kind in ("noun", "verb"))
    )


def _is_before_a_plural(first: "Token", noun: "Token") -> bool:
    """Whether it is a common noun before one in the plural: "House prices", "Oil firms"; not so
    where the paragraph has it with a capital elsewhere, or it is the name of a body."""
    return (
        noun.tag_ == "NNS"
        and noun.text.islower()
        and (not first.ent_type_ or first.pos_ == "NOUN")
        and not any(t.text == first.text and t.i != first.i for t in first.doc)
    )


def _is_common(first: "Token") -> bool:
    """Whether the first word of a sentence is no name though the tagger says so: "Drinks company
    Velmont", "Shadow chancellor Nils Holm"."""
    noun = first.nbor(1) if first.i + 1 < len(first.doc) else None
    return (
        noun is not None
        and first.is_sent_start
        and first.ent_type_ not in {"GPE", "PERSON", "NORP", "LOC"}
        and (noun.text in _MAKERS or _is_before_a_plural(first, noun))
        and first_class("noun", first.lemma_.lower()) != "none"
    )


NAME_TYPES = frozenset(
    {"PERSON", "GPE", "LOC", "NORP", "ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
)
