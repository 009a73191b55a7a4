"""A process that was forked from one that computes is refused, with the mend."""

import multiprocessing
import subprocess
import sys

import pytest

CODE = """
import multiprocessing
import twoplustwo as tpt

def child(_):
    return tpt.ask("threat-timeline", "us").question

if __name__ == "__main__":
    {before}
    with multiprocessing.get_context("fork").Pool(1) as pool:
        print(pool.apply_async(child, (1,)).get(100))
"""


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="nothing forks here"
)
@pytest.mark.parametrize("before", ["tpt.ask('threat-timeline', 'us')", "tpt.load()"])
def test_a_fork(before):
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(before=before)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if "ask" in before:
        assert "forked from one that computes already" in done.stderr
        assert 'multiprocessing.get_context("spawn")' in done.stderr
    else:
        assert done.stdout == "threat-timeline\n", done.stderr
