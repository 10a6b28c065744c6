"""`quizzer make`: an article becomes a deck."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.sources import open_article, parse_kinds
from quizzer.cli.wording import counted

if TYPE_CHECKING:
    from quizzer.article.model import Article
    from quizzer.deck.model import Deck
    from quizzer.questions.candidates import Dropped


@click.command()
@click.argument("source")
@click.option(
    "-o", "--output", metavar="DECK", help="Where the deck goes [default: after its title]."
)
@click.option("--title", help="The deck's title, where the source has none or a bad one.")
@click.option("--published", metavar="DATE", help="The day the article came out, as 2025-03-18.")
@click.option("-n", "--count", type=click.IntRange(1), help="At most this many, the best ones.")
@click.option("--kinds", metavar="A,B", help="Only these kinds: date, figure, attribution ...")
@click.option(
    "--seed", default=0, show_default=True, help="Another seed, other picks among equals."
)
@click.option("--review", is_flag=True, help="Accept, edit or drop each question before it counts.")
@click.option("--no-text", is_flag=True, help="Do not keep the text of a page, a PDF or a pipe.")
@click.option("-v", "--verbose", is_flag=True, help="Name every question that a check stopped.")
def make(
    source: str,
    output: str | None,
    title: str | None,
    published: str | None,
    count: int | None,
    kinds: str | None,
    seed: int,
    review: bool,
    no_text: bool,
    verbose: bool,
) -> None:
    """Make a deck from an article: a file (text, Markdown, HTML, PDF), a URL, or - for a pipe.

    An existing deck of that name is kept beside the new one, with .bak at the end.
    """
    from quizzer.cli.progress import progress  # noqa: PLC0415 - help must not load a language model
    from quizzer.deck.files import save_text  # noqa: PLC0415
    from quizzer.questions.make import make_deck  # noqa: PLC0415

    article = open_article(source, published=published, title=title)
    deck_path = Path(output or f"{slug(article.title or Path(source).stem)}.yaml")
    text_path = _text_path(article, source, deck_path, keep=not no_text)
    with progress("Reading the article") as step:
        result = make_deck(
            article,
            count=count,
            kinds=parse_kinds(kinds),
            seed=seed,
            deck_id=slug(deck_path.stem),
            title=title,
            source_path=None if text_path is None else _from_deck(text_path, deck_path),
            on_progress=step,
        )
    if text_path is not None and article.text_is_extracted:
        save_text(text_path, article.text)
    deck = result.deck if text_path is not None else _without_evidence(result.deck)
    if review:
        from quizzer.cli.review import review_candidates  # noqa: PLC0415

        deck = review_candidates(deck, article, deck_path)
    else:
        save_deck(deck, deck_path)
    _summarize(deck, result.dropped, deck_path, verbose)


def save_deck(deck: "Deck", path: Path) -> None:
    """Writes a deck; an older one of that name with other content is kept as `.bak`."""
    from quizzer.deck.files import save_bytes, save_text  # noqa: PLC0415
    from quizzer.deck.write import write_deck  # noqa: PLC0415

    text = write_deck(deck)
    if path.is_file() and (old := path.read_bytes()) != text.encode():
        kept = path.with_name(f"{path.name}.bak")
        save_bytes(kept, old)
        click.echo(f"{path} was there before; its old content is in {kept.name}.", err=True)
    save_text(path, text)


def _without_evidence(deck: "Deck") -> "Deck":
    """The deck of a text that is not kept: offsets into nothing would prove nothing."""
    source = replace(deck.source, sha256=None) if deck.source else None
    questions = tuple(replace(question, evidence=()) for question in deck.questions)
    return replace(deck, source=source, questions=questions)


def slug(text: str) -> str:
    """An id made of the words of `text`: lower case, ASCII where letters have one, hyphens."""
    from unicodedata import normalize  # noqa: PLC0415

    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return "-".join(words[:8]) or "deck"


def _text_path(article: "Article", source: str, deck: Path, *, keep: bool) -> Path | None:
    """Where the text lies that evidence points into; None when it is not to be kept."""
    if not article.text_is_extracted:
        return Path(source)
    return deck.with_suffix(".txt") if keep else None


def _from_deck(path: Path, deck: Path) -> str:
    """`path` as seen from the deck's folder, with forward slashes on every system."""
    try:
        return Path(os.path.relpath(path, deck.parent)).as_posix()
    except ValueError:  # another drive on Windows has no relative path
        return path.resolve().as_posix()


def _summarize(deck: "Deck", dropped: "Sequence[Dropped]", path: Path, verbose: bool) -> None:
    """What was made, what was left out and why, and what to do next."""
    kinds = Counter(question.kind or "other" for question in deck.questions)
    listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    if deck.questions:
        click.echo(f"{path}: {counted(len(deck.questions), 'question')} ({listed}).")
    else:
        click.echo(f"{path}: no question came out; is it a news article in English?")
    if verbose:
        for one in dropped:
            stem = " ".join(one.stem.split())
            click.echo(f"  left out, {_reason(one.check)}: {stem} ({one.reason})")
    elif dropped:
        reasons = Counter(_reason(one.check) for one in dropped)
        listed = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
        click.echo(f"{counted(len(dropped), 'candidate')} left out: {listed}.")
        click.echo("With --verbose each of them is named.")
    if deck.questions:
        click.echo(f"Next: quizzer quiz {path}")


def _reason(check: str) -> str:
    """A check's code in words: `F4` is `hanging words`."""
    from quizzer.questions.review.deck import RULES  # noqa: PLC0415

    return next((rule.name for rule in RULES if rule.code == check), check)
