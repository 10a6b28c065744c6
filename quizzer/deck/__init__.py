"""What there is to learn: decks and questions as frozen data, their YAML, and the checks."""
