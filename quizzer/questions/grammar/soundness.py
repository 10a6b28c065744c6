"""Whether a clause can be trusted: asserted, not cut off, not torn where an aside was taken out."""

from itertools import pairwise
from typing import TYPE_CHECKING

from quizzer.facts.word_classes import first_class
from quizzer.questions.days.date_hedges import hangs_open
from quizzer.questions.grammar.asides import LINKING_WORDS, opener_of
from quizzer.questions.grammar.clauses import Clause

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def is_torn(clause: Clause) -> bool:
    """Whether a comma stands alone between subject and verb: an aside was taken out in part, or
    what follows it has a subject of its own, as in "Rome, as Ovid said"."""
    if is_bare_person(clause.subject):
        return True
    between = [t for t in clause.tokens if clause.subject.i < t.i < clause.finite.i]
    if any(t.tag_ == "MD" and t.lower_ in {"'s", "’s"} for t in clause.tokens):
        return True  # "than Holm's" again, with the 's taken for a verb
    subject = {t.i for t in clause.subject.subtree if not t.is_punct}
    commas = [t.i for t in between if t.text == ","]
    behind = [i for i in commas if i > max(subject, default=0)]
    return len(commas) % 2 == 1 and (len(behind) % 2 == 1 or between[-1].text == ",")


def is_misread(clause: Clause) -> bool:
    """Whether the words themselves show that the parser took them wrongly or cannot know: capitals
    throughout, a name that goes on behind what was kept, a time that lacks its event."""
    words = [t for t in clause.tokens if t.is_alpha and len(t) > 1]
    if 2 * sum(t.text.isupper() for t in words) > len(words):
        return True
    kept = {t.i for t in clause.tokens}
    return any(_goes_on(token, kept) or hangs_open(token, kept) for token in clause.tokens)


def _goes_on(name: "Token", kept: set[int]) -> bool:
    """Whether a place is the first word of a longer name, as in "Elmford, N.J., County Airport"."""
    return name.ent_type_ == "GPE" and any(
        c.dep_ == "appos" and c.ent_type_ in {"FAC", "ORG"} and c.i not in kept
        for c in name.children
    )


def _stands_for_a_clause(number: "Token") -> bool:
    """Whether a number after "and" stands for a clause whose verb is left out: "two sank last year
    and three the year before"."""
    return (
        number.tag_ == "CD"
        and number.dep_ == "conj"
        and number.head.ent_type_ == "DATE"
        and not (len(number) == 4 and number.text.isdigit())
        and number.nbor(1).ent_type_ == "DATE"
    )


def is_bare_person(noun: "Token") -> bool:
    """Whether a person is named by a noun without any article, as headlines do: "Member of panel
    says"."""
    opens = noun.tag_ == "NNP" and not noun.ent_type_ and noun.is_sent_start
    return (
        (noun.tag_ == "NN" or opens)
        and first_class("noun", noun.lower_) == "person"
        and not any(c.dep_ in {"det", "poss", "nummod", "appos"} for c in noun.children)
        and not any(c.tag_ == "NNP" for c in noun.children)
    )


def gaps_in(clause: Clause) -> int:
    """In how many places words were taken out between the first and the last word kept."""
    kept = clause.tokens
    return sum(b.i - a.i > 1 for a, b in pairwise(kept))


def is_cleanly_cut(clause: Clause) -> bool:
    """Whether the clause has lost nothing that its words lean on: behind a phrase that was taken
    out a mark or a verb follows, its subject is a noun, and no verb stands for one left out."""
    if clause.subject.pos_ not in {"NOUN", "PROPN", "PRON"} or clause.subject.lower_ == "one":
        return False
    if any(t.lemma_ == "do" and t.dep_ in {"advcl", "conj", "ROOT", "ccomp"} and not any(
        c.dep_ == "dobj" for c in t.children) for t in clause.tokens):  # fmt: skip
        return False
    return all(_joins(clause, before, after) for before, after in pairwise(clause.tokens))


