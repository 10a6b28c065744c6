"""Starts the real program without a screen and imports a package through its own dialog.

    python tests/exchange/desktop.py FOLDER PACKAGE RESULT

FOLDER holds the program's data; what it has after pressing Import, with nothing ticked, is written
to RESULT as JSON. It needs `pip install aqt[qt6]`. Run as a process of its own, since it ends it.
"""

import json
import os
import sys
from pathlib import Path

PATIENCE_MS = 60_000
PRESS = """(() => {
    const button = [...document.querySelectorAll("button")].find(
        (one) => one.innerText.trim() === "Import");
    if (button) button.click();
    return button !== undefined;
})()"""


def main(folder: str, package: str, result: str) -> None:
    """Runs the program until the import is done."""
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu",
        "ANKI_SINGLE_INSTANCE_KEY": str(os.getpid()),
    }
    import aqt
    from aqt import gui_hooks
    from aqt.import_export.import_dialog import ImportDialog
    from aqt.import_export.importing import import_file
    from aqt.profiles import ProfileManager
    from aqt.qt import QTimer

    def finish(page: str) -> None:
        collection = aqt.mw.col
        found = {
            "notes": collection.note_count(),
            "cards": collection.card_count(),
            "page": page,
            "types": sorted(model.name for model in collection.models.all_names_and_ids()),
        }
        Path(result).write_text(json.dumps(found))
        os._exit(0)

    def press() -> None:
        shown = [one for one in aqt.mw.app.topLevelWidgets() if isinstance(one, ImportDialog)]
        if not shown:
            QTimer.singleShot(500, press)
            return
        page = shown[0].web.page()

        def look(text: str) -> None:
            if "Overview" in text:
                finish(text)
            else:
                QTimer.singleShot(500, read)

        def read() -> None:
            page.runJavaScript("document.body.innerText", look)

        def pressed(is_there: bool) -> None:
            QTimer.singleShot(500, read if is_there else press)

        page.runJavaScript(PRESS, pressed)

    def begin() -> None:
        import_file(aqt.mw, package)
        press()

    # The question for a language would wait for somebody.
    ProfileManager.setDefaultLang = lambda self, place: self.setLang("en_US")
    gui_hooks.profile_did_open.append(lambda: QTimer.singleShot(1000, begin))
    gui_hooks.main_window_did_init.append(
        lambda: QTimer.singleShot(PATIENCE_MS, lambda: os._exit(3))
    )
    sys.argv = ["anki", "-b", folder, "-l", "en"]
    aqt.run()


if __name__ == "__main__":
    main(*sys.argv[1:4])
