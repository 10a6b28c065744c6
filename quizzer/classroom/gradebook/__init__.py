"""Marks over drills: tables, pages a student, what to repeat, pseudonyms."""
