"""A question, put to positions, gives answers: evaluated, worded, cited, named."""
