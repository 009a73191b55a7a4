"""The ways in: command line and notebook."""
