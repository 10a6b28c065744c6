"""What `quizzer` alone shows: the decks, what waits, the last score, and one step to go on."""

import click

SHOWN = 8
"""Decks that are listed; the picker has them all."""


def show_start() -> None:
    """Prints the start page; on a terminal, Enter begins with what is due or a first quiz."""
    from quizzer.cli.decks import all_decks  # noqa: PLC0415 - only without a command
    from quizzer.cli.history import right_answers  # noqa: PLC0415
    from quizzer.cli.history_file import open_history  # noqa: PLC0415
    from quizzer.cli.home import history_path  # noqa: PLC0415
    from quizzer.cli.output import is_plain  # noqa: PLC0415
    from quizzer.cli.waiting import waiting_cards  # noqa: PLC0415

    heads = all_decks()
    scores: dict[str, str] = {}
    waiting: dict[str, int] = {}
    if history_path().exists():
        with open_history() as store:
            for past in store.sittings(limit=200):
                if past.reviews:
                    shown = f"{right_answers(past)} of {len(past.reviews)}"
                    for review in past.reviews:
                        scores.setdefault(review.card.deck_id, shown)
            for row in waiting_cards(store):
                waiting[row.deck.id] = row.counts.due + row.counts.learning
    heads.sort(key=lambda head: (-waiting.get(head.id, 0), head.id not in scores, head.title))
    for head in heads[:SHOWN]:
        due = waiting.get(head.id, 0)
        state = f"{due} due" if due else f"{len(head.questions)} questions"
        last = f", last time {scores[head.id]}" if head.id in scores else ""
        click.echo(f"  {head.title}: {state}{last}")
    if len(heads) > SHOWN:
        click.echo(f"  and {len(heads) - SHOWN} more decks")
    following = "study" if any(waiting.values()) else "quiz"
    if not heads:
        click.echo("There is no deck yet. Make one: quizzer make ARTICLE, or quizzer new DECK")
        return
    if is_plain():
        click.echo(f"Next: quizzer {following}. All commands: quizzer --help")
        return
    click.echo(f"\nEnter: quizzer {following}   any other key: leave   (quizzer --help lists all)")
    if click.getchar() in ("\r", "\n"):
        from quizzer.cli.main import run  # noqa: PLC0415

        click.get_current_context().exit(run([following]))
