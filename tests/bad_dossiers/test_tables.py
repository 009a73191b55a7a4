"""Wrong tables and files of a dossier, and what is said of them."""


def test_one_claim_defined_twice(zoo, said):
    zoo.write(
        "engagement.yaml",
        "max_flight:\n  scribes: {by: scribes, value: 700 s, stated: 2030, "
        "source: scribes-notes, status: assumed}\n",
    )
    line = zoo.line("../good-common/engagement.yaml", "max_flight:") + 1
    said(
        "good/engagement.yaml",
        2,
        "claim engagement.max_flight@scribes is defined twice",
        f"good-common/engagement.yaml:{line} too",
        "give this one a name of its own: a dossier may add claims to what it includes",
    )


def test_a_name_that_an_included_folder_has_too(zoo, said):
    zoo.write("speakers.yaml", (zoo.root / "speakers.yaml").read_text() + "scribes: {name: we}\n")
    said(
        "speakers.yaml",
        "scribes:",
        "speaker scribes is defined twice",
        "good-common/speakers.yaml:1 too",
        "the one that is included can be used as it stands: take this one away",
    )


def test_a_thing_may_go_on_in_another_folder(zoo):
    zoo.write(
        "engagement.yaml",
        "settle:\n  own: {by: scribes, value: 7 s, stated: 2030, source: scribes-notes, "
        "status: assumed}\n",
    )
    assert zoo.errors() == []


def test_table_that_was_changed(zoo, said):
    path = zoo.root.parent / "good-common/nature/drag.csv"
    path.write_text(path.read_text() + "9,0.1,\n")
    said(
        "good-common/nature/drag.yaml",
        6,
        "the table is not the one that was claimed: drag.csv",
        "claimed sha256",
        "restore the file",
    )


def test_table_that_is_gone(zoo, said):
    (zoo.root.parent / "good-common/nature/drag.csv").unlink()
    said("good-common/nature/drag.yaml", 6, "a file that is not there, drag.csv")


def test_table_outside(zoo, said):
    zoo.replace("../good-common/nature/drag.yaml", "file: drag.csv", "file: ../../../drag.csv")
    said("good-common/nature/drag.yaml", 6, "a file outside the dossier")


def test_unknown_kind(zoo):
    zoo.write("misiles/crane.yaml", "name: Crane\n")
    error = zoo.refusal()
    assert error.where.endswith("misiles/crane.yaml")
    assert "unknown kind misiles" in str(error) and "did you mean missiles?" in str(error)


def test_a_folder_where_a_file_belongs(zoo):
    zoo.write("commit/now.yaml", "name: Now\n")
    assert "commit is one file, not a folder" in str(zoo.refusal())
    assert "expected commit.yaml" in str(zoo.refusal())


def test_a_file_where_a_folder_belongs(zoo):
    zoo.write("sites.yaml", "name: Sites\n")
    assert "sites is a folder with one file a thing" in str(zoo.refusal())
