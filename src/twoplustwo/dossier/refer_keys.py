"""Whether the plain keys of things are there, and name what there is."""

from twoplustwo.base.errors import nearest
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.kinds import REGIONS


def check_keys(draft: Draft) -> None:
    """Plain keys that a thing lacks, or that name nothing."""
    for kind_name, things in draft.things.items():
        for thing in things.values():
            where = draft.files[thing.file]
            for key, one in draft.kinds[kind_name].structure.items():
                text = thing.structure.get(key, "")
                place = draft.places.get(f"{thing.path}.{key}", where)
                if f"{thing.path}.{key}" not in draft.places and not one.optional:
                    names = one.of or _named_by(draft, one.of_kind)
                    draft.problems.add(
                        f"{thing.path} has no {key}",
                        f"{where}:{thing.line}",
                        f"expected one of {', '.join(names)}"
                        if names
                        else f"it names one of {one.of_kind}, and the dossier has none"
                        if one.of_kind
                        else "",
                        f"write {one.of_kind}/NAME.yaml, and `{key}: NAME` here"
                        if one.of_kind and not names
                        else "",
                    )
                elif text and one.of_kind and not draft.broken:
                    for name in text.split() if one.many else [text]:
                        refer(draft, name, one.of_kind, f"{key} of {thing.path}", place)


def _named_by(draft: Draft, kind: str) -> list[str]:
    """What a key of a kind may name, alphabetically."""
    return sorted(draft.regions if kind == REGIONS else draft.things.get(kind, {}))


def refer(draft: Draft, text: str, kind: str, what: str, where: str) -> None:
    """Note a problem if `text` names no thing of `kind`."""
    names = _named_by(draft, kind)
    if text not in names:
        draft.problems.add(
            f"{what} names an unknown thing, {text}",
            where,
            f"{kind} has {', '.join(names) or 'nothing'}",
            nearest(text, names) or f"write {kind}/{text}.yaml",
        )
