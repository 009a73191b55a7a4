"""Write the hash of each table into the claim that names the table."""

import hashlib
import re
from pathlib import Path


def write_hashes(claims: Path) -> None:
    """Put the SHA-256 of every `file:` of a claims file into the `sha256:` line after it."""
    lines = claims.read_text(encoding="utf-8").splitlines(keepends=True)
    digest = ""
    for number, line in enumerate(lines):
        if found := re.match(r"\s*(?:- )?file: *(\S+)", line):
            table = claims.parent / found[1]
            digest = hashlib.sha256(table.read_bytes()).hexdigest()
        elif found := re.match(r"(\s*)sha256:", line):
            lines[number] = f"{found[1]}sha256: {digest}\n"
    claims.write_text("".join(lines), encoding="utf-8")
