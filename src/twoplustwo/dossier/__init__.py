"""Claims on disk: reading, typing, checking, finding."""
