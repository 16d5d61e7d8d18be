"""What the gate refuses: each time nothing changes, and the reason has its own code."""

import sqlite3

import pytest

import db
from db.ledger import open_ledger
from db.plan import edit_plan, put
from tests.rounds import hand_in, issue, make_ledger, say


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened:
        yield opened


@pytest.fixture
def files(ledger, tmp_path):
    return issue(ledger, tmp_path / "out")


def tampered(path, sql, *values):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(sql, values)
    connection.commit()
    connection.close()


def refusal(ledger, path):
    before = ledger.path.read_bytes()
    (file,) = db.merge(ledger, [path], author="李四").files
    assert file.outcome == "refused"
    assert ledger.path.read_bytes() == before
    return file.reasons[0].code


@pytest.fixture
def returned(files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    return hand_in(files["教育局"], tmp_path / "in")


def test_a_changed_word_is_noticed(ledger, returned):
    tampered(returned, "UPDATE revision SET narrative = '已完成'")
    assert refusal(ledger, returned) == "bad_hash"


def test_a_changed_word_with_a_new_hash_is_not_sealed(ledger, files, returned):
    (old,) = sqlite3.connect(returned).execute("SELECT id FROM revision").fetchone()
    with open_ledger(files["教育局"]) as file:
        revision = db.entry(file, "t1.1", "p1").current
    from db.revisions import build

    other = build(
        "t1.1", "p1", db.Content(narrative="已完成"), unit=revision.unit, author="x", saved_at="y", parents=()
    )
    tampered(
        returned,
        "UPDATE revision SET id = ?, narrative = '已完成', author = 'x', saved_at = 'y' WHERE id = ?",
        other.id,
        old,
    )
    tampered(returned, "UPDATE return_revision SET revision_id = ?", other.id)
    assert refusal(ledger, returned) == "bad_seal"


def test_changed_terms_are_noticed(ledger, returned):
    terms = '{"tasks":[]}'
    tampered(returned, "UPDATE dispatch SET terms = ?", terms)
    assert refusal(ledger, returned) == "bad_terms"


def test_the_seal_of_another_units_file_does_not_fit(ledger, files, returned):
    with open_ledger(files["住建局"]) as other:
        terms_text = other.one("SELECT terms FROM dispatch")[0]
        identity = other.one("SELECT id FROM dispatch")[0]
    tampered(returned, "UPDATE dispatch SET terms = ?, id = ?", terms_text, identity)
    tampered(returned, "UPDATE return SET dispatch_id = ?", identity)
    tampered(
        returned,
        "INSERT INTO unit SELECT '住建局', plan_id, 9, '住建局', 0, '[]', '[]', '' FROM unit "
        "WHERE NOT EXISTS (SELECT 1 FROM unit WHERE id = '住建局') LIMIT 1",
    )
    assert refusal(ledger, returned) == "bad_seal"


def test_another_plan_is_refused_by_name(tmp_path, returned):
    with db.create_ledger(tmp_path / "empty.shishi") as other:
        (file,) = db.merge(other, [returned], author="李四").files
    assert file.reasons[0].code == "other_plan"
    assert "滨江区民生实事" in file.reasons[0].params["theirs"]


def test_another_plan_of_the_same_name_is_not_told_apart_by_its_name(tmp_path, returned):
    with db.create_ledger(tmp_path / "other.shishi") as other:
        row = put("plan", id="other", title="滨江区民生实事", year=2023)
        edit_plan(other, db.PlanId("other"), [row], label="x", author="x")
        (file,) = db.merge(other, [returned], author="李四").files
    assert (file.reasons[0].code, file.reasons[0].params) == (
        "other_plan_same_name",
        {"theirs": "滨江区民生实事"},
    )


def test_a_foreign_trigger_is_refused(ledger, returned):
    tampered(returned, "CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM revision; END")
    assert refusal(ledger, returned) == "foreign_schema"


def test_a_ledger_is_not_a_return(ledger, tmp_path):
    with make_ledger(tmp_path / "other.shishi"):
        pass
    assert refusal(ledger, tmp_path / "other.shishi") == "is_a_ledger"


def test_text_that_is_not_nfc_is_refused(ledger, files):
    say(files["教育局"], "1.1", "café")
    tampered(files["教育局"], "UPDATE revision SET narrative = ?", "cafe\u0301")
    assert refusal(ledger, files["教育局"]) == "not_nfc"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"PK\x03\x04" + b"0" * 200, "not_a_ledger"),
        ("一份说明".encode(), "not_a_ledger"),
    ],
)
def test_what_is_not_ours_says_so(ledger, tmp_path, content, code):
    path = tmp_path / "x.shishi"
    path.write_bytes(content)
    assert refusal(ledger, path) == code


