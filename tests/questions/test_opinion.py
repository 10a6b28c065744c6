"""Pieces that argue are told from reports, though nobody says I or we in them."""

from tests.questions.material import desk_of

FACTS = (
    "The harbour of Bergen has twelve cranes.", "Ingrid Solberg opened it in 2001.",
    "The ferries to Denmark leave at noon.", "The fares rose again in spring.",
    "Few ships carry coal.", "The pilots have a new boat.", "Lars Holm runs the port.",
    "Norway pays for the quays.", "The old pier closed in 1998.", "Two of the cranes stand idle.",
    "The town council meets in May.", "Nobody has counted the gulls.",
)  # fmt: skip
CLAIM = "The council should close the port."


def is_opinion(*sentences: str) -> bool:
    """Whether an article of these sentences is read as an opinion piece."""
    return desk_of("The harbour\n\n" + " ".join(sentences)).reading.is_opinion


def test_who_says_what_ought_to_be_argues() -> None:
    """The demand is the author's own, for nobody else speaks."""
    assert is_opinion(*FACTS, CLAIM)
    assert not is_opinion(*FACTS)


def test_a_report_of_demands_is_no_opinion() -> None:
    """Somebody said so, or the words stand in quotation marks."""
    spoken = ("Ingrid Solberg said she was sure.", "Lars Holm told her to wait.")
    assert not is_opinion(*FACTS, CLAIM, *spoken)
    assert not is_opinion(*FACTS, '"The council should close the port."')


def test_a_report_full_of_speakers_is_no_opinion() -> None:
    """The I and the we are theirs, though no mark tells so."""
    ours = ("We need a boat.", "We like our port.", "It is our harbour.", "We pay.", "We stay.")
    assert is_opinion(*FACTS, *ours)
    assert not is_opinion(*(f"Lars Holm said: {fact}" for fact in FACTS), *ours)


def test_a_few_sentences_tell_nothing() -> None:
    """One demand among three sentences may stand in any notice."""
    assert not is_opinion(*FACTS[:2], CLAIM)
