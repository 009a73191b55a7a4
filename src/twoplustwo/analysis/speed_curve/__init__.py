"""Latest launch, commit and coverage over the interceptor burnout speed: one slider, three outputs."""
