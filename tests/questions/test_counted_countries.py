"""Which countries "the two countries" are."""

import pytest

from quizzer.questions.grammar.wording import render
from tests.questions.material import desk_of

TREATY = "Kenya and Tanzania signed a treaty in Bergen. "


def grounded(text: str) -> tuple[str, list[str], int]:
    """The last sentence as it stands alone, its problems, and the sentences cited beside it."""
    desk = desk_of(text)
    sentence = desk.reading.sentences[-1]
    found = desk.grounding.ground(sentence, sentence.tokens)
    return render(sentence.tokens, found.swaps), found.problems, len(found.cited)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{TREATY}In July 2011, the two countries opened a bridge.",
            "In July 2011, Kenya and Tanzania opened a bridge.",
        ),
        (
            f"{TREATY}Norway has lent 30 doctors to the two countries.",
            "Norway has lent 30 doctors to Kenya and Tanzania.",
        ),
        (
            f"{TREATY}A flood struck Kenya. Both countries opened a bridge in May 2011.",
            "Kenya and Tanzania opened a bridge in May 2011.",
        ),
        (
            "Poland, Hungary and Croatia left a pact with Russia. "
            "In May 2011 the three nations met in Bergen.",
            "In May 2011 Poland, Hungary and Croatia met in Bergen.",
        ),
        (
            f"{TREATY}Ida Holm praised the two countries' ministers.",
            "Ida Holm praised Kenya and Tanzania's ministers.",
        ),
    ],
)
def test_the_countries_just_named_are_put_for_their_number(text: str, told: str) -> None:
    """As many as are counted, and the sentence that names them is cited."""
    assert grounded(text) == (told, [], 1)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed a treaty in Bergen. In July 2011, the two countries opened a bridge.",
        "Kenya left Uganda to Tanzania. In July 2011, the two countries opened a bridge.",
        f"{TREATY}In Uganda the two countries opened a bridge.",
        f"{TREATY}In July 2011, the two poor countries opened a bridge.",
        "U.S. officials flew to Kenya. In July 2011, the two countries opened a bridge.",
        f"{TREATY}It was signed. It was praised. The two countries opened a bridge.",
    ],
)
def test_where_others_may_be_meant_the_words_hang_in_the_air(text: str) -> None:
    """Too few, too many, another named between, other words, an adjective, too far away."""
    assert "F4 definite: the countries" in grounded(text)[1]
