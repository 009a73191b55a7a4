"""The ways in: command line, notebook and the server of the workbench."""
