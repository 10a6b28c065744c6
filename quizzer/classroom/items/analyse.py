"""The way in to item analysis: columns of answers in, statistics and flags out."""

from collections.abc import Sequence

from quizzer.classroom.items.flags import flags_of
from quizzer.classroom.items.model import Analysis, Column, ItemStats
from quizzer.classroom.items.scores import option_stats, ranked, score_groups, totals


def analyse(columns: Sequence[Column]) -> Analysis:
    """Analyses the questions of one deck; the columns may lack students, each others."""
    scores = totals(columns)
    rankings = [ranked(column, scores) for column in columns]
    flagged = flags_of(rankings)
    # The faults found blur every other question's rest score, so look again without them.
    sound = [column for column, flags in zip(columns, flagged, strict=True) if not flags]
    if len(sound) < len(columns):
        cleared = totals(sound)
        again = [
            ranked(column, cleared, is_counted=not flags)
            for column, flags in zip(columns, flagged, strict=True)
        ]
        flagged = flags_of(again)
    items = tuple(
        ItemStats(
            question_id=one.column.question_id,
            n=len(one.column.students),
            p=one.p,
            r_total=one.r_total,
            r_rest=one.r_rest,
            options=option_stats(one),
            groups=score_groups(one),
            flags=flags,
        )
        for one, flags in zip(rankings, flagged, strict=True)
    )
    return Analysis(items=items, students=len(scores.counts))
