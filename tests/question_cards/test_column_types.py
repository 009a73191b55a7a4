"""Types of columns that cards say, so that files of all positions have the same."""

from twoplustwo.answers.column_types import FLAG, NUMBER, TYPES
from twoplustwo.question_cards.for_dossier import cards_of


def test_a_type_is_said_of_columns_alone_and_only_where_no_unit_says_it(europe):
    said = {}
    for card in cards_of(europe).values():
        assert [key for key, rule in card.options.items() if "type" in rule] == [], card.id
        for name, rule in card.columns.items():
            if "type" in rule:
                assert rule["type"] in TYPES and "unit" not in rule, (card.id, name)
                said[card.id, name] = rule["type"]
    assert said["raid", "warheads"] == NUMBER and said["threat-timeline", "nuclear"] == FLAG
