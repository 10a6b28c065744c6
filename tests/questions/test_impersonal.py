"""Speakers who are told by the sentences around, and words that lean on the sentence before."""

from quizzer.deck.model import AllAnswer, TextAnswer
from tests.questions.test_meetings import asked
from tests.questions.test_nominal_acts import keys

SIDE = "The Norwegian side emphasized the need for a survey of all wrecks near Greenland."


def test_attention_that_is_drawn() -> None:
    """It is drawn by the one who speaks in the paragraph."""
    sentence = (
        f'{SIDE} Particular attention was drawn to the "reckless voyages" of Swedish captains near'
        " Greenland."
    )
    stem, key = asked(sentence, "drew particular attention to the")
    assert "which side drew" in stem
    assert key == TextAnswer("the Norwegian side")


def test_attention_after_two_speakers() -> None:
    """Where two have spoken, nobody knows who drew it."""
    sentence = (
        f"{SIDE} Holm said that Denmark would pay for new ferries near Skagen. Particular"
        " attention was drawn to the voyages of Swedish captains near Greenland."
    )
    assert not any("drew" in stem for stem in keys(sentence))


def test_this_proposal_is_told_by_the_sentence_before() -> None:
    """`This initiative` takes its owner and its words, and the sentence before is cited."""
    sentence = (
        "Holm proposed that Norway and Denmark share the costs of new ferries. Solberg responded"
        " positively to this initiative."
    )
    stem, key = asked(sentence, "responded positively to")
    assert "Lars Holm's proposal that Norway and Denmark share the costs of new ferries" in stem
    assert key == TextAnswer("Ingrid Solberg")


def test_their_own_means_the_two_asked_for() -> None:
    """`Their` may stay where two are asked for."""
    sentence = "The two sides expressed their common desire to improve relations with Sweden."
    key = asked(sentence, "expressed their common desire")[1]
    assert key == AllAnswer(("Ingrid Solberg", "Lars Holm"))


def test_the_owner_asked_for_stays_out_of_the_stem() -> None:
    """`The initiative` keeps its subject and loses its owner, who is the key."""
    sentence = (
        "Solberg gave a friendly answer to Holm's initiative on fishing rights. The two sides"
        " agreed to open talks on the initiative to settle its terms."
    )
    stem, key = asked(sentence, "agreed to open talks")
    assert "on the initiative on fishing rights" in stem
    assert key == AllAnswer(("Ingrid Solberg", "Lars Holm"))


def test_quoted_words_said_of_something() -> None:
    """Words that point are asked where the reporting words say what they are about."""
    sentence = (
        'In addition, Holm said, about the situation in Greenland, "The Danish sailors are there'
        ' and they will stay there as long as we need this harbour."'
    )
    stem, key = asked(sentence, "Danish sailors are there")
    assert 'said of the situation in Greenland: "' in stem
    assert key == TextAnswer("Lars Holm")


def test_a_body_of_two_countries() -> None:
    """A delegation is asked for by its countries."""
    sentence = "On 13 May 2019, a Swedish-Finnish delegation reached an agreement in Aarhus."
    assert asked(sentence, "which delegation")[1] == TextAnswer("the Swedish-Finnish delegation")
