"""The roles of an article as descriptions that stand alone, each with whom it describes.

Whatever hangs in the air (the agency, my colleague), says nothing (a man, a voter), was said by
somebody in quotation marks, or gives the person's name away is left out.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.first_names import FEMALE, MALE
from quizzer.facts.model import RoleFact
from quizzer.facts.roles.links import LINK
from quizzer.facts.roles.nouns import ABBREVIATED, is_role_noun
from quizzer.facts.roles.seats import PARTY_OF_STATE, SEAT
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.wording import plain_marks, render, word_count
from quizzer.questions.names.entities import is_body_name
from quizzer.questions.names.gazetteer import place_noun
from quizzer.questions.names.naming import is_full
from quizzer.questions.names.people import clean_name
from quizzer.questions.names.role_words import (
    BRANCHES,
    PARTIES,
    RELATIVES,
    TRADES,
    content_of,
    in_running_text,
    is_office,
    main_noun,
    names_in,
    with_article,
)
from quizzer.questions.names.state_offices import is_of_a_state, state_of
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

LEAST_CONFIDENCE = 0.7
_MOST_WORDS = 14
_VAGUE = frozenset(
    "man woman person guy boy girl kid child voter supporter fan critic rival opponent foe enemy"
    " colleague friend resident citizen native teenager adult somebody figure name"
    " celebrity victim suspect guest contender challenger front-runner frontrunner competitor"
    " counterpart hero liar loser plotter killer one other immigrant confidante confidant mr. ms."
    " mrs. believer source reader viewer customer user winner partner subject target".split()
)
_TWO_ROLES = re.compile(
    r"\b(?:mate|nominee|candidate|wife|husband|son|daughter|brother|sister)"
    r" (?!(?:of|for|to|and|in|at|from|on|by|with|who)\b)\w"
)
_PARTY_ONLY = re.compile(
    r"(?:former )?\w+ (?:nominee|candidate|senator|representative|congressman|congresswoman)"
)
"""Words that fit every candidate of a party, and everybody whom a state sends."""
_OF_SOMETHING = frozenset("ambassador attorney consul judge marshal envoy".split())
"""Posts of which there is one for each country or district, so that the words must say which."""
_ONE_OF = frozenset("captain founder owner author creator coach skipper".split())
"""Nouns for the one who stands so to what an "of" names, where no article says otherwise."""
_KIN = frozenset({"family", "clan", "brothers", "sisters", "dynasty", "administration"})
_GONE = frozenset({"then", "once", "formerly", "previously"})
"""Adverbs that put what somebody was into a time that is not told."""
_CUT_SHORT = re.compile(
    r"^(?:now|then|one|another|first|last|only|second|third|next|same|supposed|so-called|potential"
    r"|self-\w+|alleged|presumed|current)\b(?! (?:lady|minister|secretary|vice))|\bthen-",
    re.I,
)
_SHORT = re.compile(rf"\b(?:{'|'.join(re.escape(short) for short in ABBREVIATED)})", re.I)
_OPINION = frozenset(
    "colorful crooked failed disgraced beloved great best worst liberal wealthy terrible brilliant"
    " infamous notorious legendary controversial hated despised dreaded"
    " dictator tyrant terrorist extremist genius icon demagogue strongman manipulator".split()
)
_LONG_OWNER = re.compile(
    r"(?:[Tt]he )?(?P<body>[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|of|and|the|for)){3,})['’]s"
    r" (?P<post>[a-z-]+(?: [a-z-]+){0,2})"
)
"""A name of four words or more that owns a post, which reads better behind it."""
_OF_WHICH_HOUSE = re.compile(
    r"\b(?:Oversight|Judiciary|Intelligence|Finance|Appropriations|Budget|Services|Relations"
    r"|Affairs|Banking|Commerce|Means|Rules|Ethics|Security|Agriculture)"
    r" (?:[Cc]ommittee|[Pp]anel|[Ss]ubcommittee)\b"
)
_HOUSE = re.compile(r"\b(?:House|Senate|Congress\w*|Parliament\w*|Commons|Lords|DNC|RNC)\b")
"""Names of committees that every parliament has, and the houses that tell them apart."""
_NAMED = frozenset({"ORG", "GPE", "NORP", "PERSON", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART"})


@dataclass(frozen=True, slots=True)
class Description:
    """What the article says that a person is.

    `words` have no article before them; `opened` has the one that a sentence needs.
    """

    fact: RoleFact
    person: str
    sentence: Sentence
    tokens: "tuple[Token, ...]"
    swaps: dict[int, str]
    words: str
    opened: str
    is_office: bool

    @property
    def as_key(self) -> str:
        """The words as an option: without an article, with a capital."""
        words = self.words.removeprefix("the ")
        return words[0].upper() + words[1:]

    @property
    def is_telling(self) -> bool:
        """Whether the words alone can lead to the person: they hold a name or say enough."""
        return bool(names_in(self.words)) or len(content_of(self.words)) > 3


def describe(desk: Desk, fact: RoleFact) -> Description | None:
    """The role in words that stand alone; None, and a note for the desk, where there are none."""
    if any(form.fullmatch(fact.role.text) for form in (SEAT, PARTY_OF_STATE, LINK)):
        return None
    found = _describe(desk, fact)
    if isinstance(found, Description):
        return found
    check, _, reason = found.partition(" ")
    desk.refuse("role", f"{fact.person.text}: {fact.role.text}", check, reason, fact.evidence)
    return None


def person_of(desk: Desk, fact: RoleFact) -> str | None:
    """The full name of the person, where it is clear and surely that of a person."""
    name = desk.people.name(clean_name(fact.person.text))
    resolved = fact.person.name and desk.people.name(clean_name(fact.person.name))
    if name is None or " " not in name or (resolved and resolved != name):
        return None
    if is_body_name(name) or not re.fullmatch(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}", name):
        return None
    if not has_first_name(name) and desk.entities.label(name) not in {"PERSON", None}:
        return None
    return name


def has_first_name(name: str) -> bool:
    """Whether the name begins with a known first name, so that it is surely a person's."""
    return name.split(maxsplit=1)[0].lower() in MALE | FEMALE


