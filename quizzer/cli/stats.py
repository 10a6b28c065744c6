"""`quizzer stats`: what the log shows, on the terminal, as a page, and as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.completion import complete_deck
from quizzer.cli.output import is_plain, print_json

if TYPE_CHECKING:
    from quizzer.memory.model import CardKey
    from quizzer.stats.report import Report


@click.command()
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("--html", metavar="FILE", help="Write one self-contained page.")
@click.option("--json", "as_json", is_flag=True, help="Everything as one JSON object.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
def stats(decks: tuple[str, ...], html: str | None, as_json: bool, plain: bool) -> None:
    """Show how well you remember: retention, calibration, forecast, days, times, hard questions.

    Without a deck, all of your answers count.
    """
    report = _report(decks)
    if html:
        from quizzer.deck.files import save_text  # noqa: PLC0415
        from quizzer.stats.page import page_of  # noqa: PLC0415 - one way of showing is enough
        from quizzer.stats.words import counted  # noqa: PLC0415

        save_text(Path(html), page_of(report))
        answers = counted(report.answers, "answer")
        click.echo(f"{html}: {answers}. Open it in a browser.", err=as_json)
    if as_json:
        from quizzer.stats.report import as_object  # noqa: PLC0415

        print_json(as_object(report))
    elif not html:
        _show(report, plain=plain)


def _show(report: "Report", *, plain: bool) -> None:
    if not report.answers:
        click.echo("There are no answers yet, so there is nothing to show.")
        click.echo("Begin with: quizzer quiz")
        return
    if is_plain(plain):
        from quizzer.cli.stats_lines import lines_of  # noqa: PLC0415

        for line in lines_of(report):
            click.echo(line)
        return
    from quizzer.cli.stats_screen import show_report  # noqa: PLC0415

    show_report(report)


def _report(names: tuple[str, ...]) -> "Report":
    """The report on some decks, or on everything that was ever answered."""
    from quizzer.cli import clock  # noqa: PLC0415 - help must stay light
    from quizzer.cli.decks import find_deck  # noqa: PLC0415
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.cli.progress import progress  # noqa: PLC0415
    from quizzer.deck.files import load_deck  # noqa: PLC0415
    from quizzer.memory.day import day_number  # noqa: PLC0415
    from quizzer.stats.observed import observe  # noqa: PLC0415
    from quizzer.stats.report import report  # noqa: PLC0415

    loaded = [load_deck(find_deck(name)) for name in names]
    with open_history() as store:
        reviews = store.reviews(learner="")
        settings = store.cache.settings_of(loaded[0].id if len(loaded) == 1 else "")
        decks = {review.card.deck_id for review in reviews}
        settings_of = {deck: store.cache.settings_of(deck) for deck in decks}.__getitem__
    if loaded:
        wanted = {deck.id for deck in loaded}
        reviews = [review for review in reviews if review.card.deck_id in wanted]
    today = day_number(clock.now(), settings.timezone, settings.rollover_hour)
    with progress("Reading the log") as step:
        past = observe(reviews, settings_of, lambda done: step(done, len(reviews)))
    title = ", ".join(deck.title for deck in loaded) or "all decks"
    stems = _stems({review.card for review in reviews})
    return report(past, today, settings, stems, title)


def _stems(cards: "set[CardKey]") -> "dict[CardKey, str]":
    """The wordings of questions whose decks can be found and read."""
    from quizzer.cli.decks import all_decks  # noqa: PLC0415
    from quizzer.deck.files import load_deck  # noqa: PLC0415
    from quizzer.diagnostics import QuizzerError  # noqa: PLC0415
    from quizzer.memory.model import CardKey  # noqa: PLC0415

    ids, found = {card.deck_id for card in cards}, {}
    for head in all_decks():
        if head.id not in ids:
            continue
        try:
            deck = load_deck(head.path)
        except QuizzerError:
            # A broken deck is no reason to hide the log; its questions stand there by their ids.
            continue
        for question in deck.questions:
            found[CardKey(deck.id, question.id)] = " ".join(question.stem.split())
    return found
