"""What a question says of itself: its card, read without the engine."""
