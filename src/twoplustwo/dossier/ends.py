"""Who gave the ends of an interval, where that is somebody else than the claim's speaker."""

from twoplustwo.dossier.models import Dossier


def ends_by(dossier: Dossier, key: str | None, low: float | None, high: float | None) -> str:
    """Who gave the ends of what is held, or nothing where the speaker did.

    Parameters
    ----------
    dossier : Dossier
    key : str or None
        The claim from which it is held; None for a setting.
    low, high : float or None
        As held. Ends that something moved are no longer those of the claim.
    """
    if key is None or low is None or high is None or low == high:
        return ""
    claim = next(
        (one for one in dossier.parameters.get(key.partition("@")[0], ()) if one.key == key), None
    )
    if claim is None or claim.ends_by in ("", claim.by):
        return ""
    return claim.ends_by if (claim.value.low, claim.value.high) == (low, high) else ""
