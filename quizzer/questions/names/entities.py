"""The named things of an article and their types, each mention by the vote of all mentions.

A small model errs on single mentions; a name that is mostly taken for a company is no person.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from quizzer.questions.names.gazetteer import WITH_ARTICLE, place_noun
from quizzer.questions.reading import Reading

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token

_ORGANIZATION_WORDS = re.compile(
    r"\b(University|College|School|Party|Committee|Inc|Group|Bank|Association|Council|Department"
    r"|Court|Agency|Ministry|Center (?:for|of)|Institute|Times|Post|Journal|News|Union|Foundation"
    r"|Commission|Bureau|Board|Congress|Senate|Parliament|Caucus|Coalition|Network|Company|Corp"
    r"|Fund|Organization|Organisation|Society|Federation|League|Club|Pentagon|Kremlin|House"
    r"|Center|Centre|Campaign|Alliance|Army|Navy|Force|Airlines|Authority|Administration|Museum"
    r"|Church|Team|Office|Service|Guard|Library|Hospital|Magazine|Lab|Laboratory|Academy|Theat(?:er|re))\b"
)
ROOMS = frozenset("Oval Office;Situation Room;West Wing;East Wing;Rose Garden".split(";"))
"""Rooms of one house, which are no bodies and come to mind by themselves."""
_DOING = frozenset({"nsubj", "nsubjpass", "poss"})
_NEWS = re.compile(r"\b(Times|Post|Journal|News|Today|Tribune|Herald|Guardian|Press)\b")


_TEAM = re.compile(
    r"^[A-Z]\S+(?: \S+)* (?:United|Rovers|Wanderers|Athletic|Albion"
    r"|Hotspur|Rangers|Wednesday|FC|Town|Villa|Orient|Argyle|Thistle)$"
)


_COMPANY = re.compile(
    r"^[A-Z]\S*(?: \S+)* (?:Inc|Corp|Corporation|Company|Plc|PLC|plc|Ltd|LLC|AG|Airlines|Airways"
    r"|Motors|Holdings|Industries|Pharmaceuticals|Technologies|Electronics|Securities|Software"
    r"|Petroleum|Telecom|Communications|Entertainment|Pictures|Studios|Records|Breweries"
    r"|Stores|Supermarkets)\.?$"
)


def is_team_name(name: str) -> bool:
    """Whether the name says itself that it is that of a team: ... United, ... Rovers."""
    return bool(_TEAM.search(name))


def is_company_name(name: str) -> bool:
    """Whether the name says itself that it is that of a company: ... Motors, ... Inc."""
    return bool(_COMPANY.search(name))


_STORM = re.compile(r"^(Hurricane|Typhoon|Cyclone|(?:Tropical )?Storm) [A-Z]\w+$")


def is_nobodys_name(name: str) -> bool:
    """Whether the name is no person's, though a small model may take it for one."""
    return is_team_name(name) or is_company_name(name) or bool(_STORM.match(name))


def is_body_name(name: str) -> bool:
    """Whether the name says itself that it is that of a body: ... Service, ... Association."""
    return bool(_ORGANIZATION_WORDS.search(name))


def is_news_name(name: str) -> bool:
    """Whether the name says itself that it is that of a paper or a broadcaster."""
    return " " in name and bool(_NEWS.search(name))


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A name without "the" before it and the possessive ending after it."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:'\"“”‘’()")
    text = re.sub(r"['’]s$", "", text)
    if not re.search(r"\.\w\.$", text):
        text = text.rstrip(".")
    if re.search(r"\b(?:\w\.)+\w$", text):
        text += "."
    return re.sub(r"^[Tt]he ", "", text)


def as_key(name: str) -> str:
    """A name that is asked for, as the key shows it: no article before it, a capital in front."""
    plain = bare(name)
    return plain[0].upper() + plain[1:]


