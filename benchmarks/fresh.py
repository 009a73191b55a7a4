"""New processes, for what depends on a beginning: start-up, memory, nothing remembered."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def python(script: str, *arguments: str, patience_s: float) -> dict[str, Any] | None:
    """Run a script that prints one line of JSON last; None if it takes longer than patience."""
    environment = os.environ | {"PYTHONPATH": str(HERE)}
    try:
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=patience_s,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return None
    except subprocess.CalledProcessError as error:
        sys.stderr.write(error.stderr)
        raise
    return json.loads(done.stdout.strip().splitlines()[-1])


def forget_rows() -> None:
    """Empty the shelf of kept rows; compiled code stays."""
    from twoplustwo.physics.numerics import cache_folder

    shutil.rmtree(cache_folder() / "rows", ignore_errors=True)
