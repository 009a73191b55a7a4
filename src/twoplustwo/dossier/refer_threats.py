"""Whether a threat and a shield leave anything: missiles of their owner, and where they start."""

from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.models import Thing
from twoplustwo.question_cards.narrowed import KINDS, OWNED, SHIELD, THREAT, narrowed


def check_threats(draft: Draft) -> None:
    """Note threats that list things of another owner or leave nothing, and shields of nothing."""
    for threat in draft.things.get(KINDS[THREAT], {}).values():
        where = f"{draft.files[threat.file]}:{threat.line}"
        _check_owners(draft, threat)
        left = narrowed(draft, {THREAT: threat.id}).things(draft.things)
        missiles = left.get("missiles")
        starts = left.get("bases") or left.get("launch-areas")
        if not missiles or not starts:
            draft.problems.add(
                f"{threat.path} has no {'place to start from' if missiles else 'missile'}",
                where,
                "of what it lists and its owner has, nothing is left",
                "give a missile and a base or a launch area this `owner`, or list others",
            )
    for shield in draft.things.get(KINDS[SHIELD], {}).values():
        if not shield.structure.get("interceptors", ""):
            draft.problems.add(
                f"{shield.path} has no interceptor",
                draft.places.get(f"{shield.path}.interceptors", draft.files[shield.file]),
                "the list is empty",
                "write `interceptors: [NAME, …]`",
            )


def _check_owners(draft: Draft, threat: Thing) -> None:
    owner = threat.structure.get("owner", "")
    for kind in OWNED if owner else ():
        for name in threat.structure.get(kind, "").split():
            thing = draft.things.get(kind, {}).get(name)
            theirs = thing.structure.get("owner", "") if thing else ""
            if theirs not in ("", owner):
                draft.problems.add(
                    f"{threat.path} lists {name}, which is of {theirs}",
                    draft.places.get(f"{threat.path}.{kind}", draft.files[threat.file]),
                    f"its owner is {owner}",
                    "take it out, or leave the owner away",
                )
