"""`quizzer import` of what Anki exports: new decks, edits of known ones, and reviews."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

import click

import quizzer
from quizzer.cli.anki_history import Joined, join_history
from quizzer.cli.anki_records import load_imported, load_ledger, save_imported, save_ledger
from quizzer.cli.decks import all_decks, read_head
from quizzer.cli.output import print_diagnostics
from quizzer.cli.progress import progress
from quizzer.cli.wording import counted
from quizzer.deck.files import LARGEST, load_deck, save_bytes, save_text, source_text
from quizzer.deck.model import Deck
from quizzer.deck.patch import patched
from quizzer.deck.write import write_deck
from quizzer.diagnostics import Diagnostic, Place, QuizzerError, Severity
from quizzer.exchange.anki.identity import content_digest
from quizzer.exchange.anki.incoming.collection import Collection, read_collection
from quizzer.exchange.anki.incoming.container import Opened, opened
from quizzer.exchange.anki.incoming.decks import Gathered, IncomingDeck, gather
from quizzer.exchange.anki.incoming.media import IncomingMedia
from quizzer.exchange.anki.incoming.merge import Here, Merged, as_new, merge
from quizzer.exchange.anki.ledger import Exported, Ledger
from quizzer.exchange.anki.media import named_media
from quizzer.exchange.anki.notes import passage_html

SUFFIXES = (".apkg", ".colpkg", ".anki2", ".anki21", ".anki21b")
"""Endings of what Anki exports and keeps."""


@dataclass(slots=True, kw_only=True)
class Plan:
    """What is to be done for one deck: `before` is its file's text, None for a new file."""

    path: Path
    incoming: IncomingDeck
    before: str | None
    after: str
    deck: Deck
    merged: Merged = field(default_factory=Merged)
    source: str | None = None

    @property
    def is_edit(self) -> bool:
        """Whether a file that is there would change."""
        return self.before is not None and self.before != self.after


def import_anki(source: Path, output: str | None, *, yes: bool) -> None:
    """Reads what Anki exported, and says what became of it.

    Raises:
        QuizzerError: the file is none of Anki's, damaged, encrypted, or too large.
    """
    with opened(source) as package:
        collection = read_collection(package)
        folder = _folder(source, output)
        media = IncomingMedia(package, lambda path: _content(folder / path))
        with progress("Reading cards") as step:
            gathered = gather(collection, media.find, step)
        if not gathered.decks:
            _warn(package, collection, gathered, media)
            hint = "export a deck with cards from Anki"
            raise QuizzerError.at(str(source), "there is nothing to import in it", hint, "X311")
        plans = _plans(gathered, folder, output, media)
        taken = _agreed(plans, yes=yes)
        for plan in plans:
            if plan.before is None or (taken and plan.is_edit):
                _write(plan, media)
            elif plan.is_edit:
                plan.deck = load_deck(plan.path)
        _warn(package, collection, gathered, media)
        _remark(plans)
    joined = join_history(collection, [(plan.incoming, plan.deck) for plan in plans])
    for plan in plans:
        _record(plan, taken=taken or not plan.is_edit)
    _report(plans, collection, gathered, joined, taken=taken)


def _folder(source: Path, output: str | None) -> Path:
    """Where new decks and their media go."""
    if output is None:
        return Path()
    path = Path(output)
    return path.parent if path.suffix in (".yaml", ".yml") else path


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _plans(
    gathered: Gathered, folder: Path, output: str | None, media: IncomingMedia
) -> list[Plan]:
    named = Path(output) if output and Path(output).suffix in (".yaml", ".yml") else None
    here = _decks_here(folder, named)
    fresh = [one for one in gathered.decks if one.id not in here]
    if named is not None and len(fresh) > 1:
        names = ", ".join(one.name for one in fresh)
        hint = f"name a folder for its {len(fresh)} decks: {names}"
        raise QuizzerError.at(str(named), "one file cannot hold several decks", hint, "X312")
    plans = []
    for incoming in gathered.decks:
        known = here.get(incoming.id)
        if known is None:
            path = named or folder / f"{incoming.id}.yaml"
            plans.append(_new_deck(path, incoming, media))
        else:
            plans.append(_known_deck(known, incoming, media))
    return plans


