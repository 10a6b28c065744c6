"""Persons beside the one asked for."""

from dataclasses import replace

from quizzer.deck.model import Span, TextAnswer
from quizzer.questions.candidates import Candidate
from quizzer.questions.options.stand_ins import StandIns
from tests.questions.material import desk_of

TOWN = """Ferry row in Bergen

Ingrid Solberg, the prime minister of Norway, spoke in Bergen on 3 May 2019. Ingrid Solberg said \
that the ferry would sail. Ingrid Solberg said that the port would grow. Ingrid Solberg promised \
new jobs. Ingrid Solberg visited the port.

Karl Nygaard, an economist at Oslo Business School, said that the ferry was too dear. \
Peter Moen, a historian at Aarhus University, said that ferries had always been dear. \
Anna Berg, an engineer at Skagen Shipyard, said that the hull was safe. \
Martin Lund, a fisherman, was killed when a crane fell on 1 May 2019.

Captain Paul Ortega Ruiz said that he would sail.
"""


def _asked(key: str, *, kind: str = "attribution", role: str = "", rivals: tuple[str, ...] = ()):
    place = Span(0, 1)
    stem = "Who was described as one of them?" if kind == "role" else "Who said so?"
    return Candidate(
        kind=kind, form="who", stem=stem, answer=TextAnswer(key), key=key, evidence=(place,),
        fact=place, sentence=0, pool="person", predicate=role, rivals=rivals,
    )  # fmt: skip


def test_the_dead_do_not_speak() -> None:
    """One who was killed stands beside no speaker."""
    for key in ("Karl Nygaard", "Ingrid Solberg"):
        names = StandIns(desk_of(TOWN)).beside(_asked(key), 9)
        assert len(names) > 1
        assert "Martin Lund" not in names


def test_those_of_like_weight_come_first() -> None:
    """Beside somebody named once, the one in the focus of the article comes last."""
    names = StandIns(desk_of(TOWN)).beside(_asked("Karl Nygaard"), 9)
    assert {"Peter Moen", "Anna Berg"} <= set(names[:3])
    assert "Ingrid Solberg" not in names[:2]


def test_no_ruler_beside_an_expert() -> None:
    """A role of somebody little known has no options that everybody knows."""
    rivals = ("Ingrid Solberg", "Peter Moen", "Anna Berg")
    asked = _asked("Karl Nygaard", kind="role", role="economist at a school", rivals=rivals)
    assert StandIns(desk_of(TOWN)).beside(asked, 3) == ["Peter Moen", "Anna Berg"]


def test_only_another_ruler_beside_a_ruler() -> None:
    """An engineer is no option for a prime minister."""
    rivals = ("Karl Nygaard", "Peter Moen", "Anna Berg")
    asked = _asked("Ingrid Solberg", kind="role", role="prime minister of Norway", rivals=rivals)
    assert StandIns(desk_of(TOWN)).beside(asked, 3) == []


def test_a_womans_role_has_women_for_options() -> None:
    """And a man's role men."""
    rivals = ("Peter Moen", "Anna Berg")
    stand_ins = StandIns(desk_of(TOWN))
    hers = _asked("Eva Dahl", kind="role", role="spokeswoman for a bank", rivals=rivals)
    his = _asked("Erik Dahl", kind="role", role="husband of a banker", rivals=rivals)
    assert stand_ins.beside(hers, 3) == ["Anna Berg"]
    assert stand_ins.beside(his, 3) == ["Peter Moen"]


def test_no_suspect_beside_an_official() -> None:
    """Nor anybody whom the article names only with years long gone, nor a given name alone."""
    text = """Fire in Skagen

Erik Dahl, the mayor of Skagen, said that the fire was out. Anna Berg, the governor of the region, \
said that the port was safe. Senator Peter Moen said that the police did well. \
Karl Holm was charged with the fire. Karl Holm said that he was at sea. \
In 1931 Nils Vik said that the port would burn. Juan Miguel said that he saw smoke.
"""
    names = StandIns(desk_of(text)).beside(_asked("Erik Dahl"), 9)
    assert {"Anna Berg", "Peter Moen"} <= set(names)
    assert not {"Karl Holm", "Nils Vik", "Juan Miguel"} & set(names)


