"""Questions about who said, proposed, denied what."""
