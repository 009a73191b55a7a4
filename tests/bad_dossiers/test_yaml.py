"""Files that are no YAML of ours: each refused with file and line."""

import pytest


def test_good_is_good(zoo):
    assert zoo.errors() == []


def test_does_not_parse(zoo, said):
    zoo.replace("sites/cape.yaml", "name: Cape", "name: [Cape")
    said("sites/cape.yaml", 2, "the file is not YAML", "the parser says")


def test_tab(zoo, said):
    zoo.replace("sites/cape.yaml", "    by: almanac", "\tby: almanac")
    said("sites/cape.yaml", 4, "the file is not YAML", "indent with spaces, not tabs")


def test_colon_in_text(zoo, said):
    zoo.replace("sites/cape.yaml", "name: Cape", "name: Cape: the windy one")
    said("sites/cape.yaml", 1, "the file is not YAML", "put text that holds a colon in quotes")


def test_alias(zoo, said):
    zoo.replace("bases/hill.yaml", "name: Hill", "name: &hill Hill\nnote: *hill")
    said("bases/hill.yaml", 1, "the file holds the anchor &hill", "take the anchor away")
    zoo.replace("bases/hill.yaml", "name: &hill Hill", "name: Hill")
    said("bases/hill.yaml", 2, "the file holds the alias *hill", "write the value out")


def test_ten_aliases_of_ten_are_refused_at_the_first(zoo, said):
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    zoo.write("bases/hill.yaml", bomb)
    said("bases/hill.yaml", 1, "the anchor &a")


def test_tag(zoo, said):
    zoo.replace("bases/hill.yaml", "name: Hill", "name: !!python/name:os.system Hill")
    said("bases/hill.yaml", 1, "the file holds the tag", "every scalar is text")


def test_duplicate_key(zoo, said):
    zoo.replace("bases/hill.yaml", "name: Hill", "name: Hill\nname: Dale")
    said("bases/hill.yaml", 2, "the key name twice", "it stands in line 1 too")


def test_second_document(zoo, said):
    path = zoo.root / "bases/hill.yaml"
    path.write_text(path.read_text() + "---\nname: Dale\n")
    said("bases/hill.yaml", "---", "a second document", "split it")


def test_deep(zoo, said):
    zoo.write("bases/hill.yaml", "name: " + "[" * 40 + "]" * 40)
    said("bases/hill.yaml", 1, "nesting this deep", "at most 12 levels")


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_empty(zoo, text):
    zoo.write("bases/hill.yaml", text)
    assert "the file is empty" in str(zoo.refusal())


def test_a_list_at_the_top(zoo, said):
    zoo.write("bases/hill.yaml", "- name\n- place\n")
    said("bases/hill.yaml", 1, "a list at the top", "expected keys")


def test_not_utf8(zoo):
    path = zoo.root / "bases/hill.yaml"
    path.write_bytes(b"name: Hill\nnote: caf\xe9\n")
    error = zoo.refusal()
    assert error.where.endswith("bases/hill.yaml:2")
    assert "not UTF-8" in str(error) and "save it as UTF-8" in str(error)


def test_200_mb_is_refused_before_reading(zoo, monkeypatch):
    path = zoo.root / "bases/hill.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: nothing is on the disk
    real = type(path).read_bytes

    def reading(self):
        assert self != path, "the file was read"
        return real(self)

    monkeypatch.setattr(type(path), "read_bytes", reading)
    error = zoo.refusal()
    assert error.where.endswith("bases/hill.yaml")
    assert "the file is 200.0 MB" in str(error)
    assert "at most 1 MB is read" in str(error)
    assert "CSV" in str(error)


def test_wrong_ending(zoo):
    (zoo.root / "bases/hill.yaml").rename(zoo.root / "bases/hill.yml")
    errors = [str(one) for one in zoo.errors()]
    assert any("ends in .yml" in one and "rename it" in one for one in errors)


def test_all_problems_are_listed_and_load_counts_them(zoo):
    zoo.replace("sites/cape.yaml", "by: almanac", "by: almanack")
    zoo.replace("bases/hill.yaml", "value: 8", "value: -8")
    assert len(zoo.errors()) == 2
    assert "1 more wrong here: `twoplustwo check" in str(zoo.refusal())
