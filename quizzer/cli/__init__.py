"""The only place that prints, prompts or exits; one file a family of commands."""
