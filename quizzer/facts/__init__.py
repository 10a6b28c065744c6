"""Who said what, when, how many, who is who: typed facts with their evidence."""
