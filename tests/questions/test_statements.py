"""Statements to call true or false."""

from quizzer.deck.model import TruthAnswer
from tests.questions.material import deck_of

SENTENCES = (
    "Ingrid Solberg opened the harbour museum of Bergen in 1994 with 350 guests from Denmark.",
    "Lars Holm signed the contract about the ferry line between Bergen and Aarhus on 3 May 2019.",
    "Maria Lindqvist visited the shipyard in Stavanger with 40 engineers on 7 May 2019.",
    "Erik Dahl bought three ships for the harbour of Bergen in March 2018.",
    "Norway opened the first ferry line between Bergen and Aarhus in the spring of 1921.",
    "Denmark paid 40 million dollars for the ferry line between Bergen and Aarhus in 2017.",
    "The harbour of Bergen was frozen over on the night of 3 May 2018.",
)
ARTICLE = "The harbour of Bergen\n\n" + "\n\n".join(SENTENCES) + "\n"


def statements(text: str = ARTICLE) -> list:
    """The statements of the deck made of a text."""
    questions = deck_of(text).deck.questions
    return [q for q in questions if isinstance(q.answer, TruthAnswer)]


def test_about_as_many_are_false_as_true() -> None:
    """Nobody gains from always saying one of the two."""
    values = [statement.answer.value for statement in statements()]
    assert values
    assert abs(sum(values) - values.count(False)) <= 1


def test_a_true_statement_gives_no_other_answer_away() -> None:
    """Only what nothing else is asked about is stated truly, for it stands there in full."""
    questions = deck_of(ARTICLE).deck.questions
    true = [q for q in questions if q.answer == TruthAnswer(True)]
    others = {q.evidence[-1] for q in questions if not isinstance(q.answer, TruthAnswer)}
    assert true
    assert not any(span in others for q in true for span in q.evidence)


def test_a_false_statement_tells_the_truth_behind_it() -> None:
    """The explanation holds the true words, which differ from the statement in one thing."""
    wrong = [s for s in statements() if not s.answer.value]
    assert wrong
    for statement in wrong:
        said = statement.stem.removeprefix("True or false: ").split()
        truth = (statement.explanation or "").split()
        assert len(said) == len(truth)
        assert 1 <= sum(a != b for a, b in zip(said, truth, strict=True)) <= 2


def test_what_is_quoted_or_denied_is_not_stated() -> None:
    """Spoken words keep their speaker, and a negation is no fair thing to call true."""
    text = (
        ARTICLE
        + '\n"The harbour museum of Bergen belongs to Norway and to nobody else," Holm said.\n'
        + "\nLars Holm did not visit the harbour museum of Bergen with the engineers in 2018.\n"
    )
    stems = [statement.stem for statement in statements(text)]
    assert not any("belongs to Norway" in stem or "did not" in stem for stem in stems)


def test_only_what_can_be_known_is_stated() -> None:
    """A taste, a chance and a likeness are no facts to be called true or false."""
    vague = (
        "The old wooden quay of Bergen looks much like the quays of Aarhus and Stavanger.",
        "The best way into the harbour of Bergen may be to follow the ferry from Aarhus.",
        "The small museum on the wooden quay of Bergen is quite unlike the one in Aarhus.",
    )
    said = " ".join(s.stem for s in statements("\n\n".join((*SENTENCES, *vague))))
    assert said
    assert not any(word in said for word in ("looks", "best way", "worst way", "unlike"))


def test_what_was_largely_so_is_no_fact() -> None:
    """Where a thing begins to be largely so is a matter of judgement."""
    said = "The harbour of Bergen was {} frozen over on the night of 3 May 2018."
    made = {
        word: statements("\n\n".join((*SENTENCES[:-1], said.format(word))))
        for word in ("largely", "quickly")
    }
    assert not any("frozen" in statement.stem for statement in made["largely"])
    assert any("frozen" in statement.stem for statement in made["quickly"])
