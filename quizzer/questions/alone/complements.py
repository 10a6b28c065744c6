"""Classes of nouns that need a complement, each with the prepositions that bring it.

A statement on what, the response to what, whose relatives? Asked of the parse (`valency.py`) and
of the words of any deck (`review/hanging.py`).
"""


def _table(rows: dict[str, str]) -> dict[str, frozenset[str]]:
    return {
        noun: frozenset(prepositions.split())
        for prepositions, nouns in rows.items()
        for noun in nouns.split()
    }


TOLD_BY = _table(
    {
        "to into for": "accession admission entry",
        "to": "response reply reaction objection opposition resistance reference commitment"
        " contribution attitude solution answer alternative exception",
        "in": "participation involvement intervention interference",
        "on against at of in near outside": "attack assault crackdown raid siege bombing blast",
        "on about of that over regarding toward towards in": "opinion view stance viewpoint feeling"
        " impression thought remark comment observation statement announcement memo decision"
        " ruling verdict position",
        "for against about on by from with that in": "ad advert advertisement commercial",
        "against over about by": "lawsuit suit complaint grievance appeal",
        "of that against about": "allegation accusation charge claim suspicion",
        "for to of": "request plea demand petition bid quest motive reason pretext deadline",
        "for to toward towards by": "push drive",
        "of with about on from in by": "video footage photo photograph recording transcript",
        "with between about on over among of": "conversation negotiation",
        "to on against for of regarding barring blocking": "order injunction subpoena",
        "of on for to about with between over in against into": "report study survey list plan"
        " proposal initiative agreement settlement deal accord resolution measure motion letter"
        " investigation inquiry probe review effort attempt bill",
        "of to from in": "withdrawal removal ratification approval appointment nomination"
        " resignation departure dismissal ouster release expulsion acquittal",
    }
)  # fmt: skip
TOLD_BY_ONE = _table({"of to": "relative kin in-law"})
"""Those who are somebody's: neither their town nor anything else in front tells whose."""
COUNTED = _table({"of for on about in from": "figure statistic finding toll"})
