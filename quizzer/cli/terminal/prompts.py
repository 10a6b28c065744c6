"""questionary's prompts in our colours; Esc and Ctrl-D leave them quietly."""

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.styles import Style
from questionary import Question

STYLE = Style.from_dict(
    {
        "qmark": "ansicyan bold",
        "question": "bold",
        "answer": "ansigreen",
        "pointer": "ansicyan bold",
        "highlighted": "bold reverse",
        "selected": "ansigreen",
        "instruction": "italic",
        "separator": "ansibrightblack",
    }
)
"""Works on light and dark grounds and in eight colours."""


def with_escape(question: Question) -> Question:
    """The same prompt, left with None by Esc and Ctrl-D."""
    keys = KeyBindings()

    @keys.add("escape", eager=True)
    @keys.add("c-d", eager=True)
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(result=None)

    @keys.add("<sigint>")
    def _interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    app = question.application
    app.key_bindings = merge_key_bindings([app.key_bindings, keys]) if app.key_bindings else keys
    app.ttimeoutlen = 0.05
    app.timeoutlen = 0.05
    return question
