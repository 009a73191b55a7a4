"""Latest launch, commit and coverage over the burnout speed: one slider, three outputs."""
