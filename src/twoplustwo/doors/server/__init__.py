"""The workbench's server: the model over HTTP, on this machine unless told otherwise."""