class Entities:
    """What kind of thing each name of the article is."""

    def __init__(self, reading: Reading):
        votes: dict[str, Counter[str]] = {}
        articles: Counter[str] = Counter()
        parts: dict[str, set[str]] = {}
        for sentence in reading.sentences:
            for entity in sentence.entities:
                name = bare(entity.text)
                votes.setdefault(name, Counter())[entity.label_] += 1
                parts.setdefault(name, set()).add("doer" if entity.root.dep_ in _DOING else "other")
                first = entity[0]
                # "the U.S. military" says nothing about how the name itself is used.
                if entity.root.dep_ not in {"compound", "amod", "poss"} and (
                    first.lower_ == "the" or (first.i > 0 and first.nbor(-1).lower_ == "the")
                ):
                    articles[name] += 1
        self.votes = votes
        self._articles = articles
        self._sure: dict[str, list[str]] = {}
        self._parts = parts

    def parts_played(self, name: str) -> frozenset[str]:
        """Whether the name's mentions are of one who does or has something, or of another."""
        return frozenset(self._parts.get(bare(name), ()))

    @cached_property
    def most_mentions(self) -> Mapping[str | None, int]:
        """How often the name is met that is met most of all names of a type, for each type."""
        most: dict[str | None, int] = {}
        for name, votes in self.votes.items():
            label = self.label(name)
            most[label] = max(most.get(label, 0), votes.total())
        return most

    def label(self, name: str) -> str | None:
        """The type that most mentions of the name have; None where none is recognised."""
        votes = self.votes.get(bare(name))
        if not votes:
            return None
        return max(sorted(votes), key=lambda label: votes[label])

    def is_also(self, name: str, label: str) -> bool:
        """Whether some mention of the name was taken for a thing of that type."""
        return label in self.votes.get(bare(name), Counter())

    def is_sure(self, name: str) -> bool:
        """Whether the type stands on more than one stray mention."""
        name = bare(name)
        label = self.label(name)
        if label == "ORG":
            return (
                (" " in name and bool(_ORGANIZATION_WORDS.search(name)))
                or name in WITH_ARTICLE
                or (self.votes[name]["ORG"] >= 2 and bool(re.fullmatch(r"[A-Z&]{2,6}", name)))
            )
        if label == "GPE":
            return place_noun(name) is not None or self.votes[name]["GPE"] >= 2
        return label is not None

    def written(self, name: str) -> str:
        """The name as the article writes it, with "the" in front where it mostly stands there."""
        plain = bare(name)
        if plain in WITH_ARTICLE:
            return f"the {plain}"
        return (
            f"the {plain}"
            if 2 * self._articles[plain] >= sum(self.votes[plain].values())
            else plain
        )

    def names(self, label: str) -> list[str]:
        """The names of that type that are sure, the most frequent first."""
        if label not in self._sure:
            chosen = [n for n in self.votes if self.label(n) == label and self.is_sure(n)]
            self._sure[label] = sorted(chosen, key=lambda n: (-sum(self.votes[n].values()), n))
        return self._sure[label]

    def wh(self, name: str) -> tuple[str, str] | None:
        """The wh-phrase that asks for the name, and the pool of its distractors."""
        label = self.label(name)
        plain = bare(name)
        if is_team_name(plain):
            return "which team", "team"
        if is_company_name(plain):
            return "which company", "organization"
        if storm := _STORM.match(plain):
            return f"which {storm[1].lower()}", "none"
        if label is None or plain in ROOMS or not self.is_sure(name) or not _is_tidy(plain):
            return None
        if label == "ORG":
            if _NEWS.search(name):
                return "which news organization", "news"
            return "which organization", "organization"
        if label == "GPE":
            noun = place_noun(bare(name))
            if noun is not None:
                return f"which {noun}", noun
        return None


def _is_tidy(name: str) -> bool:
    return not re.search(r"['’]s? ", name) and bool(
        re.fullmatch(r"[A-Z][\w.&'’-]*(?: (?:of|and|for|the|on|&|[A-Z0-9][\w.&'’-]*))*", name)
    )


def entity_of(token: "Token", entities: "Iterable[Span]") -> "Span | None":
    """The entity that covers the token."""
    return next((e for e in entities if e.start <= token.i < e.end), None)