def _decks_here(folder: Path, named: Path | None) -> dict[str, Path]:
    """Decks by id: those where the output goes first, then those in the usual places."""
    found = {head.id: _short(head.path) for head in all_decks() if not _is_installed(head.path)}
    places = sorted(folder.glob("*.y*ml")) if folder.is_dir() else []
    for path in (*places, *([named] if named is not None and named.is_file() else [])):
        head = read_head(path)
        if head is not None:
            found[head.id] = path
    return found


def _short(path: Path) -> Path:
    """As seen from here, where that is shorter."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _is_installed(path: Path) -> bool:
    """Whether a deck came with the program and must stay as it is."""
    return path.resolve().is_relative_to(Path(quizzer.__file__).parent.resolve())


def _new_deck(path: Path, incoming: IncomingDeck, media: IncomingMedia) -> Plan:
    deck, unreadable = as_new(incoming.id, incoming, media.find)
    merged = Merged(remarks=[(one, "its fields no longer make a question") for one in unreadable])
    after = write_deck(deck)
    if len(after.encode("utf-8")) > LARGEST:
        message = f"the deck {incoming.name} would have more than {LARGEST // 1_000_000} MB"
        raise QuizzerError.at(str(path), message, "export it from Anki in parts", "X305")
    return Plan(path=path, incoming=incoming, before=None, after=after, deck=deck, merged=merged)


def _known_deck(path: Path, incoming: IncomingDeck, media: IncomingMedia) -> Plan:
    deck = load_deck(path)
    before = path.read_bytes().decode("utf-8")
    text = source_text(deck, path) if incoming.own else None
    merged = merge(
        Here(deck, text, int(path.stat().st_mtime)),
        incoming,
        load_ledger(deck.id),
        load_imported(deck.id).digests,
        media.find,
    )
    after = patched(before, str(path), merged.changed, merged.added)
    questions = tuple(merged.changed.get(one.id, one) for one in deck.questions)
    whole = Deck(
        id=deck.id,
        title=deck.title,
        language=deck.language,
        source=deck.source,
        questions=(*questions, *merged.added),
    )
    return Plan(
        path=path,
        incoming=incoming,
        before=before,
        after=after,
        deck=whole,
        merged=merged,
        source=text,
    )


def _agreed(plans: list[Plan], *, yes: bool) -> bool:
    """Shows what would change in files that are there, and asks."""
    edits = [plan for plan in plans if plan.is_edit]
    for plan in edits:
        assert plan.before is not None
        lines = unified_diff(
            plan.before.splitlines(),
            plan.after.splitlines(),
            str(plan.path),
            f"{plan.path} (with the edits from Anki)",
            lineterm="",
        )
        for line in lines:
            click.echo(line)
    if not edits or yes:
        return True
    try:
        return click.confirm("Write these changes?", default=False)
    except click.Abort:
        click.echo()
        return False


def _write(plan: Plan, media: IncomingMedia) -> None:
    """The media first, so that no deck ever names a file that is not there."""
    folder = plan.path.parent
    folder.mkdir(parents=True, exist_ok=True)
    given = set(media.paths())
    for path in named_media(plan.deck):
        if path not in given or (folder / path).exists():
            continue
        try:
            content = media.content(path)
        except QuizzerError as error:
            print_diagnostics(error.diagnostics)
            continue
        (folder / path).parent.mkdir(exist_ok=True)
        save_bytes(folder / path, content)
    if plan.before is None and plan.path.is_file():
        kept = plan.path.with_name(f"{plan.path.name}.bak")
        save_bytes(kept, plan.path.read_bytes())
        click.echo(f"{plan.path} was there before; its old content is in {kept.name}.", err=True)
    save_text(plan.path, plan.after)


def _record(plan: Plan, *, taken: bool) -> None:
    """Remembers what both sides have now, so that the next exchange knows who changed what."""
    incoming, deck = plan.incoming, plan.deck
    questions = incoming.questions if taken else []
    imported = load_imported(deck.id)
    after = imported.after(questions, incoming.cards, incoming.suspended)
    if after != imported:
        save_imported(deck.id, after)
    if not taken:
        return
    edited = {note.question_id: note for note in incoming.own}
    if plan.before is not None:
        edited = {name: note for name, note in edited.items() if name in plan.merged.changed}
    if not edited:
        return
    entries = dict(load_ledger(deck.id).entries)
    questions_here = {question.id: question for question in deck.questions}
    for name, note in edited.items():
        question = questions_here.get(name)
        if question is not None:
            digest = content_digest(deck, question, passage_html(question, plan.source))
            is_cloze = "Text" in note.fields
            entries[name] = Exported(digest, note.changed, "cloze" if is_cloze else "question")
    save_ledger(deck.id, Ledger(entries))


def _warn(
    package: Opened, collection: Collection, gathered: Gathered, media: IncomingMedia
) -> None:
    """Names all that did not come along, each with the reason."""
    found = [("X321", f"{one.what} is left out: {one.reason}") for one in gathered.absent]
    found += [
        ("X321", f"{count} {what} cannot be read") for what, count in collection.unreadable.items()
    ]
    found += [("X322", f"the medium {name!r} has no name for a file") for name in package.refused]
    found += [("X323", f"the medium {name!r} is not in the package") for name in media.missing]
    print_diagnostics(
        Diagnostic(code, Severity.WARNING, message, Place(package.name)) for code, message in found
    )


def _remark(plans: Iterable[Plan]) -> None:
    """Names what was not taken, the questions with one reason together."""
    for plan in plans:
        names: dict[str, list[str]] = {}
        for name, why in plan.merged.remarks:
            names.setdefault(why, []).append(name)
        print_diagnostics(
            Diagnostic("X324", Severity.WARNING, f"{', '.join(ids)}: {why}", Place(str(plan.path)))
            for why, ids in names.items()
        )


def _report(
    plans: list[Plan],
    collection: Collection,
    gathered: Gathered,
    joined: Joined,
    *,
    taken: bool,
) -> None:
    for plan in plans:
        click.echo(f"{plan.path}: {_done(plan, taken=taken)}.")
    notes = counted(len(collection.notes), "note")
    if gathered.absent:
        click.echo(f"{notes} read; what was left out is named above.")
    if joined.added or joined.known:
        verb = "was" if joined.known == 1 else "were"
        known = f", {joined.known} {verb} here already" if joined.known else ""
        click.echo(f"{counted(joined.added, 'review')} joined your history{known}.")
    if joined.forgotten:
        click.echo(f"{counted(joined.forgotten, 'review')} of cards reset in Anki count no more.")
    if joined.left_out:
        parts = ", ".join(f"{count} {what}" for what, count in sorted(joined.left_out.items()))
        click.echo(f"Entries of Anki's log that are no reviews: {parts}.")
    for count, what in ((joined.suspended, "suspended"), (joined.called_back, "called back")):
        if count:
            click.echo(f"{counted(count, 'question')} {what} as in Anki.")
    if not taken:
        click.echo("The edits were not written; run it again with --yes to take them.")
    click.echo(f"Next: quizzer study {plans[0].path}")


def _done(plan: Plan, *, taken: bool) -> str:
    if plan.before is None:
        return counted(len(plan.deck.questions), "question")
    if not plan.is_edit:
        return "nothing to change"
    if not taken:
        return "left as it was"
    edits = counted(len(plan.merged.changed), "edit")
    added = counted(len(plan.merged.added), "new question")
    return ", ".join([edits, added] if plan.merged.added else [edits])
