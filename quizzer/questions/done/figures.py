"""Questions about how many, how much and how long, for the figures of trusted clauses."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from quizzer.deck.model import BLANK, NumberAnswer
from quizzer.facts.model import FigureFact
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.done.counted_off import is_counted_off
from quizzer.questions.done.gaps import gap_statement
from quizzer.questions.done.tolls import told_on
from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import Clause, clause_of
from quizzer.questions.grammar.shortening import core_of
from quizzer.questions.grammar.soundness import breaks_off, is_hypothetical
from quizzer.questions.grammar.transform import fronted_question, subject_question
from quizzer.questions.grammar.wording import plain_marks, render, word_count
from quizzer.questions.reading import Sentence
from quizzer.questions.said.claims import claimant_name, claimant_of

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_HEDGES = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "nearly": "nearly", "almost": "nearly", "more than": "more than", "over": "more than",
    "less than": "fewer than", "fewer than": "fewer than", "at least": "at least",
    "up to": "up to", "under": "fewer than", "some": "about", "as many as": "as many as",
}  # fmt: skip
_BOUNDING = frozenset({"more than", "fewer than", "at least", "up to", "as many as"})
"""Hedges that make a number a bound: "more than 40" is true of more than 30 too, and may be true
of more than 50, so that no other number is wrong; the article's own is to be typed."""
_HEDGE_WORDS = frozenset(
    "about around roughly approximately nearly almost more than over less fewer at least up to"
    " some as many just under only most".split()
)
_TELLING = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "EVENT", "LAW", "PRODUCT"})
_MONEY = frozenset("$ £ € US$ dlrs".split())
_SCALES = ("thousand", "million", "billion", "trillion")
_SHORT_SCALES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_SHORT_SCALE = re.compile(r"\d(m|mn|bn|tn)\b")
_MILLION = 1_000_000
_TOLD = frozenset({"ROOT", "conj", "ccomp"})
_LEAST_CONFIDENCE = 0.6
_FEWEST_WORDS = 5
_NAMING = frozenset({"compound", "nmod", "amod"})


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure in its clause; `words` are the tokens of the number alone."""

    fact: FigureFact
    sentence: Sentence
    clause: Clause
    words: tuple["Token", ...]

    @property
    def number(self) -> "Token":
        return self.words[-1]

    @property
    def is_bound(self) -> bool:
        """Whether the number only says from where on, or up to where."""
        return _HEDGES.get((self.fact.hedge or "").lower().strip()) in _BOUNDING

    @property
    def is_money(self) -> bool:
        first = self.words[0]
        return first.i > 0 and first.nbor(-1).text in _MONEY


_TRIVIAL = re.compile(
    rf"{BLANK}-(?:stor(?:y|ey|ied)|page|way|door|bed(?:room)?|seat|lane|car|wheel|room|foot|inch)\b"
    rf"|{BLANK}-years?-old"
    rf"|{BLANK}-(?:hour|minute)(?: \w+)? (?:flight|drive|ride|trip|train|journey|walk)\b"
    rf"|{BLANK}-year(?: \w+)? (?:colleg|universit|school|degree|institution|veteran|term\b)"
)
"""Measures and ages told in passing."""
_GIVING = frozenset("donate contribute give pledge commit raise".split())
_RECEIVING = frozenset({"dative", "prep"})


def write_figures(desk: Desk) -> list[Candidate]:
    """`How many ...?` where the number counts a noun of a clause; else a gap in the clause."""
    found = []
    for fact in desk.reading.figures:
        candidate = _ask(desk, fact)
        if candidate is not None:
            found.append(candidate)
    return found


def _ask(desk: Desk, fact: FigureFact) -> Candidate | None:
    sentence = desk.reading.sentence_at(fact.span.start)
    if sentence is None or sentence.is_heading or fact.upper is not None or fact.ordinal:
        return None
    if fact.confidence < _LEAST_CONFIDENCE or fact.value in {Decimal(0), Decimal(1)}:
        return None
    words = tuple(
        t
        for t in sentence.tokens_in(fact.span)
        if t.like_num or t.pos_ == "NUM" or (t.lower_ in _SHORT_SCALES and t.nbor(-1).like_num)
    )
    if not words or words[0].i == 0 or words[0].nbor(-1).lower_ in {"last", "past", "next"}:
        return None
    if words[0].i > 1 and words[0].nbor(-1).lower_ == "in" and words[0].nbor(-2).like_num:
        return None  # "1 in 4" is one figure
    before = words[0].nbor(-1)
    if _is_of_a_name(before, words[0]):
        return None  # a product or a rule is called so: Boeing 747, Article 5
    after = words[-1].nbor(1) if words[-1].i + 1 < len(words[-1].doc) else None
    if after is not None and after.lower_ == "to" and after.nbor(1).text in _MONEY:
        return None  # one end of a comparison
    if _is_counted_out(words[-1]) or _is_of_a_time_taken(words[-1]):
        return None
    if words[0].i > 2 and words[0].nbor(-1).text in _MONEY and words[0].nbor(-2).lower_ == "to":
        return None
    if after is not None and after.text[0].isupper() and after.ent_type_ != "NORP":
        return None  # part of an address or a name
    if fact.unit in {"feet", "inches"} and re.search(r"\b(?:feet|foot),? \w+ inch", sentence.text):
        return None  # two measures of one height
    if words[0].dep_ == "appos" or words[0].head.ent_type_ == "PERSON":
        return None
    verb = governing_verb(words[-1])
    clause = clause_of(verb) if verb is not None else None
    if verb is None or clause is None or not clause.is_whole or is_hypothetical(verb):
        return None
    if any(t not in clause.tokens for t in words) or breaks_off(clause.tokens, set()):
        return None
    if any(t.lower_ == "never" or (t.dep_ == "neg" and t.head == verb) for t in clause.tokens):
        return None
    if any(a.lower_ == "with" and a.head == verb and a.i < verb.i for a in words[0].ancestors):
        return None  # "With 50 days until the vote, Holm ..." only sets the scene
    is_denied = any(t.dep_ == "neg" for t in clause.tokens)
    if _has_a_stray_subject(clause):
        return None
    if verb.lemma_ in _GIVING and not any(
        c.dep_ in _RECEIVING and c.i > verb.i for c in verb.subtree
    ):
        return None  # to whom, or for what?
    claimant = claimant_of(desk, sentence, verb)
    core = core_of(desk, sentence, clause, told=claimant_name(desk, claimant or ""))
    clause = core if all(t in core.tokens for t in words) else clause
    if is_counted_off(words[-1], clause.tokens):
        return None  # "two towns, Bergen and Aarhus" says itself how many
    figure = _Figure(fact, sentence, clause, words)
    can_ask = claimant is not None and not is_denied
    asked = _how_many(desk, figure, claimant) if can_ask else None
    if asked is not None:
        return asked
    whole = reporting_clause(desk, sentence, verb)
    if whole is not None and all(t in whole.tokens for t in words):
        return _gap(desk, _Figure(fact, sentence, whole, words), "")
    return _gap(desk, figure, claimant) if claimant is not None else None


def _is_of_a_name(before: "Token", number: "Token") -> bool:
    if before.lower_ == "of" and before.i and before.nbor(-1).text == "Group":
        return True  # the Group of 20
    return (
        before.pos_ == "PROPN"
        and before.ent_type_ not in {"PERSON", "DATE", "MONEY", "NORP"}
        and (before.dep_ in _NAMING or number.head == before)
    )


_PARTS_OF_A_TIME = frozenset("hour minute second".split())


def _is_of_a_time_taken(number: "Token") -> bool:
    """Whether it is one part of a time such as 2 hours 4 minutes 55 seconds."""
    near = number.doc[max(0, number.i - 2) : number.i + 5]
    return len({t.lemma_ for t in near} & _PARTS_OF_A_TIME) > 1


def _is_counted_out(number: "Token") -> bool:
    """Whether the number is half of a count of votes: 306 votes to 93, 306 to 93."""
    behind = number.doc[number.i + 1 : number.i + 4]
    words = [t for t in behind if t.lower_ != "votes"]
    before = number.doc[max(0, number.i - 2) : number.i]
    return (
        (len(words) > 1 and words[0].lower_ == "to" and words[1].text.isdecimal())
        and number.doc[number.i - 1].lower_ == "by"
    ) or (len(before) > 1 and before[1].lower_ == "to" and before[0].lower_ == "votes")


def _has_a_stray_subject(clause: Clause) -> bool:
    """Whether the parser took the source of "according to" for the subject."""
    first = clause.subject.left_edge
    return first.i > 0 and first.nbor(-1).lower_ in {"to", "by", "with", "from"}


def governing_verb(token: "Token") -> "Token | None":
    """The nearest verb above the token that has a clause of its own."""
    for above in token.ancestors:
        if above.dep_ in _TOLD and above.pos_ in VERBAL and clause_of(above) is not None:
            return above
    return None


def reporting_clause(desk: Desk, sentence: Sentence, verb: "Token") -> Clause | None:
    """The clause that reports what `verb` says, so that the claim keeps its claimant."""
    for above in verb.ancestors:
        place = sentence.place(above)
        if above.pos_ in VERBAL and any(
            fact.cue.span.start <= place < fact.cue.span.end
            for fact in desk.reading.cues_in(sentence.number)
        ):
            clause = clause_of(above)
            if clause is not None and clause.is_whole and claimant_of(desk, sentence, above) == "":
                return clause
    return None


def answer_of(fact: FigureFact) -> NumberAnswer:
    """The key: in millions where the article says millions, with unit or currency."""
    text = fact.text.lower()
    short = _SHORT_SCALE.search(text)
    scale = next((word for word in _SCALES[1:] if word in text), None)
    if short is not None and fact.value >= _MILLION:
        scale = _SHORT_SCALES[short[1]]
    if scale is None:
        return NumberAnswer(fact.value, fact.unit)
    value = (fact.value / Decimal(10) ** (3 * (_SCALES.index(scale) + 1))).normalize()
    if value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    return NumberAnswer(value, f"{scale} {fact.unit}" if fact.unit else scale)


def _how_many(desk: Desk, figure: _Figure, claimant: str | None) -> Candidate | None:
    fact, clause = figure.fact, figure.clause
    noun = _counted(figure)
    if noun is None:
        return None
    chunk = [t for t in noun.subtree if t in clause.tokens]
    if any(child.dep_ in {"conj", "appos"} for child in noun.children):
        return None
    comma = next((place for place, t in enumerate(chunk) if t.text == "," and t.i > noun.i), None)
    chunk = chunk[:comma]
    inside = {t.i for t in figure.words}
    if figure.is_money:
        inside.add(figure.words[0].i - 1)
    hedge = {
        t.i
        for t in chunk
        if t.i < figure.number.i and t.i not in inside and t.lower_ in _HEDGE_WORDS
    }
    blurred = _HEDGES.get((fact.hedge or "").lower().strip())
    if fact.hedge and blurred is None:
        return None
    rest = [t for t in chunk if t.i not in inside and t.i not in hedge]
    if rest and rest[0].dep_ in {"det", "poss"} and rest[0].i < noun.i:
        return None
    if any(t.like_num or t.lower_ == "half" for t in rest):
        return None
    if any(t.dep_ == "relcl" or t.text in {"-", "–", "—", "―", "--"} for t in rest):
        return None
    if _tears_a_quotation(figure, chunk):
        return None
    if noun.head.lower_ == "with" and any(c.dep_ == "acl" for c in noun.children):
        return None  # "with six million homes connected" only sets the scene
    if figure.is_money and rest and rest[0].lower_ not in {"in", "of", "for"}:
        return None
    grounded = desk.grounding.ground(
        figure.sentence,
        [t for t in clause.tokens if t.i not in inside and t.i not in hedge],
        told=claimant_name(desk, claimant or ""),
    )
    ask = "how much money" if figure.is_money else "how many"
    if figure.is_money and blurred == "fewer than":
        blurred = "less than"
    wh = f"{blurred or ''} {ask} {render(rest, grounded.swaps)}".strip()
    head = noun.head
    if noun == clause.subject:
        if figure.is_money:
            return None
        question = subject_question(clause, wh, grounded.swaps, is_singular=False)
    elif head == clause.verb and noun.dep_ in {"dobj", "attr"}:
        question = fronted_question(clause, wh, chunk, grounded.swaps)
    elif head.dep_ == "prep" and head.head == clause.verb and noun.dep_ == "pobj":
        question = fronted_question(clause, f"{head.lower_} {wh}", [head, *chunk], grounded.swaps)
    else:
        return None
    if question is None or word_count(question) < _FEWEST_WORDS:
        return None
    lead = _lead(desk, figure, grounded, claimant or "", question)
    return _candidate(desk, figure, grounded, opened(lead, question), claimant or "", "how many")


def _lead(desk: Desk, figure: _Figure, grounded: Grounded, claimant: str, question: str) -> str:
    """The opening of the stem, with the day of the report where the number may have grown since."""
    told = "" if claimant else told_on(desk, figure.sentence, figure.number, question)
    is_dated = grounded.is_dated and not figure.is_bound
    return told or desk.opening(claimant, question, has_date=is_dated)


def _tears_a_quotation(figure: _Figure, chunk: list["Token"]) -> bool:
    """Whether the words that would move stand between quotation marks that stay behind."""
    inside = [t for t in figure.clause.tokens if t.is_quote and t.text in _DOUBLE]
    before = sum(t.i < chunk[0].i for t in inside)
    return before % 2 == 1 and not any(t in chunk for t in inside)


_DOUBLE = frozenset({'"', "“", "”", "``", "''"})


def _counted(figure: _Figure) -> "Token | None":
    """The noun that the number counts, or the amount itself where it is money."""
    number = figure.number
    if "-" in figure.fact.text or "%" in figure.fact.text or figure.fact.unit == "percent":
        return None
    if figure.is_money:
        return number if number.dep_ in {"dobj", "attr", "pobj", "nsubj", "nsubjpass"} else None
    if number.dep_ != "nummod":
        return None
    noun = number.head
    return noun if noun.pos_ == "NOUN" and noun.tag_ == "NNS" else None


def _gap(desk: Desk, figure: _Figure, claimant: str) -> Candidate | None:
    made = gap_statement(desk, figure.sentence, figure.clause, figure.words, figure.is_money,
                         told=claimant_name(desk, claimant))  # fmt: skip
    if made is None:
        return None
    grounded, statement = made
    own = "" if "according to" in statement.lower() else claimant
    lead = _lead(desk, figure, grounded, own, statement)
    stem = f"{lead}{statement}"
    stem = stem[0].upper() + stem[1:] + "."
    return _candidate(desk, figure, grounded, stem, claimant, "gap")


def _candidate(
    desk: Desk, figure: _Figure, grounded: Grounded, stem: str, claimant: str, form: str
) -> Candidate | None:  # fmt: skip
    stem = plain_marks(stem)
    fact = figure.fact
    if grounded.problems:
        desk.refuse_for("figure", stem, grounded.problems, fact.evidence)
        return None
    if _TRIVIAL.search(stem):
        desk.refuse("figure", stem, "W2", "a detail that nobody needs", fact.evidence)
        return None
    told = claimant or grounded.told or grounded.has_date
    if not told and not any(
        t.ent_type_ in _TELLING or (t.tag_ == "NNP" and not t.ent_type_)
        for t in figure.clause.tokens
    ):
        desk.refuse("figure", stem, "F4", "neither who nor where is told", fact.evidence)
        return None
    if not (grounded.has_name or claimant):
        desk.refuse("figure", stem, "F4", "nobody and nothing is named", fact.evidence)
        return None
    answer = answer_of(fact)
    return Candidate(
        kind="figure",
        form=form,
        stem=stem,
        answer=answer,
        key=f"{answer.number:f}",
        evidence=(fact.evidence,),
        fact=fact.span,
        sentence=figure.sentence.number,
        pool="none" if figure.is_bound else "number",
        weight=1.3 if form == "how many" else 0.7,
    )
