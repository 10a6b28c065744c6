"""Who said what: each form of attribution, its source, content and act."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.article.model import Article, Paragraph
from quizzer.article.read import read_bytes
from quizzer.deck.model import Span
from quizzer.diagnostics import QuizzerError
from quizzer.facts.attributions.acts import act_of
from quizzer.facts.attributions.confidence import confidence, floor_of, weights
from quizzer.facts.attributions.find import candidates
from quizzer.facts.extract import extract_facts
from quizzer.facts.language import load_language
from quizzer.facts.model import AttributionFact


def attributions(text: str) -> list[AttributionFact]:
    """The attributions in an article of one paragraph."""
    article = read_bytes(text.encode(), "a.txt", "text")
    return [fact for fact in extract_facts(article) if isinstance(fact, AttributionFact)]


FORMS = {
    "clause": (
        "Astrid Lund said that the harbor would stay open all winter.",
        ("Astrid Lund", "said", "that the harbor would stay open all winter", "said"),
    ),
    "quotation before": (
        '"The harbor will stay open all winter," said Astrid Lund.',
        ("Astrid Lund", "said", '"The harbor will stay open all winter,"', "said"),
    ),
    "quotation behind": (
        'Astrid Lund said: "The harbor will stay open all winter."',
        ("Astrid Lund", "said", '"The harbor will stay open all winter."', "said"),
    ),
    "according to": (
        "According to the harbor office, the ice broke two piers last night.",
        ("the harbor office", "According to", "the ice broke two piers last night.", "said"),
    ),
    "told": (
        "Astrid Lund told the council that the ferry needed repairs.",
        ("Astrid Lund", "told", "that the ferry needed repairs", "said"),
    ),
    "intention": (
        "Astrid Lund wants to sell the old ferry.",
        ("Astrid Lund", "wants", "to sell the old ferry", "intended"),
    ),
    "proposal": (
        "Astrid Lund proposed that the city build a second pier.",
        ("Astrid Lund", "proposed", "that the city build a second pier", "proposed"),
    ),
    "warning": (
        "Officials warned that the storm could reach the coast by night.",
        ("Officials", "warned", "that the storm could reach the coast by night", "warned"),
    ),
    "denial": (
        "The company denied that its ship had leaked oil.",
        ("The company", "denied", "that its ship had leaked oil", "denied"),
    ),
    "belief": (
        "Astrid Lund believes that the ferry can be saved.",
        ("Astrid Lund", "believes", "that the ferry can be saved", "believed"),
    ),
    "passive": (
        "The plan for a second pier was rejected by the city council.",
        ("the city council", "rejected", "The plan for a second pier", "refused"),
    ),
    "noun": (
        "Astrid Lund's proposal to build a second pier came late.",
        ("Astrid Lund's", "proposal", "to build a second pier", "proposed"),
    ),
    "modifier": (
        "The council discussed Astrid Lund's two-year ferry proposal.",
        ("Astrid Lund's", "proposal", "two-year ferry", "proposed"),
    ),
    "document": (
        "The report shows that traffic has doubled in ten years.",
        ("The report", "shows", "that traffic has doubled in ten years", "said"),
    ),
}


@pytest.mark.parametrize(("text", "parts"), FORMS.values(), ids=FORMS)
def test_a_form_is_found(text: str, parts: tuple[str, str, str, str]) -> None:
    """Source, cue and content are the words that a reader would mark."""
    found = [
        (fact.source.text, fact.cue.text, fact.content.text, fact.act)
        for fact in attributions(text)
    ]
    assert parts in found


def test_a_signed_quotation_is_a_candidate() -> None:
    """A dash and a name behind a quotation tell whose it is."""
    doc = load_language()("“The ice was thick and the harbor was quiet.” — Astrid Lund")
    signed = [one for one in candidates(doc) if one.form == "signed"]
    assert [doc[one.source[0] : one.source[1]].text for one in signed] == ["Astrid Lund"]


ACTS = {
    "Astrid Lund called the plan a bad joke.": "said",
    "Astrid Lund called for a second pier.": "demanded",
    "Astrid Lund suggested that the ferry is too old.": "said",
    "Astrid Lund suggested that the city sell the ferry.": "proposed",
}


@pytest.mark.parametrize(("text", "act"), ACTS.items())
def test_what_follows_may_tell_the_act(text: str, act: str) -> None:
    """Calling for something demands it, calling it names; a suggestion may be a mere claim."""
    doc = load_language()(text)
    best = max(candidates(doc), key=confidence)
    assert act_of(doc, best) == act


def test_a_feeling_is_a_candidate() -> None:
    """An adjective with a clause behind it may tell what somebody thinks."""
    doc = load_language()("Astrid Lund is confident that the ferry will sail again.")
    feelings = [one for one in candidates(doc) if one.form == "adjective ccomp"]
    contents = [doc[one.content[0] : one.content[1]].text for one in feelings]
    assert contents == ["that the ferry will sail again"]


@pytest.mark.parametrize("verb", ["does not want", "may want"])
def test_a_denied_or_possible_wish_is_no_plain_form(verb: str) -> None:
    """Only what somebody plainly wants is sure by its form alone."""
    doc = load_language()(f"Astrid Lund {verb} to sell the old ferry.")
    assert all(floor_of(one) == 0 for one in candidates(doc))


def test_a_cue_has_one_content() -> None:
    """Of the readings of one verb only the surest becomes a fact."""
    facts = attributions(
        "Astrid Lund said that the ferry, which sank in the spring, was the oldest in the harbor, "
        "because nobody had wanted to buy a new one."
    )
    cues = [fact.cue.span for fact in facts]
    assert len(cues) == len(set(cues)) >= 1


def test_a_split_quotation_is_one_attribution() -> None:
    """What stands before and after "she said" belongs together."""
    text = '"We will wait," Astrid Lund said. "The ferry can sail when the ice is gone."'
    contents = [fact.content.text for fact in attributions(text) if fact.cue.text == "said"]
    assert contents == [text]


def test_what_nobody_says_is_no_attribution() -> None:
    """Plain reports of what happened have no source."""
    assert attributions("The ferry sailed at noon. Snow fell on the harbor all night.") == []


def test_sources_are_named_across_sentences() -> None:
    """A surname and a pronoun stand for the person who was introduced."""
    facts = attributions(
        "Astrid Lund said that the ferry was late. Lund said that the ice was thick. She said "
        "that the crew was safe."
    )
    assert [fact.source.name for fact in facts] == ["Astrid Lund"] * 3


def test_two_sources_are_both_named() -> None:
    """A name that holds only one of them would be wrong."""
    (fact,) = attributions("Astrid Lund and Erik Dahl said that the ferry was late.")
    assert fact.source.name == "Astrid Lund and Erik Dahl"


def test_an_unclear_pronoun_stays_unnamed() -> None:
    """Three men who all might be meant: nobody is named."""
    facts = attributions(
        "Erik Dahl laughed, and Peter Holm showed Johan Berg the ice. He said that it was thin."
    )
    assert facts[-1].source.name is None


def test_a_quotation_says_that_it_is_one() -> None:
    """Questions that quote must only quote quotations."""
    quoted = attributions('Astrid Lund said: "The harbor will stay open all winter."')
    told = attributions("Astrid Lund said that the harbor would stay open all winter.")
    assert [fact.is_quote for fact in quoted + told] == [True, False]


UNRELATED = "The museum reopened in spring after long repairs.\n\n"


@pytest.mark.parametrize("text", [parts[0] for parts in FORMS.values()])
def test_another_paragraph_changes_nothing(text: str) -> None:
    """A paragraph in front moves the spans and leaves all else as it was."""
    alone = attributions(text)
    moved = attributions(UNRELATED + text)
    shift = len(UNRELATED)
    assert [one.content.span.start + shift for one in alone] == [
        one.content.span.start for one in moved
    ]
    assert [(one.source.name, one.act, one.confidence) for one in alone] == [
        (one.source.name, one.act, one.confidence) for one in moved
    ]


def test_furniture_is_never_looked_at() -> None:
    """What stands outside the paragraphs gives no facts."""
    text = "Lars Holm said that ads pay.\n\nAstrid Lund said that the ice was thick."
    article = Article(text, (Paragraph(Span(30, len(text))),), "a")
    facts = [fact for fact in extract_facts(article) if isinstance(fact, AttributionFact)]
    assert [fact.source.text for fact in facts] == ["Astrid Lund"]


def test_the_table_of_weights_is_whole() -> None:
    """A bias is there, and reports weigh more than plain objects."""
    assert "" in weights("cue")
    assert weights("cue")["clause&saying"] > 0 > weights("cue")["classes=0"]
    assert "" in weights("reading")


def test_confidence_is_a_probability_and_tells_good_from_bad() -> None:
    """A plain report scores far above a verb that reports nothing."""
    nlp = load_language()
    said = candidates(nlp("Astrid Lund said that the harbor would stay open."))
    ate = candidates(nlp("Astrid Lund ate the soup."))
    assert max(map(confidence, said)) > 0.8
    assert all(0 < confidence(one) < 0.3 for one in ate)


PIECES = st.sampled_from(
    [
        *("Astrid Lund", "She", "the council", "said", "says", "told", "wants to", "that", "he"),
        *('"', "“", "”", ",", ".", ":", "—", "according to", "her plan to", "leave", "\n\n", "''"),
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, min_size=1, max_size=30).map(" ".join) | st.text(max_size=60))
def test_spans_hold_what_they_say(text: str) -> None:
    """On any text: spans lie in the text, in one paragraph, and evidence holds the parts."""
    try:
        article = read_bytes(text.encode(), "a.txt", "text")
    except QuizzerError:
        return
    for fact in extract_facts(article):
        if not isinstance(fact, AttributionFact):
            continue
        for part in (fact.source, fact.cue, fact.content):
            assert part.span.of(article.words) == part.text
            assert fact.evidence.contains(part.span)
        assert any(one.span.contains(fact.evidence) for one in article.paragraphs)
        assert 0 <= fact.confidence <= 1


TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("act_cases.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "source", "act", "content"), TABLE)
def test_a_case_of_the_table_of_acts(text: str, source: str, act: str, content: str) -> None:
    """Who does what with which words, as a reader wrote it down beforehand."""
    found = [(one.source.text, one.act, one.content.text) for one in attributions(text)]
    assert any(one[:2] == (source, act) and one[2].startswith(content) for one in found), found
