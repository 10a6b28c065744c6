"""Who and what an article names: people, bodies, places, what they are called and described as."""