_COURTESY = frozenset({"sir", "dame", "mr", "mrs", "ms", "dr"})


def _describe(desk: Desk, fact: RoleFact) -> Description | str:
    name = person_of(desk, fact)
    sentence = desk.reading.sentence_at(fact.role.span.start)
    if name is None or sentence is None or sentence.is_heading:
        return "F3 the person is not clear"
    if fact.confidence < LEAST_CONFIDENCE:
        return "F2 unsure"
    place = fact.role.span.start
    if desk.reading.is_quoted(place) or re.search(r"[\"“”‘]|''|``", fact.role.text):
        return "F7 somebody says so in quotation marks"
    tokens = [t for t in sentence.tokens_in(fact.role.span) if not t.is_space]
    if len(tokens) > 1 and tokens[-1].lower_.rstrip(".") in _COURTESY:
        tokens = tokens[:-1]  # "the geologist Sir Lars Holm"
    head = _head(tokens)
    owned = any(c.dep_ == "poss" for c in head.children) or any(
        t.tag_ == "POS" and t.i < head.i for t in tokens
    )
    if tokens[0].text == "The" and tokens[0].i > sentence.parse.start:
        return "F4 a name that is torn"
    if _is_end_of_a_name(tokens[0], owned=owned):
        return "F4 a name that is torn"
    if tokens[0].lower_ in _GONE and len(tokens) > 1:
        return "F4 a description that leans on other words"
    if tokens[0].lower_ in {"now", "currently"} and len(tokens) > 1:
        tokens = tokens[1:]
    article = tokens[0].lower_ if tokens[0].lower_ in {"a", "an", "the"} else ""
    if article and not (owned and tokens[0].head != head):
        tokens = tokens[1:]
    grounded = desk.grounding.ground(sentence, tokens)
    if grounded.problems:
        return grounded.problems[0]
    if any(_is_unknown_owner(desk, t, grounded.swaps) for t in tokens if t.dep_ == "poss"):
        return "F4 an owner that nobody has introduced"
    if any(t.pos_ == "ADV" and t.lower_.endswith("ly") for t in tokens):
        return "F7 a judgement"
    swaps = {**_in_full(desk, tokens, grounded.swaps), **grounded.swaps}
    words = _SHORT.sub(lambda short: ABBREVIATED[short[0].lower()], render(tokens, swaps))
    words = in_running_text(plain_marks(words), _named_words(tokens, swaps, words))
    first = tokens[0]
    is_name = (first.ent_type_ and first.lower_ != "the") or first.lower_ in PARTIES
    if first.is_sent_start and first.pos_ in {"ADJ", "DET", "NOUN", "VERB"} and not is_name:
        words = words[0].lower() + words[1:]
    words = _with_place(desk, fact, words)
    if is_of_a_state(words):
        state = state_of(desk, name)
        if state is None:
            return "F4 an office of a state that is not named"
        words = f"{words.partition(' ')[2]} of {state}"
    owner = _owner_in_front(desk, words)
    if owner is not None and is_office(words):
        words, owned = f"{owner}'s{words.removeprefix(owner)}", True
    long_owner = _LONG_OWNER.fullmatch(words)
    if long_owner is not None:
        words, owned = f"{long_owner['post']} of the {long_owner['body']}", False
        article = "the"
    problem = _problem(words, name, head)
    if main_noun(words) in RELATIVES and not any(
        other in words for other in desk.people.counts if " " in other
    ):
        return "F4 a relative of somebody unnamed"
    if problem is not None:
        return problem
    single = is_office(words) and article not in {"a", "an"}
    opened = _opened(words, article, owned=owned, single=single, is_title=_is_title(fact))
    return Description(fact, name, sentence, tuple(tokens), swaps, words, opened, single)


