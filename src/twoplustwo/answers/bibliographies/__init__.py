"""Bibliographies in the forms that programs for references read."""
