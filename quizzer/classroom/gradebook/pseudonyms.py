"""Other names for students: the same each time, and nobody's without the key."""

from dataclasses import replace
from hashlib import blake2b

from quizzer.classroom.gradebook.marks import Book
from quizzer.classroom.records.model import Student

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's alphabet for numbers of base 32: nothing that is mistaken for something else."""


def pseudonym(student_id: str, key: bytes) -> str:
    """A name such as `S-7K3Q-F2MB`; without the key it leads back to nobody."""
    digest = blake2b(student_id.encode(), key=key, digest_size=5).digest()
    number = int.from_bytes(digest, "big")
    letters = "".join(_LETTERS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"S-{letters[:4]}-{letters[4:]}"


def disguised(student: Student, key: bytes) -> Student:
    """The student under another name."""
    return replace(student, name=pseudonym(student.id, key))


def disguised_book(book: Book, key: bytes) -> Book:
    """The marks under other names, and in the order of those, which tells nothing either."""
    rows = [replace(row, student=disguised(row.student, key)) for row in book.rows]
    rows.sort(key=lambda row: (row.student.class_name, row.student.name))
    return replace(book, rows=tuple(rows))
