"""The tables of an Anki collection, schema 11: what every Anki since 2.1 reads."""

_COLUMNS = {
    "col": (
        "id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,"
        " ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL,"
        " conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL,"
        " tags text NOT NULL"
    ),
    "notes": (
        "id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,"
        " usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,"
        " csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL"
    ),
    "cards": (
        "id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,"
        " mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL,"
        " queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,"
        " factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,"
        " left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,"
        " flags integer NOT NULL, data text NOT NULL"
    ),
    "revlog": (
        "id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,"
        " ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL,"
        " factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL"
    ),
    "graves": "usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL",
}
# Only what an import looks up by; Anki makes the others in the collection that it keeps.
_INDEXES = {"ix_cards_nid": "cards (nid)", "ix_revlog_cid": "revlog (cid)"}

TABLES = "".join(f"CREATE TABLE {name} ({columns});\n" for name, columns in _COLUMNS.items())

INDEXES = "".join(f"CREATE INDEX {name} ON {where};\n" for name, where in _INDEXES.items())
"""To be made once the rows are in, which takes half the time."""
