"""The same dossier with its parties under other names."""

from dataclasses import replace


def with_parties(dossier, rename):
    """The dossier with parties renamed; `rename` maps old to new."""
    speakers = {
        k: replace(s, party=rename.get(s.party, s.party)) for k, s in dossier.speakers.items()
    }
    parties = {
        rename.get(k, k): replace(p, id=rename.get(k, k)) for k, p in dossier.parties.items()
    }
    return replace(dossier, speakers=speakers, parties=parties)
