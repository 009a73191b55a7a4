"""Print the OpenAPI document: ``python -m twoplustwo.doors.server.schema``; starts nothing."""

import json
import sys


def main() -> None:
    """Write the document to stdout."""
    from twoplustwo.doors.server.app import create
    from twoplustwo.doors.server.registry import DossierRegistry

    document = create(DossierRegistry({}), warming=False).openapi()
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
