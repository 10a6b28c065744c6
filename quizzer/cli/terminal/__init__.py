"""The one-key front end on prompt_toolkit: screens as pure functions, keys as a small table."""
