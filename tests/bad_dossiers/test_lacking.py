"""What a dossier leaves out or says otherwise: other languages, owners, folders to include."""

import pytest

from twoplustwo.dossier import check, load

INCLUDES = "includes: [../good-common]"


@pytest.mark.parametrize("old", ["origin", "owner"])
def test_an_owner_is_a_state_of_the_dossier(zoo, said, old):
    zoo.replace("missiles/heron.yaml", "owner: east", f"{old}: north")
    if old == "origin":
        said(
            "missiles/heron.yaml",
            2,
            "missiles.heron has the key origin, which is called owner now",
            "write `owner: north`, and states/north.yaml if it is not there",
        )
    else:
        said(
            "missiles/heron.yaml",
            2,
            "owner of missiles.heron names an unknown thing, north",
            "states has east",
            "write states/north.yaml",
        )


def test_an_owner_where_there_are_no_states(zoo, said):
    (zoo.root / "states/east.yaml").unlink()
    zoo.replace("missiles/heron.yaml", "owner: east\n", "")
    said(
        "missiles/heron.yaml",
        1,
        "missiles.heron has no owner",
        "it names one of states, and the dossier has none",
        "write states/NAME.yaml, and `owner: NAME` here",
    )


def test_a_base_may_have_an_owner(zoo):
    zoo.replace("bases/hill.yaml", "name: Hill", "name: Hill\nowner: east")
    assert load(zoo.root).things["bases"]["hill"].structure == {"owner": "east"}


def test_a_folder_to_include_that_is_not_there(zoo, said):
    zoo.replace("dossier.yaml", INCLUDES, "includes: [../common]")
    said(
        "dossier.yaml",
        INCLUDES.replace("good-", ""),
        "there is no folder ../common to include",
        "looked for",
        "write `includes: [common]` for the one that comes with the package",
    )
    zoo.replace("dossier.yaml", "[../common]", "[../shelf]")
    said("dossier.yaml", "../shelf", "write its path, from this folder or absolute")


def test_a_folder_is_included_by_its_absolute_path(zoo):
    zoo.replace("dossier.yaml", INCLUDES, f"includes: [{zoo.root.parent / 'good-common'}]")
    assert zoo.errors() == []


def test_a_folder_that_comes_with_the_package_is_included_by_name(zoo):
    (zoo.root / "speakers.yaml").write_text("east-office: {name: Office, party: east}\n")
    zoo.replace("dossier.yaml", INCLUDES, "includes: [common]")
    told = "\n".join(str(one) for one in check(zoo.root))
    assert "to include" not in told
    assert "known speakers: compilers, east-office" in told  # those of common can be named


def test_a_text_in_any_languages(zoo):
    zoo.replace("dossier.yaml", "en: The quarrel of the two shores", "ko: 두 해안의 다툼")
    mine = load(zoo.root)
    assert mine.title == {"ko": "두 해안의 다툼", "ru": "Спор двух берегов"}
    assert mine.title["en"] == "두 해안의 다툼"  # what there is stands in
    assert mine.title["ru"] == "Спор двух берегов"


def test_a_language_half_filled_is_a_warning(zoo):
    zoo.replace("bases/hill.yaml", "name: Hill", "name: {en: Hill, ko: 언덕}")
    warnings = [one for one in check(zoo.root) if "half filled" in one.what]
    ko = next(one for one in warnings if one.what.startswith("ko is half filled"))
    texts = zoo.line("dossier.yaml", "title:")
    assert ko.where.endswith(f"good/dossier.yaml:{texts}")
    assert "readers of it see another language there" in ko.why
    assert "add `ko:` there, and in" in ko.fix and "or take ko away everywhere" in ko.fix
    assert any(one.what.startswith("ru is half filled: 1 of ") for one in warnings)


def test_kinds_that_a_dossier_lacks_hold_nothing(zoo):
    mine = load(zoo.root)
    assert mine.things["radars"] == {} and mine.things["launch-areas"] == {}
    assert not any(path.startswith("radars") for path in mine.paths())
