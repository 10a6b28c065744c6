"""Where things lie: the folder for all state, the decks that came with the program."""

import os
from pathlib import Path

import quizzer


def home() -> Path:
    """The folder of all state: `QUIZZER_HOME`, or the platform's own folder for user data."""
    chosen = os.environ.get("QUIZZER_HOME")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs  # noqa: PLC0415 - not needed where the folder is chosen

    return Path(platformdirs.user_data_dir("quizzer", appauthor=False))


def history_path() -> Path:
    """The database that holds every answer."""
    return home() / "history.db"


def backup_folder() -> Path:
    """Where copies of the history lie."""
    return home() / "backups"


def config_path() -> Path:
    """The learner's settings: beside all state if `QUIZZER_HOME` says where that is, otherwise
    in the platform's folder for settings."""
    if os.environ.get("QUIZZER_HOME"):
        return home() / "config.yaml"
    import platformdirs  # noqa: PLC0415 - not needed where the folder is chosen

    return Path(platformdirs.user_config_dir("quizzer", appauthor=False)) / "config.yaml"


def shipped_decks() -> Path:
    """The folder of the decks that come with quizzer, in a wheel and in a checkout."""
    package = Path(quizzer.__file__).parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent / "decks"


def deck_folders() -> list[Path]:
    """Where decks are looked for when none is named: here, ./decks, the state folder, shipped."""
    here = Path.cwd()
    folders = [here, here / "decks", home() / "decks", shipped_decks()]
    unique = {folder.resolve(): folder for folder in reversed(folders) if folder.is_dir()}
    return list(reversed(unique.values()))
