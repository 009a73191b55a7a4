"""Columns of the tables of the analysis, in order."""

COLUMNS = (
    "pair dispute share error only_this all_but_this least most effect turns_first turns_second "
    "first_holds first_holds_ru second_holds second_holds_ru method asks"
)
OTHERS = ("pair", "headline", "dispute", "share", "error", "unit", "effect", "method")
PAIRS = (
    "pair first second headline first_value second_value difference unit disputes mixtures "
    "unanswered method outcome missing"
)
INTERACTIONS = ("pair", "dispute", "with_dispute", "interaction")
FLIPS = (
    "position parameter last flip turns_to test flip_si flip_within_si low_si high_si looks "
    "step_si unit unanswered"
)
UNREAD = "pair dispute first_holds first_holds_ru second_holds second_holds_ru asks"
UNANSWERED = ("pair", "mixture", "missing")
