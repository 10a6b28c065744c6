"""Questions about who held which office."""

import re

from quizzer.deck.model import TextAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.people import clean_name
from quizzer.questions.sources import accepted_forms

_MANY_HOLD = re.compile(
    r"\b(former|ex-|then|late|one|an?|member|voter|resident|student|fan|supporter|adviser|advisor"
    r"|aide|spokes\w+|senator|sen\.|rep\.|representative|congress\w+|his|her|their|its|our|"
    r"lawmaker|professor|author|writer|reporter|analyst|expert|lawyer|judge|justice|strategist"
    r"|fellow|columnist|editor|actor|actress|singer|veteran|officer|citizen|donor)\b",
    re.IGNORECASE,
)


def says_which(role: str, desk: Desk) -> bool:
    """Whether the office is one that a single person holds and that the words tell apart."""
    words = role.split()
    if len(words) < 2 or _MANY_HOLD.search(role) or "’" in role or "'" in role:
        return False
    named = {"GPE", "NORP", "ORG", "LOC"}
    if any(desk.entities.label(word) in named for word in words):
        return True
    return bool(re.search(r"\b(?:of|at|for) (?:the )?[A-Z]", role))


def write_roles(desk: Desk) -> list[Candidate]:
    """`Who was TITLE in March 2025?` and `Which office did NAME hold ...?`, one per person."""
    found: list[Candidate] = []
    published = desk.reading.article.published
    if published is None:
        return []
    month = published.in_words.split(" ", 1)[1] if published.day else published.in_words
    told: set[str] = set()
    for fact in desk.reading.roles:
        name = fact.person.name and desk.people.name(clean_name(fact.person.name))
        sentence = desk.reading.sentence_at(fact.person.span.start)
        if not name or " " not in name or name in told or fact.confidence < 0.7 or sentence is None:
            continue
        role = " ".join(fact.role.text.split())
        if any(part in role.split() for part in name.split()) or len(role.split()) > 9:
            continue
        if not says_which(role, desk):
            continue
        told.add(name)
        title = role if role.lower().startswith(("the ", "a ", "an ")) else f"the {role}"
        found.append(
            Candidate(
                kind="role", form="who", stem=f"Who was {title} in {month}?",
                answer=TextAnswer(name), key=name, accept=accepted_forms(desk, name),
                evidence=(fact.evidence,), fact=fact.role.span, sentence=sentence.number,
                pool="person", predicate=role[0].upper() + role[1:], weight=0.9 * fact.confidence,
            )
        )  # fmt: skip
    return found