def _is_end_of_a_name(first: "Token", *, owned: bool) -> bool:
    """Whether the first word goes on a name before it: `Art's director`, of `the Museum of Art's
    director`."""
    if first.pos_ != "PROPN" or first.i - 2 < first.sent.start:
        return False
    joint, before = first.nbor(-1), first.nbor(-2)
    is_joined = joint.lower_ in {"of", "for"} or (owned and joint.lower_ in {"and", "&"})
    return is_joined and before.pos_ == "PROPN"


def _is_unknown_owner(desk: Desk, owner: "Token", swaps: dict[int, str]) -> bool:
    """Whether a single name owns the role or a part of it, and nothing tells whose or what name it
    is; or a noun does that leaves open which one is meant: `the government's`."""
    if owner.pos_ == "NOUN":
        return owner.lemma_ != "world" and not any(
            t.pos_ == "PROPN" or swaps.get(t.i) for t in owner.subtree
        )
    if owner.pos_ != "PROPN" or owner.ent_type_ == "GPE":
        return False
    name = desk.people.full.get(owner.text)
    if name is not None:
        return not (is_full(name) or name in desk.people.titles)
    is_single = owner.i == 0 or owner.nbor(-1).pos_ != "PROPN"
    return is_single and not (
        owner.is_upper or place_noun(owner.text) or desk.entities.is_sure(owner.text)
    )


def _is_title(fact: RoleFact) -> bool:
    """Whether the role stands right before the name."""
    return 0 <= fact.person.span.start - fact.role.span.end <= 1


def _opened(words: str, article: str, *, owned: bool, single: bool, is_title: bool) -> str:
    if owned:
        return words
    is_bare_of = not article and not is_title and " of " in words and main_noun(words) in _ONE_OF
    if single or (article == "the" and not is_title) or main_noun(words) == "nominee" or is_bare_of:
        return f"the {words}"
    return with_article(words)


def _head(tokens: "list[Token]") -> "Token":
    """The last of the tokens that hang on something outside them."""
    inside = {t.i for t in tokens}
    outer = [t for t in tokens if t.head.i not in inside or t.head is t]
    nouns = [t for t in outer if t.pos_ in {"NOUN", "PROPN"}]
    return (nouns or outer or tokens)[-1]


