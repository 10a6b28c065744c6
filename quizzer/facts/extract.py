"""All facts of an article, in the order of its text."""

from collections.abc import Sequence

from quizzer.article.model import Article
from quizzer.facts.attributions.find import find_attributions
from quizzer.facts.dates.find import find_dates
from quizzer.facts.events import find_events
from quizzer.facts.figures.find import find_figures
from quizzer.facts.language import ParsedParagraph, load_language, parse_article
from quizzer.facts.model import Fact
from quizzer.facts.names import Names
from quizzer.facts.places import find_places
from quizzer.facts.possessions import find_possessions
from quizzer.facts.roles.find import find_roles


def extract_facts(article: Article) -> list[Fact]:
    """Parses an article and finds the facts in its paragraphs; furniture is never looked at.

    Raises:
        QuizzerError: the language model is not installed.
    """
    return extract_parsed(article, parse_article(article, load_language()))


def extract_parsed(article: Article, paragraphs: Sequence[ParsedParagraph]) -> list[Fact]:
    """The facts of an article that is parsed already."""
    sentences = [span for parsed in paragraphs for span in parsed.sentences()]
    spans = [parsed.paragraph.span for parsed in paragraphs]
    names = Names(paragraphs)
    dates = find_dates(article.words, spans, article.published, sentences)
    facts: list[Fact] = [
        *dates,
        *find_figures(paragraphs, dates),
        *find_attributions(paragraphs, names),
        *find_roles(paragraphs, names),
        *find_places(paragraphs),
        *find_events(paragraphs, dates),
        *find_possessions(paragraphs, names),
    ]
    # Sorting is stable: facts of one sentence stay in the order of their kinds.
    facts.sort(key=lambda fact: fact.evidence)
    return facts
