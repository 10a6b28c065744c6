"""Clauses that the parser may have read wrongly: they are refused, or mended."""

import pytest

from quizzer.questions.grammar.clauses import clause_of
from quizzer.questions.grammar.soundness import breaks_off, is_misread, is_torn
from quizzer.questions.grammar.transform import fronted_question
from tests.questions.material import deck_of, desk_of

MEETING = "Ingrid Solberg met Lars Holm in Bergen. "


def clause_at(nlp, text: str, word: str):
    """The clause of the verb that is written like that."""
    return clause_of(next(t for t in nlp(text) if t.text == word))


def stems(text: str) -> str:
    """All stems of the deck made of a text, one a line."""
    return "\n".join(q.stem for q in deck_of(text).deck.questions)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Solberg was hurt in the storm, which broke the mast, tore the sails and sank a boat.",
         "tore"),
        ("Her plan is one that protects the harbour, lowers the fees, and pleases the pilots.",
         "lowers"),
        ("Her plan is one that protects the harbour, lowers the fees, and pleases the pilots.",
         "pleases"),
    ],
)  # fmt: skip
def test_a_verb_that_may_belong_to_a_relative_clause_has_no_subject(
    nlp, text: str, verb: str
) -> None:
    """What the storm tore, nobody else tore, whatever the parser thinks."""
    assert clause_at(nlp, text, verb) is None


def test_a_noun_taken_for_a_verb_is_no_subject(nlp) -> None:
    """Here the quays are a verb to the parser, and "that" belongs to what is built."""
    text = "Holm said that the plan of building quays in Bergen and Aarhus took three months."
    subject = next(t for t in nlp(text) if t.text == "quays")
    assert (subject.tag_, subject.dep_) == ("VBZ", "nsubj")
    assert clause_at(nlp, text, "took") is None


def test_where_a_person_was_met_belongs_to_the_meeting() -> None:
    """A person has no place of its own, whatever the parser thinks."""
    found = stems("Ingrid Solberg met Lars Holm in Bergen on 3 May 2019.")
    assert "Whom did Ingrid Solberg meet in Bergen on 3 May 2019?" in found


def test_a_comma_and_a_conjunction_lead_back_to_the_first_verb(nlp) -> None:
    """The relative clause is over, so the subject is that of the sentence."""
    text = "Solberg opened the museum, which cost 40 million crowns, and praised the builders."
    clause = clause_at(nlp, text, "praised")
    assert clause is not None
    assert clause.subject.text == "Solberg"


@pytest.mark.parametrize(
    "text",
    [
        "Solberg IS CALLED OUT BY THE DOCK WORKERS OF BERGEN.",
        "The ship was seen in the harbour of Bergen in the weeks.",
    ],
)
def test_words_that_show_an_error_are_not_asked_about(nlp, text: str) -> None:
    """Capitals throughout, and a stretch of time that lacks its event."""
    clause = clause_of(next(nlp(text).sents).root)
    assert clause is not None
    assert is_misread(clause)


@pytest.mark.parametrize(
    "text",
    [
        "The ship was seen in the harbour of Bergen in the weeks before the storm.",
        "The harbour of Bergen lost many ships over the years.",
        "Solberg flew from Bergen to the NATO meeting in Oslo.",
    ],
)
def test_whole_words_are_trusted(nlp, text: str) -> None:
    """The event stands there, the time is no stretch before one, and few words are capitals."""
    clause = clause_of(next(nlp(text).sents).root)
    assert clause is not None
    assert not is_misread(clause)


def test_a_headline_without_its_article_is_torn(nlp) -> None:
    """ "Member of a panel says" is no sentence of a text, even with its capital."""
    clause = clause_of(next(nlp("Member of the panel says Norway has to close ports.").sents).root)
    assert clause is not None
    assert is_torn(clause)


def test_an_owner_keeps_its_mark(nlp) -> None:
    """With the 's lost, "Holm's boats" would be "Holm boats"."""
    doc = nlp("Solberg praised Holm's boats.")
    whole = tuple(token for token in doc if not token.is_punct)
    torn = tuple(token for token in whole if token.tag_ != "POS")
    assert len(torn) == len(whole) - 1
    assert not breaks_off(whole, set())
    assert breaks_off(torn, set())
    assert not breaks_off(torn, {t.i for t in whole} - {t.i for t in torn})


