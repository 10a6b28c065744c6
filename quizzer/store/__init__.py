"""The append-only log of reviews, and what can be rebuilt from it."""
