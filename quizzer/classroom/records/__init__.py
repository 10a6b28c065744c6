"""The classroom's own log: drills, who sat in them, what was asked and answered."""
