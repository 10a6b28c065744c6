"""The item analysis as one self-contained page: no script, no file beside it, prints well."""

from collections.abc import Iterable, Sequence
from html import escape

from quizzer.classroom.items.gather import DeckAnalysis, DrillReliability
from quizzer.classroom.items.model import ItemStats, OptionStats, Reliability
from quizzer.classroom.items.plots import characteristic, overview
from quizzer.classroom.style import TABLES
from quizzer.stats.frame import page

_STYLE = (
    TABLES
    + """
.flag { border-left: .35rem solid var(--alarm); padding-left: .8rem; }
.item { break-inside: avoid; border-top: 1px solid var(--line); padding: .6rem 0 1rem; }
.item h3 { margin: .3rem 0; font-size: 1.05rem; }
.row { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
.row table { flex: 1 1 22rem; }
.bar { display: inline-block; height: .7rem; background: var(--accent); vertical-align: middle; }
@media (min-width: 40rem) { .options td { white-space: nowrap; } }
@media (max-width: 40rem) { .bar { display: none; } .row table { flex: 1 1 100%; } }
.key th::after { content: " (key)"; font-weight: normal; }
svg { max-width: 100%; }
"""
)

_READING = (
    "<b>p</b> is the share of points that the students got: high is easy. <b>r</b> is the"
    " point-biserial correlation of a question with the score on all <i>other</i> questions:"
    " above 0.2 it tells strong students from weak ones, below 0 it does the reverse. The"
    " thirds are by the score on the other questions."
)


def items_page(analyses: Sequence[DeckAnalysis]) -> str:
    """The whole page, in HTML."""
    body = "".join(_deck(one) for one in analyses)
    return page("Item analysis", f"<p>{_READING}</p>{body}", style=_STYLE)


def _deck(found: DeckAnalysis) -> str:
    flagged = found.analysis.flagged
    stems = {question.id: question.stem for question in found.deck.questions}
    parts = [
        f"<h2>{escape(found.deck.title)}</h2>",
        f"<p>{found.analysis.students} students, {len(found.analysis.items)} questions,"
        f" {len(found.drills)} {'drill' if len(found.drills) == 1 else 'drills'}.</p>",
        _drills(found.drills),
    ]
    if flagged:
        parts.append("<h3>Look at these</h3><ul>")
        parts += [
            f'<li class="flag"><a href="#{_anchor(found, item)}">{escape(stems[item.question_id])}'
            f"</a>: {escape(flag.reason)}</li>"
            for item in flagged
            for flag in item.flags
        ]
        parts.append("</ul>")
    parts.append(overview(found.analysis.items, f"overview-{found.deck.id}"))
    parts += [_item(found, item, stems[item.question_id]) for item in found.analysis.items]
    return "".join(parts)


def _drills(drills: Iterable[DrillReliability]) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{one.drill.started_at:%Y-%m-%d}</th>"
        f"<td>{escape(one.drill.class_name) or '-'}</td><td>{one.drill.origin}</td>"
        f"<td>{one.reliability.students}</td><td>{reliability_words(one.reliability)}</td></tr>"
        for one in drills
    )
    head = "".join(
        f"<th scope='col'>{name}</th>"
        for name in ("Drill", "Class", "How", "Students", "Reliability of its marks")
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def reliability_words(found: Reliability) -> str:
    """`KR-20 0.78 (95 %: 0.69 to 0.85), standard error 1.9 points`."""
    if found.value is None or found.low is None or found.high is None or found.sem is None:
        return f"{found.name} not defined (all marks equal, or too few)"
    limits = f"95 %: {found.low:.2f} to {found.high:.2f}"
    return f"{found.name} {found.value:.2f} ({limits}), standard error {found.sem:.1f} points"


def _item(found: DeckAnalysis, item: ItemStats, stem: str) -> str:
    r = "not defined" if item.r_rest is None else f"{item.r_rest:.2f}"
    plot = characteristic(item, f"plot-{_anchor(found, item)}")
    flags = "".join(f'<p class="flag">{escape(flag.reason)}</p>' for flag in item.flags)
    return (
        f'<section class="item" id="{_anchor(found, item)}"><h3>{escape(stem)}</h3>'
        f"<p>p = {item.p:.2f}, r = {r}, {item.n} answers</p>{flags}"
        f'<div class="row">{plot}{_options(item.options)}</div></section>'
    )


def _options(options: Sequence[OptionStats]) -> str:
    head = "".join(
        f"<th scope='col'>{name}</th>"
        for name in ("Answer", "Chosen", "Weakest third", "Middle", "Best third", "r")
    )
    rows = "".join(_option(one) for one in options if one.is_key or one.count)
    return f'<table class="options"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _option(one: OptionStats) -> str:
    thirds = "".join(
        f'<td><span class="bar" style="width:{3 * share:.2f}rem"></span> {100 * share:.0f} %</td>'
        for share in one.thirds
    )
    mark = ' class="key"' if one.is_key else ""
    r = "" if one.r_rest is None else f"{one.r_rest:.2f}"
    name = f"<th scope='row'>{escape(one.text)}</th>"
    return (
        f"<tr{mark}>{name}<td>{one.count} ({100 * one.share:.0f} %)</td>{thirds}<td>{r}</td></tr>"
    )


def _anchor(found: DeckAnalysis, item: ItemStats) -> str:
    return escape(f"{found.deck.id}.{item.question_id}", quote=True)