def _joins(clause: Clause, before: "Token", after: "Token") -> bool:
    """Whether `after` can follow `before`, though the words between them are gone."""
    return (
        after.i == before.i + 1
        or after.is_punct
        or after.i <= clause.verb.i
        or after.pos_ in {"VERB", "AUX", "ADV", "PART"}
        or (after.head.i <= before.i and after.dep_ not in {"amod", "acl", "relcl"})
    )


_OPENERS = frozenset("since after before while because when although though if until".split())


def breaks_off(tokens: tuple["Token", ...], gone: set[int]) -> bool:
    """Whether the words stop in the middle of a phrase, as they do where the parser erred.

    What follows the last word must be a mark, a word that opens another clause or phrase, or
    one of the words taken out on purpose (`gone`).
    """
    last = tokens[-1]
    inside = {t.i for t in tokens} | gone
    if any(t.lower_ in _OPENERS and t.dep_ == "mark" and t.head.i not in inside for t in tokens):
        return True  # "since Holm", with the verb lost
    if any(_stands_for_a_clause(t) for t in tokens):
        return True
    if any(_has_lost_its_row(t, inside, last.i) for t in tokens):
        return True
    if any(t.i + 1 not in inside and _is_owner(t) for t in tokens):
        return True  # "than Holm's", with the 's lost
    place = last.i + 1
    doc = last.doc
    while place < len(doc) and (place in gone or doc[place].is_space):
        place += 1
    if place >= len(doc) or doc[place].is_sent_start:
        return False
    following = doc[place]
    if following.text == "-" and not doc[place - 1].whitespace_:
        return True  # in the middle of "re-energized"
    if following.head.i > place and following.head.dep_ == "dep" and following.head.head in tokens:
        return True  # "left the court deeply split", with the split lost
    return not (
        following.is_punct
        or following.dep_ in {"cc", "mark", "preconj"}
        or following.tag_ in {"WDT", "WP", "WRB", "IN", "RB", "TO"}
        or following.lower_ in LINKING_WORDS
    )


def _has_lost_its_row(token: "Token", inside: set[int], last: int) -> bool:
    """Whether an "and" has lost what it joins, or the second of a row its "and"."""
    if any(
        c.dep_ == "cc" and token.i < c.i < last and c.i not in inside
        and not any(other.dep_ == "conj" for other in token.children) for c in token.children
    ):  # fmt: skip
        return True  # an "and" that the parser could tie to nothing
    first = token.head
    if token.dep_ == "cc":
        joined = [c.i for c in first.children if c.dep_ == "conj" and c.i > token.i]
        return bool(joined) and first.i in inside and not inside.intersection(joined)
    if token.dep_ != "conj" or first.i not in inside:
        return False
    marks = [c.i for c in first.children if c.dep_ == "cc" and first.i < c.i < token.i]
    return bool(marks) and not inside.intersection(marks)


def _is_owner(word: "Token") -> bool:
    doc = word.doc
    return word.i + 1 < len(doc) and doc[word.i + 1].tag_ == "POS"


_ASSERTING = frozenset("say think believe know mean find show see realize note add".split())


_WISHING = frozenset("hope wish want fear doubt pray".split())


def is_asserted(verb: "Token", cue: "Token | None") -> bool:
    """Whether a clause that is a complement is said to be so: after "said that", not after
    "to ensure that" or "wants that"."""
    if verb.dep_ != "ccomp":
        return True
    head = verb.head
    if head.lemma_ in _WISHING or head.lower_ in {"hoped", "hopes"}:  # lemmatized to "hop"
        return False
    return head == cue or head.lemma_ in _ASSERTING


def is_hypothetical(verb: "Token") -> bool:
    """Whether the verb stands in a clause after "if" or "when", so that it need not be so."""
    token = verb
    while token.dep_ in {"conj", "advcl", "relcl", "ccomp", "xcomp"}:
        if token.dep_ == "advcl" and opener_of(token) in {"if", "unless", "when", "until", "once"}:
            return True
        token = token.head
    return False
