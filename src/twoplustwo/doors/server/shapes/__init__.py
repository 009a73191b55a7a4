"""Shapes of what is sent, as the OpenAPI document tells them to the page."""
