"""FSRS on study days: what is due, which next, and the personal fit."""
