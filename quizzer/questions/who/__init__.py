"""Questions about who is who: offices, descriptions, seats, workplaces."""
