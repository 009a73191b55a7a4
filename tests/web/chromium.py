"""The browser of the tests: found, or installed from the packages of this machine."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox",  # as root, as in most containers, there is no other way
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
GLOBE = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
"""WebGL drawn by the processor."""
FLAT = ["--disable-gpu", "--disable-3d-apis"]
"""No WebGL at all."""


def find() -> str | None:
    """Chromium, or a browser of its family; CHROMIUM names another."""
    return next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM") or "", *NAMES))), None)


def main() -> int:
    """Install Chromium by the machine's package manager, unless there is one."""
    if find():
        return 0
    manager = shutil.which("apt-get")
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if manager:
        print("installing Chromium for the tests of the page: once", flush=True)
        quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for words in (
            ["update", "-qq"],
            ["install", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
        ):
            subprocess.run([*sudo, manager, *words], env=quietly, stdout=sys.stderr, check=False)
    if find():
        return 0
    print(
        "the tests of the page need Chromium and could not install it: "
        "install it (on Debian: apt-get install chromium), or set CHROMIUM to its path",
        file=sys.stderr,
    )
    return 2


if __name__ == "__main__":
    sys.exit(main())
