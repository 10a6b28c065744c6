"""The tables of the history, and how an older history becomes a newer one.

Sittings, reviews and events are the log: they are only ever added to. Everything in `CACHES` is
computed from them (and from deck files), and can be thrown away at any time.
Instants are whole microseconds since 1970 in UTC, so that they come back exactly as they were.
"""

from quizzer.store.migrate import Migration

KIND = "history"
"""What messages call the file."""

CACHES = (
    # What an undo, and no later redo, has taken back: ids of reviews and events.
    "CREATE TABLE undone (id TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID",
    # Where the history of a renamed question belongs now.
    """
    CREATE TABLE alias (
        deck_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        to_deck_id TEXT NOT NULL,
        to_question_id TEXT NOT NULL,
        PRIMARY KEY (deck_id, question_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE card (
        learner TEXT NOT NULL,
        deck_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        phase INTEGER NOT NULL,
        step INTEGER,
        stability REAL,
        difficulty REAL,
        due_at INTEGER,
        due_day INTEGER,
        last_day INTEGER,
        reps INTEGER,
        lapses INTEGER,
        first_day INTEGER,
        last_at INTEGER,
        is_suspended INTEGER NOT NULL,
        buried_day INTEGER,
        PRIMARY KEY (learner, deck_id, question_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX card_due ON card (learner, deck_id, due_day) WHERE due_day IS NOT NULL",
    "CREATE INDEX card_step ON card (learner, deck_id, due_at) WHERE due_at IS NOT NULL",
    "CREATE INDEX card_last ON card (learner, deck_id, last_day) WHERE last_day IS NOT NULL",
    # By which settings the cards of a deck were computed; a deck without a row has to be again.
    """
    CREATE TABLE card_rules (
        learner TEXT NOT NULL,
        deck_id TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (learner, deck_id)
    ) STRICT, WITHOUT ROWID
    """,
    # What deck files held when they were last read.
    """
    CREATE TABLE deck_file (
        path TEXT PRIMARY KEY NOT NULL,
        mtime_ns INTEGER NOT NULL,
        size INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        deck_id TEXT NOT NULL,
        title TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE deck (id TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE question (
        deck_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        is_met INTEGER NOT NULL,
        PRIMARY KEY (deck_id, question_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX question_new ON question (deck_id, position) WHERE is_met = 0",
)
"""What can be computed again."""

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
    Migration(
        3,
        (
            "ALTER TABLE review ADD COLUMN due_day INTEGER",
            # Replaying a deck reads this index alone.
            "DROP INDEX review_card",
            """
            CREATE INDEX review_card ON review
                (learner, deck_id, question_id, at, id, rating, options, due_day)
            """,
            """
            CREATE TABLE event (
                id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB kind || ':*'),
                kind TEXT NOT NULL,
                at INTEGER NOT NULL,
                learner TEXT NOT NULL,
                deck_id TEXT NOT NULL,
                question_id TEXT NOT NULL,
                review_id TEXT REFERENCES review (id),
                event_id TEXT REFERENCES event (id),
                detail TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX event_card ON event (learner, deck_id, question_id, at, id)",
            "CREATE INDEX event_review ON event (review_id) WHERE review_id IS NOT NULL",
            "CREATE INDEX event_event ON event (event_id) WHERE event_id IS NOT NULL",
            """
            INSERT INTO event
            SELECT 'undo:' || review_id || ':' || retraction.at, 'undo', retraction.at, learner,
                deck_id, question_id, review_id, NULL, ''
            FROM retraction JOIN review ON review.id = review_id
            """,
            "DROP TABLE retraction",
            *CACHES,
            "INSERT INTO undone SELECT review_id FROM event",
        ),
    ),
)
"""Every step in order."""
