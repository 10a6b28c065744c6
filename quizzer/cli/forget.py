"""`quizzer forget`: deletes all data of a student."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("student")
@click.option("--class", "class_name", metavar="NAME", help="The student's class.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(student: str, class_name: str | None, yes: bool) -> None:
    """Delete all data of a student: name, seats, answers, in the file and its backups.

    Nothing is left in any file that is named, not even in free pages. To hand the data over
    first: quizzer grades --student NAME --export FILE.
    """
    from quizzer.classroom.records.erase import classroom_files, erase_student  # noqa: PLC0415
    from quizzer.cli.classroom_file import open_classroom  # noqa: PLC0415
    from quizzer.cli.home import home  # noqa: PLC0415
    from quizzer.cli.students import find_student  # noqa: PLC0415

    with open_classroom() as records:
        found = find_student(records, student, class_name)
    files = classroom_files(home())
    if not yes:
        where = f" of class {found.class_name}" if found.class_name else ""
        click.echo(f"All data of {found.name}{where} will be deleted from:\n{_listed(files)}")
        click.confirm("Delete it? This cannot be taken back.", abort=True, err=True)
    # Backups first: if one cannot be cleaned, the student can still be found and tried again.
    for path in reversed(files):
        gone = erase_student(path, found)
        click.echo(f"{path}: {'deleted' if gone else 'nothing was there'}")
    click.echo(
        "What you exported, printed or handed out before is not reached: look through the folders"
        " that you gave to --csv, --xlsx, --pages, --misses and --export."
    )


def _listed(files: "list[Path]") -> str:
    return "\n".join(f"  {path}" for path in files)
