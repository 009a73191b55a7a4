"""Of the mutants `make test` tries those that a piece of work concerns, `.ci/run` all."""

import os

import pytest

from .changed import since_upstream

WHICH = "MUTANTS"
"""Environment variable: ``changed``, or anything else for all."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out those that are not concerned, where that is wanted."""
    if os.environ.get(WHICH) != "changed":
        return
    from .test_fixed import MUTANTS

    wanted = since_upstream(MUTANTS)
    calls = {item: getattr(item, "callspec", None) for item in items}
    out = [
        item
        for item, call in calls.items()
        if call and call.params.get("mutant", "") in MUTANTS.keys() - wanted
    ]
    items[:] = [item for item in items if item not in {*out}]
    config.hook.pytest_deselected(items=out)
