"""`quizzer facts`: what an article says, as data, without any question made of it."""

import click

from quizzer.cli.output import print_json


@click.command()
@click.argument("source")
@click.option("--jsonl", is_flag=True, help="One JSON object a line, for programs.")
@click.option("--published", metavar="DATE", help="The day the article came out, as 2025-03-18.")
@click.option("--kinds", metavar="A,B", help="Only these kinds: date, figure, attribution ...")
def facts(source: str, jsonl: bool, published: str | None, kinds: str | None) -> None:
    """List the facts of an article: a file, a URL, or - for standard input.

    Offsets count characters of the article's text as quizzer reads it.
    """
    from quizzer.cli.sources import open_article, parse_kinds  # noqa: PLC0415 - spaCy loads below
    from quizzer.facts.extract import extract_facts  # noqa: PLC0415
    from quizzer.facts.jsonl import fact_as_object  # noqa: PLC0415

    article = open_article(source, published=published)
    wanted = parse_kinds(kinds)
    for fact in extract_facts(article):
        entry = fact_as_object(fact)
        if wanted and entry["kind"] not in wanted:
            continue
        if jsonl:
            print_json(entry)
        else:
            start, end = entry["evidence"]
            words = " ".join(article.text[start:end].split())
            click.echo(f"{entry['kind']:12} {_gist(entry)}\n{'':12} {words}")


def _gist(entry: dict[str, object]) -> str:
    """The fact in a few words, for people."""
    parts = []
    for key, value in entry.items():
        if key in {"kind", "evidence", "span", "confidence"} or value in (None, False):
            continue
        if isinstance(value, dict):
            value = value.get("name") or value["text"]  # noqa: PLW2901 - a nested mention
        parts.append(f"{key}: {' '.join(str(value).split())}")
    return "; ".join(parts)
