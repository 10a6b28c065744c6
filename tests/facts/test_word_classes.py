"""Classes of meaning of words."""

from quizzer.facts.word_classes import first_class, labels


def test_words_are_classed_by_their_commonest_sense() -> None:
    """Verbs and nouns have classes of their own; an unknown word has none."""
    assert first_class("verb", "castigate") == "communication"
    assert first_class("verb", "jog") != "communication"
    assert first_class("noun", "proposal") == "communication"
    assert first_class("noun", "hammer") == "artifact"
    assert first_class("verb", "blorf") == "none"


def test_shares_tell_of_other_senses() -> None:
    """A word that is often but not always said of speech has a share of it."""
    assert "share communication 10" in labels("verb", "criticize")
    shares = [label for label in labels("verb", "run") if label.startswith("share communication")]
    assert shares in ([], ["share communication 2"])
