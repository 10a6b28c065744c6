"""The words of an article, as a parser reads them."""

from quizzer.article.model import Article
from quizzer.deck.model import Span


def test_words_have_plain_spaces_for_markup_and_white_space() -> None:
    """Line ends, tabs, hard spaces and marks become spaces, one for one."""
    text = "On **12\nJune**\tthe\u00a0pier"
    article = Article(text, (), "a.md", markup=(Span(3, 5), Span(12, 14)))
    assert article.words == "On   12 June   the pier"


def test_words_of_plain_running_text_are_its_text() -> None:
    """Nothing changes where nothing has to."""
    assert Article("A pier.", (), "a.txt").words == "A pier."
