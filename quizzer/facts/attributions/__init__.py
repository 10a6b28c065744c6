"""Who said, wrote, thought or wanted what: candidates by grammar, confidence by learned weights."""