def test_no_options_where_the_key_stands_out() -> None:
    """Somebody named once, beside only those whom everybody knows, would be guessed."""
    text = TOWN.split("Karl Nygaard", maxsplit=1)[0] + "Karl Nygaard said that he would wait.\n"
    text += "Lars Holm, the president of Denmark, said that he would come.\n"
    text += "Maria Lindqvist, the queen of Sweden, said that she would come.\n"
    stand_ins = StandIns(desk_of(text))
    assert stand_ins.beside(_asked("Karl Nygaard"), 3) == []
    assert len(stand_ins.beside(_asked("Lars Holm"), 3)) == 3


def test_a_twisted_name_is_nobody() -> None:
    """Two names that differ in the last word only are one person, and perhaps an insult."""
    text = (
        f"{TOWN}\nThe sailor Anna Maria Holm went to Oslo."
        " On the quay an old rival shouted about Anna Maria Brat.\n"
    )
    names = StandIns(desk_of(text)).beside(_asked("Karl Nygaard"), 9)
    assert "Anna Maria Brat" not in names


def test_who_should_be_charged_is_no_suspect() -> None:
    """She stands beside others, unlike one who was charged."""
    town = TOWN + "\nIngrid Solberg should be charged, said Anna Berg. Peter Moen was charged.\n"
    names = StandIns(desk_of(town)).beside(_asked("Karl Nygaard"), 9)
    assert "Ingrid Solberg" in names
    assert "Peter Moen" not in names


def test_a_surname_stands_beside_surnames() -> None:
    """Where the article never gives the first name of the one asked for."""
    town = TOWN + "\nPresident Okonjo said that the ferry was late. Okonjo said that it rained.\n"
    names = StandIns(desk_of(town)).beside(_asked("Okonjo"), 9)
    assert "Solberg" in names
    assert not any(" " in name for name in names)
    assert "Okonjo" not in StandIns(desk_of(town)).beside(_asked("Ingrid Solberg"), 9)


def test_the_departed_stand_beside_nobody_alive() -> None:
    """Though the article names them as if they acted."""
    town = TOWN + "\nWinston Churchill spoke in Bergen. Winston Churchill said that it rained.\n"
    assert "Winston Churchill" not in StandIns(desk_of(town)).beside(_asked("Karl Nygaard"), 9)


def test_others_who_did_the_same_are_no_options() -> None:
    """Whoever criticized the minister too, in whatever word, would be right."""
    town = TOWN + (
        "\nAnna Berg criticized Ingrid Solberg in Bergen. Peter Moen blasted Ingrid Solberg."
        " Karl Nygaard criticized the weather.\n"
    )
    desk = desk_of(town)
    number = next(s.number for s in desk.reading.sentences if "criticized Ingrid" in s.text)
    stem = "Who criticized Ingrid Solberg in Bergen?"
    asked = replace(_asked("Anna Berg"), stem=stem, sentence=number)
    names = StandIns(desk).beside(asked, 9)
    assert "Karl Nygaard" in names
    assert "Peter Moen" not in names


def test_a_title_before_a_gap_is_borne_by_every_option() -> None:
    """The economist is no historian."""
    stem = "The historian ____ said that ferries had always been dear."
    asked = replace(_asked("Peter Moen"), stem=stem, form="name gap")
    assert StandIns(desk_of(TOWN)).beside(asked, 9) == []


def test_who_did_what_is_told_may_not_have_said_so() -> None:
    """Of those who criticized the minister, any could have spoken of it."""
    town = TOWN + (
        "\nAnna Berg said that Karl Nygaard criticized Ingrid Solberg. Peter Moen blasted Ingrid"
        " Solberg.\n"
    )
    desk = desk_of(town)
    number = next(s.number for s in desk.reading.sentences if "criticized Ingrid" in s.text)
    stem = "Who said that Karl Nygaard criticized Ingrid Solberg?"
    asked = replace(_asked("Anna Berg"), stem=stem, sentence=number)
    assert "Peter Moen" in StandIns(desk).beside(asked, 9)
