"""The two note types, with ids that never change: a changed field or template would fork them.

One note type serves all forms but clozes: what a question has (options, items, something to type)
decides what its card shows. So a question that gets distractors stays the same note in Anki.
"""

from importlib.resources import files
from typing import Final, Literal

Kind = Literal["question", "cloze"]

QUESTION_TYPE: Final = 1_606_500_000_001
CLOZE_TYPE: Final = 1_606_500_000_002
TYPES_CHANGED: Final = 1_606_500_000
"""When the note types last changed, in seconds; raise it with every change of a template."""

QUESTION_FIELDS: Final = (
    *("Stem", "Answer", "Options", "Items", "Typed"),
    *("Explanation", "Passage", "Source", "Identity"),
)
CLOZE_FIELDS: Final = ("Text", "Options", "Explanation", "Passage", "Source", "Identity")

_BEHIND = """\
{{#Explanation}}<div class="explanation">{{Explanation}}</div>{{/Explanation}}
{{#Passage}}<blockquote>{{Passage}}</blockquote>{{/Passage}}
{{#Source}}<footer>{{Source}}</footer>{{/Source}}"""
_PLAIN = 'class="mathjax_ignore tex2jax_ignore'


def note_types() -> dict[str, object]:
    """Both note types as schema 11 keeps them: by id, ready for JSON."""
    options = f'{{{{#Options}}}}<ul class="options">{{{{Options}}}}</ul>{_script()}{{{{/Options}}}}'
    typed = "{{#Typed}}{{type:Typed}}{{/Typed}}"
    asked = f'<div class="stem">{{{{Stem}}}}</div>\n{options}\n'
    items = "{{#Items}}{{Items}}{{/Items}}\n"
    question = f'<div {_PLAIN} front">\n{asked}{items}{typed}\n</div>'
    answer = (
        f'<div {_PLAIN} back">\n{asked}<hr id="answer">\n{typed}\n'
        f'{{{{^Typed}}}}<div class="answer">{{{{Answer}}}}</div>{{{{/Typed}}}}\n{_BEHIND}\n</div>'
    )
    text = f'<div class="stem">{{{{cloze:Text}}}}</div>\n{options}\n'
    gap = f'<div {_PLAIN} front">\n{text}</div>'
    filled = f'<div {_PLAIN} back">\n{text}<hr id="answer">\n{_BEHIND}\n</div>'
    return {
        str(QUESTION_TYPE): _type(
            QUESTION_TYPE, "quizzer question", 0, QUESTION_FIELDS, question, answer
        ),
        str(CLOZE_TYPE): _type(CLOZE_TYPE, "quizzer cloze", 1, CLOZE_FIELDS, gap, filled),
    }


def _script() -> str:
    code = (files("quizzer.exchange.anki") / "options.js").read_text("utf-8").strip()
    return f"<script>{code}</script>"


def _css() -> str:
    return (files("quizzer.exchange.anki") / "cards.css").read_text("utf-8")


def _type(
    identity: int, name: str, kind: int, fields: tuple[str, ...], front: str, back: str
) -> dict[str, object]:
    return {
        "id": identity,
        "name": name,
        "type": kind,
        "mod": TYPES_CHANGED,
        "usn": 0,
        "sortf": 0,
        "did": None,
        "tmpls": [
            {
                "name": "Cloze" if kind else "Card",
                "ord": 0,
                "qfmt": front,
                "afmt": back,
                "bqfmt": "",
                "bafmt": "",
                "did": None,
                "bfont": "",
                "bsize": 0,
                "id": identity * 100 + 50,
            }
        ],
        "flds": [
            {
                "name": field,
                "ord": place,
                "sticky": False,
                "rtl": False,
                "font": "Arial",
                "size": 20,
                "description": "",
                "plainText": False,
                "collapsed": field == "Identity",
                "excludeFromSearch": False,
                "id": identity * 100 + place,
                "tag": None,
                "preventDeletion": field == "Identity",
            }
            for place, field in enumerate(fields)
        ],
        "css": _css(),
        "latexPre": "\\documentclass[12pt]{article}\n\\pagestyle{empty}\n\\begin{document}\n",
        "latexPost": "\\end{document}",
        "latexsvg": False,
        "req": [[0, "any", [0]]],
    }
