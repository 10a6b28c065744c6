"""The frame of a page that a teacher opens, prints or hands out: one file, no script."""

from html import escape

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #ffffff; --soft: #595959;
  --line: #c9c9c9; --mark: #00639c; --alarm: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #17181a; --soft: #b5b5b5;
  --line: #4a4d52; --mark: #6cb8ef; --alarm: #ff8a80; } }
@media print { :root { --ink: #000; --paper: #fff; --soft: #444; --line: #999; --mark: #004a77;
  --alarm: #8c0009; } a { color: inherit; text-decoration: none; } }
* { box-sizing: border-box; print-color-adjust: exact; }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2rem; }
a { color: var(--mark); }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; overflow-wrap: normal; }
th, td { text-align: left; padding: .25rem .7rem .25rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; }
thead th { color: var(--soft); font-weight: 600; }
.note { color: var(--soft); }
@media (max-width: 40rem) { body { padding: .6rem; } th, td { padding-right: .3rem; }
  table { font-size: .75rem; overflow-wrap: anywhere; } }
@page { margin: 15mm; }
"""


def page(title: str, body: str, style: str = "", language: str = "en") -> str:
    """A whole page; `title` is text, `body` and `style` are HTML and CSS."""
    return (
        f'<!doctype html><html lang="{escape(language, quote=True)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}{style}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>\n"
    )
