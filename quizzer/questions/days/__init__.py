"""Days, months and years in stems: which are meant, and where they may stand."""
