"""The doors open quickly and load no engine."""

import resource
import subprocess
import sys

HEAVY = ("jax", "numpy", "scipy", "pyarrow", "matplotlib", "pint", "pydantic", "yaml", "pyproj")


def python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )


def test_help_imports_no_engine():
    code = (
        "import sys\n"
        "from twoplustwo.doors.cli.main import main\n"
        "sys.argv = ['twoplustwo', '--help']\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert end.code in (0, None), end.code\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = python(code)
    assert done.stderr.strip() == "[]", done.stderr
    assert all(word in done.stdout for word in ("run", "ask", "check", "cite", "validate"))


def test_help_is_quick():
    code = "import sys; from twoplustwo.doors.cli.main import main; main()"
    times = []
    for _ in range(4):
        before = _computed_s()
        python(code, "--help")
        times.append(_computed_s() - before)
    assert min(times) <= 0.5


def _computed_s() -> float:
    """Time for which processes that ended have computed: what else runs does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_version():
    done = python("from twoplustwo.doors.cli.main import main; main()", "--version")
    assert done.returncode == 0 and done.stdout.startswith("twoplustwo 0.")


def test_the_package_is_lazy():
    code = (
        "import sys, twoplustwo as tpt\n"
        "assert {'ask', 'load', 'compare', 'cite', 'Answer'} <= set(dir(tpt))\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert python(code).stdout.strip() == "[]"


def test_an_unknown_name_of_the_package():
    done = python("import twoplustwo; twoplustwo.aks")
    assert "has no attribute 'aks'" in done.stderr