def test_a_truncated_file_is_damaged(ledger, returned):
    data = returned.read_bytes()
    returned.write_bytes(data[: len(data) // 2])
    assert refusal(ledger, returned) == "damaged"


def test_a_newer_file_is_refused_politely(ledger, returned):
    tampered(returned, "PRAGMA user_version = 99")
    assert refusal(ledger, returned) == "newer_version"


def test_missing_file_empty_folder_and_folder_named_like_a_file(ledger, tmp_path):
    (tmp_path / "none").mkdir()
    (tmp_path / "dir.shishi").mkdir()
    assert refusal(ledger, tmp_path / "gone.shishi") == "not_found"
    assert refusal(ledger, tmp_path / "none") == "no_files"
    assert refusal(ledger, tmp_path / "dir.shishi") == "is_directory"


def test_one_bad_file_does_not_bar_the_others(ledger, returned, tmp_path):
    (tmp_path / "in" / "0.shishi").write_bytes(b"junk")
    (tmp_path / "in" / "填报单.pdf").write_bytes(b"%PDF-1.7")
    report = db.merge(ledger, [tmp_path / "in"], author="李四")
    assert sorted(file.outcome for file in report.files) == ["merged", "refused"]


def test_the_plan_key_never_leaves_the_ledger(ledger, files, returned):
    (key,) = ledger.one("SELECT key FROM plan_key")
    for path in [*files.values(), returned]:
        assert key not in path.read_bytes()
    with open_ledger(files["教育局"]) as file:
        (seal_key,) = file.one("SELECT key FROM seal_key")
    assert seal_key not in returned.read_bytes()


def test_a_fill_in_file_takes_only_what_was_issued_and_a_return_takes_nothing(files, returned):
    content = db.Content(narrative="越界")
    with open_ledger(files["教育局"]) as file:
        for task, unit in (("t1.1", "住建局"), ("t1.1", None)):
            with pytest.raises(db.RequestError, match="not_issued"):
                db.save_entry(file, task, "p1", content, author="x", unit=unit)
    with open_ledger(returned) as file, pytest.raises(db.RequestError, match="sealed"):
        db.save_entry(file, "t1.1", "p1", content, author="x", unit="教育局")


def test_a_text_too_long_to_hand_in_is_not_saved(files):
    with pytest.raises(db.RequestError, match="longer_than_kept"):
        say(files["教育局"], "1.1", "长" * 40_000)


def smuggled(file, change, tmp_path):
    """A return of a fill-in file into which a revision was put past the program."""
    from db import revision_rows
    from db.revisions import build

    with open_ledger(file) as opened:
        known = {"unit": "教育局", "author": "张三", "saved_at": "2024-04-01T00:00:00Z", "parents": ()}
        facts = {"task": "t1.1", "period": "p1", "content": db.Content(narrative="乙")} | known | change
        with opened.transaction() as connection:
            revision_rows.insert(
                connection, [build(facts.pop("task"), facts.pop("period"), facts.pop("content"), **facts)]
            )
    return hand_in(file, tmp_path / "in")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"unit": "住建局"}, "wrong_unit"),
        ({"unit": None}, "wrong_unit"),
        ({"parents": ("f" * 64,)}, "rootless"),
    ],
)
def test_what_was_put_past_the_program_does_not_pass_the_gate(ledger, files, tmp_path, change, code):
    assert refusal(ledger, smuggled(files["教育局"], change, tmp_path)) == code


def test_a_rootless_answer_to_a_started_entry_does_not_pass_the_gate(ledger, files, tmp_path):
    say(files["教育局"], "1.1", "甲")
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    second = issue(ledger, tmp_path / "second")["教育局"]
    assert refusal(ledger, smuggled(second, {}, tmp_path)) == "rootless"
