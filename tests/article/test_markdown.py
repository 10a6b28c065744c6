"""Markdown: the words stay, the marks go, the offsets point into the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.article.markdown import read_markdown
from quizzer.diagnostics import QuizzerError
from tests.article.pages import COST, LEDE, PLAN, SECOND

PAGE = f"""---
title: The pier
publisher: The Bay Courier
date: 2024-06-12
url: https://example.org/pier
tags: [harbour, ferry]
---

# Harrow Bay closes its pier #

{LEDE}

![A boat](boat.png)

## Who pays

> {SECOND}

```
not = "an article"
```

| year | boats |
| ---- | ----- |
| 2023 | 12    |

1. {PLAN}

<!-- a note -->

[^1]: The fund was set up in 1998 by three members of the council, who are still in office.

The pier
========

{COST}
"""


def test_marks_and_matter_are_in_no_paragraph() -> None:
    """Signs of headings, quotes and lists stand outside; code, tables and images go."""
    article = read_markdown(PAGE, "pier.md")
    assert [p.span.of(article.text) for p in article.paragraphs] == [
        "Harrow Bay closes its pier",
        LEDE,
        "Who pays",
        SECOND,
        PLAN,
        "The pier",
        COST,
    ]
    assert article.text == PAGE


def test_front_matter_is_read() -> None:
    """Title, publisher, date and address come from it."""
    article = read_markdown(PAGE, "pier.md")
    assert article.title == "The pier"
    assert article.publisher == "The Bay Courier"
    assert str(article.published) == "2024-06-12"
    assert article.url == "https://example.org/pier"


def test_words_have_spaces_for_inline_marks() -> None:
    """Emphasis and links vanish from `words`, and every word stays at its offset."""
    marked = "The **old pier** has [a long history](https://example.org/a_b) on _two_ sides."
    text = f"{LEDE}\n\n{marked}\n"
    article = read_markdown(text, "pier.md")
    assert len(article.words) == len(text)
    last = article.paragraphs[-1].span.of(article.words)
    assert " ".join(last.split()) == "The old pier has a long history on two sides."
    assert article.words.index("history") == text.index("history")


@pytest.mark.parametrize(
    "head", ["title: [a", "title: a: b", "\tx: 1", "published: someday", "date: 2024-02-30"]
)
def test_bad_front_matter_is_an_error_with_its_place(head: str) -> None:
    """The line is named, and what to do."""
    with pytest.raises(QuizzerError, match=r"pier\.md:[1-9]+:[1-9]+: .+; .+"):
        read_markdown(f"---\n{head}\n---\n\n{LEDE}\n", "pier.md")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    """A text may open with a rule and have another one later."""
    article = read_markdown(f"---\n\n{LEDE}\n\n---\n\n{SECOND}\n", "pier.md")
    assert [p.span.of(article.text) for p in article.paragraphs] == [LEDE, SECOND]


def test_aliases_in_front_matter_do_not_blow_up() -> None:
    """Nested aliases are never expanded."""
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    article = read_markdown(f"---\n{bomb}title: The pier\n---\n\n{LEDE}\n", "pier.md")
    assert article.title == "The pier"


PIECES = st.sampled_from(
    [
        LEDE,
        SECOND,
        "# A\n",
        "> q",
        "- i",
        "1. n",
        "```",
        "---",
        "\n\n",
        "\n",
        "*",
        "_",
        "[a](b)",
        "<b>",
    ]
) | st.text(max_size=20)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_markdown_is_read(text: str) -> None:
    """Paragraphs lie in order inside the text, or the front matter is refused."""
    text = text.replace("\r", "\n")
    try:
        article = read_markdown(text, "any.md")
    except QuizzerError:
        return
    end = 0
    for paragraph in article.paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end <= len(text)
        end = paragraph.span.end
    assert len(article.words) == len(text)
