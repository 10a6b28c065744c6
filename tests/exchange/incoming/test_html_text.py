"""HTML as it stands in people's notes becomes text that reads well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.exchange.anki.escape import as_html
from quizzer.exchange.anki.incoming.html_text import html_text


def find(name: str) -> str | None:
    """Knows two media."""
    return f"media/{name}" if name in ("a.png", "b c.mp3") else None


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("a &lt; b &amp;&nbsp;c &#955; &hearts;", "a < b & c λ ♥"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<p>one\n  more</p>\n\n<p>two</p>", "one more\ntwo"),
        ("<b>bold</b> <i>and</i> <u>more</u>", "bold and more"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ol><li>a<li>b</ol>end", "1. a\n2. b\nend"),
        (
            "<table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2<br>3</td></tr></table>",
            "x | y\n1 | 2 3",
        ),
        (
            "H<sub>2</sub>O, x<sup>2</sup>, e<sup>-kT</sup>, a<sub>max</sub>, b<sup>*</sup>",
            "H₂O, x², e^(-kT), aₘₐₓ, b^*".replace("aₘₐₓ", "a_(max)"),
        ),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢(かん)"),
        ("<pre>if x:\n    y</pre>z", "if x:\n    y\nz"),
        ("[$]x^2[/$] and [$$]y[/$$]", "\\(x^2\\) and \\[y\\]"),
        ("[latex]$z$[/latex] \\(q &lt; 1\\)", "$z$ \\(q < 1\\)"),
        (
            '<anki-mathjax block="true">y</anki-mathjax><anki-mathjax>x</anki-mathjax>',
            "\\[y\\]\\(x\\)",
        ),
        ('<img src="a.png" alt="a [sea]">', "![a sea](media/a.png)"),
        ("<img src=a.png>[sound:b c.mp3]", "![](media/a.png)![](media/b c.mp3)"),
        ('<img src="b%20c.mp3">', "![](media/b c.mp3)"),
        ('<img src="none.png">', "[missing: none.png]"),
        ('<img src="https://example.org/x.png">', "![](https://example.org/x.png)"),
        ('<a href="https://example.org/">here</a>', "here (https://example.org/)"),
        ('<a href="https://example.org/">https://example.org/</a>', "https://example.org/"),
        ('<a id="top"></a>a <a href="#top">b</a>', "a b"),
        ("<script>alert('<b>')</script>a<style>b{}</style><svg><path d=1></svg>c", "ac"),
        ("<svg><path></svg><button>show<p></button>d", "d"),
        ("a < b and c > d", "a < b and c > d"),
        ("<div><div><br></div></div>x<br><br><br><br>y", "x\n\ny"),
        ("a\x00b\x1bc\ufeff", "abc"),
        ("<![if x]>a<![endif]>", "a"),
        ("<sup>", ""),
        ("</div></ul></pre></td></a>x", "x"),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    """One case of markup."""
    assert html_text(html, find) == text


PIECES = (
    "<div> </div> <li> <ul> </ul> <td> <tr> <pre> </pre> <a href=x> </a> <sup> </sup> < > & &lt"
)
PIECES += ' <!-- --> <![ ]]> <? text [sound: ] [$] [/$] {{c1:: }} <img src= " \x1f \0'
MARKUP = st.lists(st.sampled_from([*PIECES.split(" "), " ", "\n"])).map("".join)


@given(MARKUP | st.text())
def test_no_html_is_too_broken(html: str) -> None:
    """Whatever stands there, text comes out, without controls or outer blanks."""
    text = html_text(html, find)
    assert text == text.strip()
    assert not any(ord(letter) < 0x20 and letter not in "\n\t" for letter in text)


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\xa0\ufeff\ufffe\uffff")
    )
)
def test_our_own_escaping_is_undone(text: str) -> None:
    """What was escaped for Anki comes back letter by letter, blanks too."""
    import unicodedata

    html = as_html(text)
    if "<" not in html:  # no element stands there, so nothing but entities
        assert html_text(html, keep_blanks=True) == unicodedata.normalize("NFC", text)
