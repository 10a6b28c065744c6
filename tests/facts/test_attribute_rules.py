"""The attribute rules give each token just what spaCy's own ruler gives it."""

from pathlib import Path

import pytest

from quizzer.facts.attribute_rules import AttributeRules
from quizzer.facts.language import load_language

spacy_tokens = pytest.importorskip("spacy.tokens")

SOURCES = Path(__file__).parents[2] / "decks" / "sources"
MADE = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
SENTENCES = (
    "There's nothing that she couldn't have done; let's say she had been asked.",  # over two tokens
    "Y'all ain't gonna believe it, but he's got 'em, and that is that.",
    "The mayor has said that this is hers.\n\n  Those who do so did it themselves.",
    "",
    " ",
)


@pytest.fixture(scope="module")
def ruler():
    return load_language().get_pipe("attribute_ruler")


def unruled(texts):
    """The texts tagged and parsed, with nothing that comes behind."""
    return list(load_language().pipe(texts, disable=["attribute_ruler", "lemmatizer", "ner"]))


def test_they_make_what_the_ruler_makes(ruler):
    articles = [path.read_text("utf-8") for path in sorted(SOURCES.glob("*.md"))]
    paragraphs = [part for text in articles for part in text.split("\n\n")]
    rules = AttributeRules(ruler)
    for text in unruled([*SENTENCES, *paragraphs]):
        expected = ruler(text.copy())
        rules.apply(text)
        assert text.to_array(MADE).tolist() == expected.to_array(MADE).tolist(), text.text


def test_a_word_that_no_pattern_asks_for_is_of_the_kind_of_others(ruler):
    class Counting:
        """A ruler that counts how often it is asked."""

        def __init__(self):
            self.asked, self.vocab, self.patterns = 0, ruler.vocab, ruler.patterns

        def __call__(self, text):
            self.asked += 1
            return ruler(text)

    counting = Counting()
    rules = AttributeRules(counting)
    for text in unruled(["The tall mayor laughed.", "The small ferry sank.", "There is a ferry."]):
        rules.apply(text)
    assert counting.asked == 1  # "There is" is a pattern of two tokens
    kinds = set(rules._known)
    (text,) = unruled(["The old harbor burned."])
    rules.apply(text)
    assert set(rules._known) == kinds
    assert [token.pos_ for token in text] == ["DET", "ADJ", "NOUN", "VERB", "PUNCT"]
