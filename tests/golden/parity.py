"""Are the answers of two states of the sources the same, bit for bit?

Run: python tests/golden/parity.py REF    (a tag, branch or commit; compared with the working tree)

Both are asked everything that `run` asks, in processes of their own, with the packages installed
here. Prints what differs and ends with status 1 if anything does. Only what both know is compared
where answers are new or gone; that is said too.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MOST = 40  # differences printed


def asked(tree: Path) -> dict[str, Any]:
    """Everything that the sources of a tree answer; by its own script, if it has one."""
    own = tree / "tests" / "golden" / "whole.py"
    script = own if own.exists() else Path(__file__).parent / "whole.py"
    places = {**os.environ, "PYTHONPATH": str(tree / "src")}
    found = subprocess.run(
        [sys.executable, str(script)], cwd=tree, env=places, stdout=subprocess.PIPE, check=True
    )
    return json.loads(found.stdout)


def differences(was: Any, new: Any, at: str = "") -> list[str]:
    """Where two answers differ, by their place."""
    if isinstance(was, dict) and isinstance(new, dict):
        every = dict.fromkeys([*was, *new])
        return [
            line for key in every for line in differences(was.get(key), new.get(key), f"{at}/{key}")
        ]
    if was is None or new is None:
        return [f"{at}: {'new' if was is None else 'gone'}"] if was != new else []
    return [] if was == new else [f"{at}:\n  was {was}\n  now {new}"]


def main(ref: str) -> int:
    """Compare a state of the sources with the working tree."""
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "old"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", "--quiet", str(old), ref], check=True)
        try:
            found = differences(asked(old), asked(ROOT))
        finally:
            subprocess.run([*git, "remove", "--force", str(old)], check=True)
    print("\n".join(found[:MOST]) or "every answer is the same, bit for bit")
    if len(found) > MOST:
        print(f"… and {len(found) - MOST} more")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
