"""A session as a pure state machine; grading as pure functions; modes of asking."""
