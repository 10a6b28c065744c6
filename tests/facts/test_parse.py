"""The copy of a parse says what spaCy says."""

from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.facts.language import load_language
from quizzer.facts.parse import Copier

pytest.importorskip("spacy")

SOURCES = Path(__file__).parents[2] / "decks" / "sources"
PLAIN = (
    "i idx text lower_ is_alpha is_currency is_punct is_quote is_space is_stop is_title is_upper"
    " like_num lemma_ tag_ pos_ dep_ ent_type_ ent_iob_ whitespace_ text_with_ws".split()
)
OTHERS = "children lefts rights subtree ancestors".split()
ONE_OTHER = "head left_edge right_edge".split()
TEXT = (
    "Mayor Astrid Lund, who lives in Oslo, said on Monday: “We won't sell 40 ferries.”  "
    "She left at 5 p.m. A report that she had asked for was read, though nobody came, "
    "in which $3 million were found missing.\nHer deputy didn't."
)


@pytest.fixture(scope="module")
def both():
    """spaCy's parse of a text with quotes, numbers and odd spaces, and its copy."""
    parse = load_language()(TEXT)
    return parse, Copier(parse.vocab).copy(parse)


def texts() -> list[str]:
    """The paragraphs of the articles that the project brings along."""
    articles = [path.read_text("utf-8") for path in sorted(SOURCES.glob("*.md"))]
    return [TEXT, "", " ", *(part for text in articles for part in text.split("\n\n"))]


def test_each_token_is_as_spacy_sees_it() -> None:
    """Words, tags, labels and the whole tree are the same for every token of many texts."""
    nlp = load_language()
    copier = Copier(nlp.vocab)
    for parse in nlp.pipe(texts()):
        doc = copier.copy(parse)
        assert len(doc) == len(parse)
        assert doc.text == parse.text
        for theirs, ours in zip(parse, doc, strict=True):
            assert attrgetter(*PLAIN)(ours) == attrgetter(*PLAIN)(theirs)
            assert ours.is_sent_start == bool(theirs.is_sent_start)
            for name in OTHERS:
                assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)]
            for name in ONE_OTHER:
                assert getattr(ours, name) is doc[getattr(theirs, name).i]
            assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        for theirs, ours in (*zip(parse.sents, doc.sents, strict=True),
                             *zip(parse.ents, doc.ents, strict=True)):  # fmt: skip
            assert span_facts(ours) == span_facts(theirs)


def span_facts(span) -> tuple[object, ...]:
    """What a span of either kind says of itself."""
    inner = [(e.start, e.end, e.label_) for e in span.ents]
    return (
        span.start, span.end, span.label_, span.text, span.start_char, span.end_char, len(span),
        span.root.i, [t.i for t in span], span.sent.start, inner,
    )  # fmt: skip


@given(start=st.integers(-5, 60), length=st.integers(1, 30))
def test_any_slice_is_the_same_span(both, start: int, length: int) -> None:
    """Slices of a parse and slices of those are clamped, counted from the end, rooted alike."""
    parse, doc = both
    theirs, ours = parse[start : start + length], doc[start : start + length]
    assert (ours.start, ours.end) == (theirs.start, theirs.end)
    if len(theirs):
        assert span_facts(ours) == span_facts(theirs)
        assert ours[-1].i == theirs[-1].i
        assert (ours[1:].start, ours[1:].end) == (theirs[1:].start, theirs[1:].end)


@given(start=st.integers(0, len(TEXT) + 2), length=st.integers(1, 40))
def test_characters_lead_to_the_tokens_they_touch(both, start: int, length: int) -> None:
    """A stretch of characters gives the same tokens as spaCy's `expand`."""
    parse, doc = both
    theirs = parse.char_span(start, start + length, alignment_mode="expand")
    ours = doc.char_span(start, start + length)
    assert (ours is None) == (theirs is None)
    if ours is not None and theirs is not None:
        assert (ours.start, ours.end) == (theirs.start, theirs.end)


def test_neighbours_end_with_the_text(both) -> None:
    """A step over either end is an error, not a token from the other end."""
    _, doc = both
    assert doc[3].nbor().i == 4
    assert doc[3].nbor(-3).i == 0
    for token, steps in ((doc[0], -1), (doc[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(steps)


def test_the_same_span_is_equal(both) -> None:
    """Spans are values: two slices of the same tokens are one."""
    _, doc = both
    assert doc[2:5] == doc[2:5]
    assert doc[2:5] != doc[2:6]
    assert len({doc[2:5], doc[2:5]}) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("South Korean President Moon Jae-in met Maria Lund in Seoul.", "Moon Jae-in"),
        ("Talks between Kim Jong Un-led groups and Maria Lund failed in Seoul.", "Kim Jong Un"),
        ("Kim Jong Un met the sailors of Maria Lund in Seoul.", "Kim Jong Un"),
    ],
)
def test_a_name_ends_behind_its_hyphen(text: str, name: str) -> None:
    """The recogniser takes the "in" of Jae-in for a preposition; "-led" is no part of a name."""
    parse = load_language()(text)
    found = [e.text for e in Copier(parse.vocab).copy(parse).ents if e.label_ == "PERSON"]
    assert name in found