def test_a_row_keeps_its_and(nlp) -> None:
    """Without it, or without what it joins, the words are no English."""
    whole = tuple(t for t in nlp("Solberg met Lars Holm and Ida Lund.") if not t.is_punct)
    without_and = tuple(t for t in whole if t.text != "and")
    without_second = tuple(t for t in whole if t.text not in {"Ida", "Lund"})
    assert not breaks_off(whole, set())
    assert breaks_off(without_and, set())
    assert breaks_off(without_second, set())
    assert not breaks_off(without_and, {t.i for t in whole if t.text == "and"})


def test_an_and_that_ties_nothing_tells_that_the_parser_erred(nlp) -> None:
    """Where it hangs on the verb alone, what follows it belongs to the row before."""
    doc = nlp("Solberg advised Rand Paul and, following his departure from the race, John Kasich.")
    mark = next(t for t in doc if t.text == "and")
    assert mark.dep_ == "cc"
    assert not any(t.dep_ == "conj" and t.head == mark.head for t in doc)
    assert breaks_off(tuple(t for t in doc if t != mark and t.text != "."), set())


def test_a_phrase_of_time_goes_with_the_event_it_is_measured_from() -> None:
    """Where the event hangs in the air, nothing is left of "in the weeks before" it."""
    text = "Lars Holm was seen in Aarhus with three bankers in the weeks before the collapse."
    found = stems(MEETING + text)
    assert "three bankers" in found
    assert "weeks" not in found


def test_a_day_before_the_verb_opens_a_question(nlp) -> None:
    """With the verb before its subject the day would stand between the two."""
    text = "Norway and Denmark Friday formally joined the ferry league in Oslo."
    desk = desk_of(MEETING + text)
    sentence = desk.reading.sentences[-1]
    clause = clause_of(sentence.parse.root)
    assert clause is not None
    league = [t for t in clause.tokens if t.text in {"the", "ferry", "league"}]
    kept = [t for t in clause.tokens if t not in league]
    swaps = desk.grounding.ground(sentence, kept).swaps
    question = fronted_question(clause, "which body", league, swaps)
    assert question == "on 10 May 2019, which body did Norway and Denmark formally join in Oslo"


def test_the_first_of_a_row_is_not_asked_for_alone(nlp) -> None:
    """The rest of the row would be left behind it."""
    clause = clause_of(next(nlp("Solberg has bought three farms, a mill and a forge.").sents).root)
    assert clause is not None
    farms = [t for t in clause.tokens if t.text in {"three", "farms"}]
    assert fronted_question(clause, "what", farms, {}) is None


@pytest.mark.parametrize(
    ("text", "is_off"),
    [
        ("Two ferries sank off Bergen last year and three the year before.", True),
        ("Two ferries sank off Bergen in 2015 and 2016.", False),
        ("Two ferries and three boats sank off Bergen last year.", False),
        ("The death of Lars Holm left the board ideologically split with two against two.", True),
    ],
)
def test_a_number_may_stand_for_a_clause(nlp, text: str, *, is_off: bool) -> None:
    """A question about the first clause cannot keep half of the second."""
    clause = clause_of(next(nlp(text).sents).root)
    assert clause is not None
    assert breaks_off(clause.tokens, set()) is is_off


@pytest.mark.parametrize(
    ("text", "verb", "has_subject"),
    [
        (
            "Holm was jailed in 1998 after he sank the Nordic Star and freed in 2004.",
            "freed",
            False,
        ),
        ("Holm was jailed in 1998 and attacked the mayor in 2004.", "attacked", True),
    ],
)
def test_after_a_passive_a_verb_needs_an_object(nlp, text: str, verb: str, *, has_subject: bool):
    """Else it may be passive itself, and Holm freed nobody."""
    assert (clause_at(nlp, text, verb) is not None) is has_subject
