"""Who is who: the offices, posts and descriptions that an article gives to persons by name."""
