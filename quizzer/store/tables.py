"""The tables of the history, and how an older history becomes a newer one.

Reviews and retractions are only ever added. Whatever else can be computed from them is a cache.
Instants are whole microseconds since 1970 in UTC, so that they come back exactly as they were.
"""

from quizzer.store.migrate import Migration

KIND = "history"
"""What messages call the file."""

MIGRATIONS = (
    Migration(
        1,
        (
            """
            CREATE TABLE sitting (
                id TEXT PRIMARY KEY NOT NULL,
                origin TEXT NOT NULL,
                learner TEXT NOT NULL,
                started_at INTEGER NOT NULL,
                decks TEXT NOT NULL,
                settings TEXT NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE sitting_end (
                sitting_id TEXT PRIMARY KEY NOT NULL REFERENCES sitting (id),
                ended_at INTEGER NOT NULL,
                reason TEXT NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE review (
                seq INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                deck_id TEXT NOT NULL,
                question_id TEXT NOT NULL,
                learner TEXT NOT NULL,
                at INTEGER NOT NULL,
                rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
                verdict TEXT NOT NULL,
                response TEXT NOT NULL,
                duration_ms INTEGER NOT NULL,
                mode TEXT NOT NULL,
                options INTEGER NOT NULL,
                scheduler TEXT NOT NULL,
                sitting_id TEXT NOT NULL REFERENCES sitting (id),
                origin TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX review_card ON review (learner, deck_id, question_id, at, id)",
            "CREATE INDEX review_sitting ON review (sitting_id, seq)",
            """
            CREATE TABLE retraction (
                review_id TEXT PRIMARY KEY NOT NULL REFERENCES review (id),
                at INTEGER NOT NULL
            ) STRICT
            """,
        ),
    ),
    Migration(
        2,
        ("ALTER TABLE review ADD COLUMN confidence INTEGER CHECK (confidence BETWEEN 1 AND 4)",),
    ),
)
"""Every step in order."""
