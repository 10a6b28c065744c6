"""The tables of the classroom's log; instants are whole microseconds since 1970 in UTC."""

from quizzer.store.migrate import Migration

KIND = "classroom file"
"""What messages call the file."""

MIGRATIONS = (
    Migration(
        1,
        (
            """
            CREATE TABLE drill (
                id TEXT PRIMARY KEY NOT NULL,
                code TEXT NOT NULL,
                deck_id TEXT NOT NULL,
                deck_title TEXT NOT NULL,
                deck TEXT NOT NULL,
                passages TEXT NOT NULL,
                origin TEXT NOT NULL CHECK (origin IN ('live', 'paper')),
                mode TEXT NOT NULL CHECK (mode IN ('accuracy', 'race', 'exam')),
                class TEXT NOT NULL,
                seed TEXT NOT NULL,
                settings TEXT NOT NULL,
                host_hash TEXT NOT NULL,
                started_at INTEGER NOT NULL,
                ended_at INTEGER
            ) STRICT
            """,
            """
            CREATE TABLE student (
                id TEXT PRIMARY KEY NOT NULL,
                class TEXT NOT NULL,
                name TEXT NOT NULL,
                folded TEXT NOT NULL,
                UNIQUE (class, folded)
            ) STRICT
            """,
            """
            CREATE TABLE seat (
                drill_id TEXT NOT NULL REFERENCES drill (id),
                student_id TEXT NOT NULL REFERENCES student (id),
                token_hash TEXT NOT NULL,
                team TEXT NOT NULL,
                extra_time REAL NOT NULL CHECK (extra_time >= 1),
                kicked INTEGER NOT NULL CHECK (kicked IN (0, 1)),
                joined_at INTEGER NOT NULL,
                PRIMARY KEY (drill_id, student_id)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE asked (
                drill_id TEXT NOT NULL REFERENCES drill (id),
                position INTEGER NOT NULL,
                question_id TEXT NOT NULL,
                options TEXT NOT NULL,
                round INTEGER NOT NULL,
                opened_at INTEGER NOT NULL,
                closed_at INTEGER,
                skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
                elapsed_ms INTEGER NOT NULL,
                PRIMARY KEY (drill_id, position)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE answer (
                drill_id TEXT NOT NULL,
                student_id TEXT NOT NULL,
                position INTEGER NOT NULL,
                response TEXT NOT NULL,
                credit REAL NOT NULL CHECK (credit BETWEEN 0 AND 1),
                points INTEGER NOT NULL,
                elapsed_ms INTEGER NOT NULL,
                received_at INTEGER NOT NULL,
                PRIMARY KEY (drill_id, student_id, position),
                FOREIGN KEY (drill_id, student_id) REFERENCES seat,
                FOREIGN KEY (drill_id, position) REFERENCES asked
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX drill_class ON drill (class, started_at)",
        ),
    ),
)
"""Every step in order; each runs in one transaction together with its version number."""
