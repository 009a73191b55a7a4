"""Sectors of radars that count for nothing, since nobody says where their middle is."""

import math

from twoplustwo.dossier.choose import choose
from twoplustwo.dossier.find import claim_place
from twoplustwo.dossier.lines_to_write import adoption_lines, claim_lines
from twoplustwo.dossier.models import Claim, Dossier
from twoplustwo.dossier.problems import Problems

RADARS, BORESIGHT, KNOWN = "radars", "boresight", "without_boresight"
_WHOLE_TURN = 2.0 * math.pi - 1e-6


def check_sectors(dossier: Dossier, problems: Problems) -> None:
    """Warn of each sector less than a turn that a party holds without a boresight.

    Not where the radar says ``without_boresight: all-round``: its author knows.
    """
    for thing in dossier.things.get(RADARS, {}).values():
        if thing.structure.get(KNOWN):
            continue
        boresight = f"{thing.path}.{BORESIGHT}"
        held: dict[str, list[str]] = {}
        for party in dossier.parties:
            sector = choose(dossier, party, f"{thing.path}.sector", dossier.as_of_day).claim
            if sector is None or not _idle(sector):
                continue
            if choose(dossier, party, boresight, dossier.as_of_day).claim is None:
                held.setdefault(sector.key, []).append(party)
        for key, parties in held.items():
            problems.warn(
                f"{thing.path} has a sector of {dossier.claim(key).shown} and no boresight; "
                f"so for {', '.join(parties)}",
                claim_place(dossier, key),
                "without the azimuth of its middle the radar looks all round, and the sector "
                "changes nothing",
                "\n".join(_lines(dossier, thing.id, boresight, parties)),
            )


def _idle(sector: Claim) -> bool:
    value = sector.value.si
    return isinstance(value, float) and value < _WHOLE_TURN


def _lines(dossier: Dossier, name: str, boresight: str, parties: list[str]) -> list[str]:
    claims = dossier.parameters.get(boresight, ())
    if claims:
        files = " and ".join(f"parties/{party}.yaml" for party in parties)
        lines = [f"write in {files}:", *adoption_lines(claims[0].key)]
    else:
        kind = dossier.kinds[RADARS].parameters[BORESIGHT]
        lines = [f"write in {RADARS}/{name}.yaml:", *claim_lines(kind)]
    known = f"or a sector of 360 deg, if it can turn; or `{KNOWN}: all-round` in the radar's file"
    return [lines[0], *(f"  {one}" for one in lines[1:]), known]
