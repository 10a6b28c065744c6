"""Templates and clozes, beside what the official program renders of the same."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.exchange.anki.incoming.clozes import GAP, numbers_of, with_gaps
from quizzer.exchange.anki.incoming.templates import Content, TemplateError, render
from tests.exchange.incoming.author import add_note
from tests.exchange.judge import collection

FIELDS = {
    "Front": "dog",
    "Back": "Hund",
    "Empty": " <br>",
    "Kanji": "漢字[かんじ]の",
    "Tags": "a b",
}


def shown(template: str, number: int = 1) -> str:
    """What a front shows."""
    return render(template, Content(fields=FIELDS, number=number)).html


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{Front}} and {{ Back }}", "dog and Hund"),
        ("{{#Front}}a{{/Front}}{{^Front}}b{{/Front}}", "a"),
        ("{{#Empty}}a{{/Empty}}{{^Empty}}b{{/Empty}}", "b"),
        ("{{#Front}}{{^Empty}}{{Back}}{{/Empty}}{{/Front}}", "Hund"),
        ("{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}", "one"),
        ("{{Nothing}}x", "x"),
        ("a<!-- {{#Front}} -->b", "ab"),
        ("{{=<% %>=}}<%Front%>", "dog"),
        ("{{furigana:Kanji}}", "漢字(かんじ)の"),
        ("{{kana:Kanji}} {{kanji:Kanji}}", "かんじの 漢字の"),
        ("{{text:Front}} {{tts en_US voices=x:Back}}{{hint:Back}}{{type:Back}}", "dog "),
        ("{{some-addon:Front}}", "dog"),
        ("{{Tags}}", "a b"),
    ],
)
def test_a_template_shows_what_anki_shows(template: str, html: str) -> None:
    """One case of the manual."""
    assert shown(template) == html


def test_what_a_terminal_cannot_do_is_told_apart() -> None:
    """Hints, speech and the field to type."""
    template = "{{hint:Back}}{{tts de_DE:Front}}{{type:nc:Back}}"
    side = render(template, Content(fields=FIELDS, number=1))
    assert (side.hints, side.spoken, side.typed) == (["Hund"], ["dog"], "Hund")


@pytest.mark.parametrize(
    "template", ["{{#Front}}", "{{/Front}}", "{{#Front}}{{#Back}}{{/Front}}", "{{#A}}" * 200]
)
def test_sections_that_do_not_fit_are_named(template: str) -> None:
    """Such a card shows an error in Anki too."""
    with pytest.raises(TemplateError):
        shown(template)


@given(st.lists(st.sampled_from(["{{", "}}", "#Front", "^", "/Front", ":", "hint", "Front", "x"])))
def test_no_template_breaks_more_than_itself(pieces: list[str]) -> None:
    """Any text is a template or a named error."""
    try:
        shown("".join(pieces))
    except TemplateError:
        return


@pytest.mark.parametrize(
    ("text", "number", "gaps", "keys"),
    [
        ("{{c1::a}} {{c2::b}}", 1, f"{GAP} b", ["a"]),
        ("{{c1::a::why?}}", 1, f"{GAP} [why?]", ["a"]),
        ("{{c1::a {{c2::b}} c}}", 1, GAP, ["a b c"]),
        ("{{c1::a {{c2::b}} c}}", 2, f"a {GAP} c", ["b"]),
        ("{{c1,2::a}} {{c2::b}}", 2, f"{GAP} {GAP}", ["a", "b"]),
        ("{{c1::a}} }} {{c1::b", 1, f"{GAP} }}}} {{{{c1::b", ["a"]),
        ("no cloze", 1, "no cloze", []),
    ],
)
def test_clozes(text: str, number: int, gaps: str, keys: list[str]) -> None:
    """Hints, nesting, several numbers, brackets that do not close."""
    html, deletions = with_gaps(text, number, hides=True)
    assert html == gaps
    assert [one.html for one in deletions] == keys


PIECES = ["{{c1::", "{{c2::", "}}", "::", "a", "b ", "{{", "c3::"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_clozes_end_on_any_text(text: str) -> None:
    """Whatever brackets stand there; without hiding, no gap is left."""
    for number in {*numbers_of(text), 1}:
        html, deletions = with_gaps(text, number, hides=True)
        assert html.count(GAP) == len(deletions)
        assert GAP not in with_gaps(text, number, hides=False)[0]


SENTENCES = [
    "{{c1::Ida}} met {{c2::Bo::who?}}.",
    "{{c1::a {{c2::b}} c}} d",
    "{{c3::x}} y {{c3::z}}",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_official_program_shows_the_same_gaps(sentence: str) -> None:
    """Card by card, with its sign for a gap in the place of ours."""
    with collection() as anki:
        note = add_note(anki, "Cloze", [sentence, ""])
        for card in note.cards():
            theirs = unescape(re.sub("<[^>]*>", "", card.question().partition("</style>")[2]))
            ours, _ = with_gaps(sentence, card.ord + 1, hides=True)
            ours = re.sub(rf"{GAP} \[(.*?)\]", r"[\1]", ours).replace(GAP, "[...]")
            assert theirs.strip() == ours
