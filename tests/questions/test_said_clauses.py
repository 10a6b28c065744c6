"""Who said that ...?, where the reporting words stand behind what was said or in the middle."""

import pytest

from tests.questions.material import deck_of

INTRODUCTION = "Oslo gets a bridge\n\nIngrid Solberg met Lars Holm in Bergen on 3 May 2019.\n\n"


def who_stems(text: str) -> list[str]:
    """The stems about what somebody said, without the words that say when."""
    deck = deck_of(INTRODUCTION + text + "\n").deck
    return [q.stem.partition(", ")[2] for q in deck.questions if q.kind == "attribution"]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "The harbour of Bergen is the busiest harbour of Norway, Holm said.",
            "who said that the harbour of Bergen is the busiest harbour of Norway?",
        ),
        (
            "The harbour of Bergen, Holm said, is the busiest harbour of Norway.",
            "who said that the harbour of Bergen is the busiest harbour of Norway?",
        ),
        (
            "A visitor to the fair, Lars Holm, warned that Norway would lose its last shipyard.",
            "who warned that Norway would lose its last shipyard?",
        ),
        (
            "One of the port lawyers, Lars Holm, said the ferries of Norway need new engines.",
            "who said that the ferries of Norway need new engines?",
        ),
        (
            "Holm told the fishermen of Bergen that nobody would close the port of Aarhus.",
            "who told the fishermen of Bergen that nobody would close the port of Aarhus?",
        ),
        (
            'On the programme "Good Sunday," Holm said the ferries of Norway need new engines.',
            "who said that the ferries of Norway need new engines?",
        ),
    ],
)
def test_what_was_said_is_asked_wherever_the_speaker_stands(text: str, stem: str) -> None:
    """Behind it, in the middle of it, beside words that describe him, after a quoted title."""
    assert who_stems(text) == [stem]


def test_two_asides_leave_too_little_to_go_by() -> None:
    """Where more than the reporting words breaks the clause up, nothing is made of it."""
    text = "The harbour of Bergen, Holm said, is, he added, the busiest harbour of Norway."
    assert not any("busiest" in stem for stem in who_stems(text))


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        (
            "According to Holm, Norway can take the next steps, but Denmark needs a new harbour.",
            ["who said that Denmark needs a new harbour?"],
        ),
        (
            "According to Holm, Norway needs a bridge, but Denmark can take the next steps.",
            ["who said that Norway needs a bridge?"],
        ),
        ("According to Holm, Norway can take the next steps, but Denmark can refuse them.", []),
    ],
)
def test_of_two_clauses_the_one_that_stands_alone_is_asked(text: str, stems: list[str]) -> None:
    """The first, where it does; the second, where only that one does; or neither."""
    assert who_stems(text) == stems


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            'The harbour of Bergen "isn\'t ready for the ships of Norway," Holm said.',
            'who said that the harbour of Bergen "isn\'t ready for the ships of Norway"?',
        ),
        (
            "Holm said the harbour of Bergen isn't \"what they've all come for\" in Norway.",
            'who said that the harbour of Bergen is not "what they\'ve all come for" in Norway?',
        ),
    ],
)
def test_quoted_words_keep_their_short_forms(text: str, stem: str) -> None:
    """What is written out around quotation marks stays within them as it was said."""
    assert who_stems(text) == [stem]


def test_one_of_several_of_theirs_is_not_asked() -> None:
    """ "At one of their first talks" would read as talks of several people."""
    text = "Holm noted that at {} first talks in Bergen he praised the Norwegian ferries."
    assert not any("talks" in stem for stem in who_stems(text.format("one of his")))
    assert any("talks" in stem for stem in who_stems(text.format("the")))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "Holm said that Solberg's father had built the ferries of Bergen himself.",
            "who said that Ingrid Solberg's father had built the ferries of Bergen himself?",
        ),
        (
            "Holm said that he had built the ferries of Bergen himself.",
            "who said that they had built the ferries of Bergen themselves?",
        ),
    ],
)
def test_himself_is_the_asked_persons_only_where_it_means_him(text: str, stem: str) -> None:
    """The father keeps his word, the speaker becomes they."""
    assert who_stems(text) == [stem]


def test_a_place_of_which_something_is_told_is_no_scene() -> None:
    """Where he spoke is asked along; the place that he spoke about is not."""
    spoken = "In Bergen, Holm insisted that Norway would sell the ferries of Oslo."
    assert who_stems(spoken) == [
        "who insisted in Bergen that Norway would sell the ferries of Oslo?"
    ]
    about = "In Bergen, where ships lie idle, Holm insisted that Norway would sell the ferries."
    assert not any("in Bergen" in stem for stem in who_stems(about))