def _in_full(desk: Desk, tokens: "list[Token]", made: dict[int, str]) -> dict[int, str]:
    """Full names for surnames before a noun: Clinton spokesman."""
    swaps: dict[int, str] = {}
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        name = desk.people.full.get(token.text)
        alone = before is None or before.pos_ != "PROPN"
        if place + 1 < len(tokens) and tokens[place + 1].lower_ in _KIN:
            continue
        is_person = token.ent_type_ in {"PERSON", "ORG", ""}
        if name and is_full(name) and alone and is_person and name not in made.values():
            swaps[token.i] = name
    return swaps


def _owner_in_front(desk: Desk, words: str) -> str | None:
    """The person whose name opens the words: `Ida Holm communications director`."""
    for length in (2, 3, 4):
        name = " ".join(words.split()[:length])
        if name in desk.people.counts and len(words.split()) > length:
            return name
    return None


_OF_PLACE = re.compile(r" of (?P<place>(?:the )?[A-Z]\w+(?: [A-Z]\w+)*)")
_OF_A_REALM = frozenset("president premier minister chancellor governor mayor sheriff".split())
"""Offices whose place may follow the name; kings are as often those of long ago."""


def _with_place(desk: Desk, fact: RoleFact, words: str) -> str:
    """A title with the place that stands behind the name: `governor of West Virginia`, of `Gov.
    Ida Holm of West Virginia`."""
    if not _is_title(fact) or names_in(words) or main_noun(words) not in _OF_A_REALM:
        return words
    end = fact.person.span.end
    behind = _OF_PLACE.match(desk.reading.article.text[end : end + 60].replace("\n", " "))
    if behind is None or " of " in words:
        return words
    place = behind["place"].removeprefix("the ")
    is_town = main_noun(words) in {"mayor", "sheriff"} and desk.entities.label(place) == "GPE"
    if not (is_town or place_noun(place) or place_noun(f"the {place}")):
        return words
    return f"{words} of {behind['place']}"


def _named_words(tokens: "list[Token]", swaps: dict[int, str], words: str) -> frozenset[str]:
    named = {t.text for t in tokens if t.ent_type_ in _NAMED and not is_role_noun(t)}
    named -= {word.capitalize() for word in BRANCHES}
    named |= {word for swap in swaps.values() for word in swap.split()}
    return frozenset(named) & frozenset(words.split())


def _problem(words: str, name: str, head: "Token") -> str | None:
    """Why nobody can be asked for or by these words; None where they serve."""
    if any(
        re.search(rf"\b{re.escape(part)}\b", words, re.IGNORECASE)
        for part in name.split()
        if len(part) > 2
    ):
        return "F5 the role holds the name"
    if _TWO_ROLES.search(words) or "-turned-" in words:
        return "F8 two roles in a row"
    if _PARTY_ONLY.fullmatch(words):
        return "W a description that fits many"
    noun = main_noun(words)
    if noun in _VAGUE or head.lower_ in _VAGUE:
        return "W a description that fits many"
    if _CUT_SHORT.search(words) or re.search(r"\b(?:first|last|only) (?!lady)\w+$", words):
        return "F4 a description that leans on other words"
    if _OF_WHICH_HOUSE.search(words) and not _HOUSE.search(words):
        return "F4 a committee of a house that is not named"
    if _OPINION & set(words.lower().split()):
        return "F7 a judgement"
    if words.startswith("The ") or re.match(r"the (?:North|South|East|West)'s", words):
        return "F4 a name that is torn"
    others = words.split()[:-1]
    if noun in _OF_SOMETHING and all(w[0].isupper() or w in BRANCHES for w in others):
        return "W a description that fits many"
    if re.match(r"[A-Z]\S+ [A-Z]\S+ and [A-Z]", words):
        return "F4 a name that is torn"
    if words.lower() in TRADES:
        return None
    if word_count(words) < 2 or word_count(words) > _MOST_WORDS:
        return "W too short or too long"
    if not content_of(words) - {noun[:6]}:
        return "W a description that fits many"
    return None
