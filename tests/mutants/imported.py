"""Pytest plugin of a trial: is the copy what was imported, and how did each test end?"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

HOME, MODULE, REPORT = "MUTANT_HOME", "MUTANT_MODULE", "MUTANT_REPORT"  # in the environment

_ended: dict[str, list[str]] = {"passed": [], "failed": [], "broken": []}


def pytest_configure() -> None:
    """Refuse to test any package but the copy; look for no simpler example of a failure."""
    import twoplustwo

    _of_the_copy(twoplustwo)
    few, found = settings.get_profile("few"), (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", parent=few, phases=found)
    settings.load_profile("mutants")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Any:
    """Note what passed, what an assertion stopped, and what broke in another way."""
    report = yield
    if report.failed:
        asserted = call.when == "call" and call.excinfo and _asserted(call.excinfo.value)
        _ended["failed" if asserted else "broken"].append(item.nodeid)
    elif call.when == "call":
        _ended["passed"].append(item.nodeid)
    return report


def pytest_sessionfinish() -> None:
    """Write the report, if the module that was changed took part at all."""
    module = os.environ.get(MODULE)
    if module:
        if module not in sys.modules:
            pytest.exit(f"the tests never imported {module}", returncode=4)
        _of_the_copy(sys.modules[module])
    Path(os.environ[REPORT]).write_text(json.dumps(_ended))


def _asserted(error: BaseException) -> bool:
    """Whether it is a failed assertion, or nothing but those (hypothesis groups them)."""
    if isinstance(error, BaseExceptionGroup):
        return all(_asserted(one) for one in error.exceptions)
    return isinstance(error, AssertionError | pytest.fail.Exception)


def _of_the_copy(module: Any) -> None:
    if not Path(module.__file__).is_relative_to(os.environ[HOME]):
        pytest.exit(f"{module.__name__} comes from {module.__file__}, no copy", returncode=4)
