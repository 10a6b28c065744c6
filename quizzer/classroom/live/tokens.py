"""Secrets that cannot be guessed, and the digests that are stored in their place."""

import secrets
from hashlib import sha256

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0, 1, I, L or O, which look alike from the last row."""

CODE_LENGTH = 5


def new_token() -> str:
    """256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


def new_id() -> str:
    """64 random bits, for a drill or a student."""
    return secrets.token_hex(8)


def new_code() -> str:
    """What students type to join: one of 28 million."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def digest(token: str) -> str:
    """What is stored of a token: from it the token cannot be had again."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that tells nothing."""
    return secrets.compare_digest(
        one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass")
    )
