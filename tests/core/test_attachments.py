"""Attachments: in the file once, handed over with their revisions, refused when they are not whole."""

import sqlite3
from contextlib import closing

import pytest

import db
from db import leaving_out, merging
from db.ledger import open_ledger
from tests.rounds import hand_in, issue, make_ledger
from tests.workbooks import filled, issue_books

PICTURE = b"\x89PNG" + bytes(range(256)) * 40


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened:
        yield opened


@pytest.fixture
def files(ledger, tmp_path):
    return issue(ledger, tmp_path / "out")


def say_with(file, number, text, *paths):
    """Save a narrative with attachments in the name of the file's unit; the references."""
    with open_ledger(file) as opened:
        mine = db.terms(opened)
        refs = tuple(db.attach_file(opened, path) for path in paths)
        content = db.Content(narrative=text, attachments=refs)
        db.save_entry(opened, f"t{number}", mine.period, content, author="张三", unit=mine.unit)
    return refs


def picture(tmp_path, name="现场照片.png", data=PICTURE):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def stored(path):
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT sha256 FROM attachment ORDER BY 1")]


def test_what_is_used_twice_lies_in_the_file_once(files, tmp_path):
    one, other = picture(tmp_path), picture(tmp_path, "另存.png")
    first = say_with(files["教育局"], "1.1", "甲", one)
    second = say_with(files["教育局"], "1.3", "乙", other)
    assert stored(files["教育局"]) == [first[0].sha256] == [second[0].sha256]
    assert (first[0].name, second[0].name) == ("现场照片.png", "另存.png")


def test_it_travels_with_the_return_and_comes_out_whole(ledger, files, tmp_path):
    (ref,) = say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    assert db.entry(ledger, "t1.1", "p1").current.content.attachments == (ref,)
    assert db.attachment(ledger, ref) == PICTURE
    assert db.attachment_sizes(ledger, [ref]) == {ref.sha256: len(PICTURE)}
    db.save_attachment(ledger, ref, tmp_path / "取出.png")
    assert (tmp_path / "取出.png").read_bytes() == PICTURE


def test_undo_takes_it_out_unless_something_else_names_it(ledger, files, tmp_path):
    say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    say_with(files["住建局"], "1.2", "乙", picture(tmp_path))
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    db.merge(ledger, [hand_in(files["住建局"], tmp_path / "in")], author="李四")
    db.undo_merge(ledger)
    assert len(stored(ledger.path)) == 1
    db.undo_merge(ledger)
    assert stored(ledger.path) == []


def test_a_correction_brings_the_pictures_back_to_the_unit(ledger, files, tmp_path):
    (ref,) = say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    again = issue(ledger, tmp_path / "again")["教育局"]
    with open_ledger(again) as opened:
        assert db.attachment(opened, ref) == PICTURE


def test_a_ledger_that_forgot_takes_the_correction_with_the_picture_it_started_from(ledger, files, tmp_path):
    earlier = tmp_path / "earlier.shishi"
    earlier.write_bytes(ledger.path.read_bytes())
    (ref,) = say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    again = issue(ledger, tmp_path / "again")["教育局"]
    say_with(again, "1.1", "改过")
    with open_ledger(earlier) as restored:
        report = db.merge(restored, [hand_in(again, tmp_path / "in2")], author="李四")
        assert report.files[0].outcome == "merged"
        assert db.attachment(restored, ref) == PICTURE


def test_what_a_workbook_could_not_bring_bars_nothing_and_comes_later(ledger, files, tmp_path):
    """A ledger restored from an older backup knows of a picture from a workbook only, without its bytes."""
    earlier = tmp_path / "earlier.shishi"
    earlier.write_bytes(ledger.path.read_bytes())
    (ref,) = say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    first = hand_in(files["教育局"], tmp_path / "in")
    db.merge(ledger, [first], author="李四")
    book = filled(issue_books(ledger, tmp_path / "books")["教育局"])
    with open_ledger(earlier) as restored:
        for path in (book, say_again(restored, tmp_path)):
            assert db.merge(restored, [path], author="李四").files[0].outcome == "merged"
        with pytest.raises(db.RequestError):
            db.attachment(restored, ref)
        db.merge(ledger, [earlier], author="李四", ledgers=True)
        db.merge(restored, [first], author="李四")
        assert db.attachment(restored, ref) == PICTURE
    other = tmp_path / "other.shishi"
    other.write_bytes(ledger.path.read_bytes())
    ledger.connection.execute("DELETE FROM attachment")
    ledger.connection.commit()
    assert db.merge(ledger, [other], author="李四", ledgers=True).files[0].outcome == "merged"
    assert db.attachment(ledger, ref) == PICTURE
    assert db.merge(ledger, [other, first], author="李四", ledgers=True).files[0].outcome == "unchanged"


def test_large_files_are_merged_a_few_at_a_time_and_undone_as_one(ledger, files, tmp_path, monkeypatch):
    monkeypatch.setattr(merging, "LOT_BYTES", len(PICTURE))
    returned = []
    for number, unit in (("1.1", "教育局"), ("1.2", "住建局"), ("1.3", "教育局")):
        say_with(files[unit], number, "甲", picture(tmp_path, data=PICTURE + number.encode()))
        returned.append(hand_in(files[unit], tmp_path / "in"))
    commits = []
    ledger.connection.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
    report = db.merge(ledger, returned, author="李四")
    ledger.connection.set_trace_callback(None)
    assert [file.outcome for file in report.files] == ["merged"] * 3
    assert len(commits) == 3
    db.undo_merge(ledger)
    assert stored(ledger.path) == []


def say_again(ledger, tmp_path):
    file = issue(ledger, tmp_path / "again")["教育局"]
    say_with(file, "1.1", "乙")
    return hand_in(file, tmp_path / "in2")


def test_another_coordinators_ledger_brings_its_pictures(ledger, files, tmp_path):
    copy = tmp_path / "copy.shishi"
    copy.write_bytes(ledger.path.read_bytes())
    (ref,) = say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    returned = hand_in(files["教育局"], tmp_path / "in")
    with open_ledger(copy) as other:
        db.merge(other, [returned], author="王五")
    db.merge(ledger, [copy], author="李四", ledgers=True)
    assert db.attachment(ledger, ref) == PICTURE


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE attachment SET bytes = x'00'", "bad_attachment"),
        ("DELETE FROM attachment", "attachment_lost"),
        ("UPDATE attachment SET bytes = zeroblob(6000000)", "too_large"),
        ("UPDATE revision_attachment SET name = 'x'", "bad_hash"),
        ("DELETE FROM revision_attachment", "bad_hash"),
    ],
)
def test_a_return_whose_pictures_are_not_whole_is_refused(ledger, files, tmp_path, sql, code):
    say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    returned = hand_in(files["教育局"], tmp_path / "in")
    with closing(sqlite3.connect(returned)) as connection:
        connection.execute(sql)
        connection.commit()
    before = ledger.path.read_bytes()
    (file,) = db.merge(ledger, [returned], author="李四").files
    assert (file.outcome, [reason.code for reason in file.reasons]) == ("refused", [code])
    assert ledger.path.read_bytes() == before


def test_what_nothing_names_is_not_handed_over_and_can_be_dropped(files, tmp_path):
    (kept,) = say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    with open_ledger(files["教育局"]) as opened:
        drafted = db.attach_bytes(opened, "粘贴.png", b"drafted")
        db.attach_bytes(opened, "去掉.png", b"taken away again")
        db.save_draft(opened, db.Draft("t1.3", "p1", "", db.Content(attachments=(drafted,))))
        assert db.drop_unused_attachments(opened) == 1
        assert db.attachment(opened, drafted) == b"drafted"
    assert stored(hand_in(files["教育局"], tmp_path / "in")) == [kept.sha256]


def test_too_large_too_many_empty_and_missing_are_said(ledger, files, tmp_path):
    large = picture(tmp_path, "大.bin", bytes(db.MOST_BYTES_ATTACHED + 1))
    with open_ledger(files["教育局"]) as opened:
        mine = db.terms(opened)
        for path, code in (
            (large, "attachment_too_large"),
            (picture(tmp_path, "空.txt", b""), "empty_file"),
            (tmp_path, "is_directory"),
            (tmp_path / "无.png", "not_found"),
        ):
            with pytest.raises(db.ShishiError) as caught:
                db.attach_file(opened, path)
            assert caught.value.code == code
        some = db.attach_bytes(opened, "一.txt", b"1")
        for refs, code in (
            ((db.AttachmentRef("ab" * 32, "没有.png"),), "attachment_missing"),
            (tuple([some] * (db.MOST_ATTACHMENTS + 1)), "too_many_attachments"),
        ):
            content = db.Content(narrative="甲", attachments=refs)
            with pytest.raises(db.RequestError) as caught:
                db.save_entry(opened, "t1.1", mine.period, content, author="张三", unit=mine.unit)
            assert caught.value.code == code


def test_a_draft_and_what_a_merge_took_out_keep_their_bytes(ledger, files, tmp_path):
    (ref,) = say_with(files["教育局"], "1.1", "甲", picture(tmp_path))
    db.merge(ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    (revision,) = db.history(ledger, "t1.1", "p1")
    with ledger.transaction() as connection:
        leaving_out.take_out(connection, [revision], 1)
    assert db.drop_unused_attachments(ledger) == 0
    with ledger.transaction() as connection:
        leaving_out.put_back(connection, 1)
    db.save_draft(ledger, db.Draft("t1.1", "p1", "", revision.content))
    db.undo_merge(ledger)
    assert db.attachment(ledger, ref) == PICTURE
    db.discard_draft(ledger, "t1.1", "p1")
    assert db.drop_unused_attachments(ledger) == 1


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "C:\\Windows\\x.exe", ".hidden.", "", "甲" * 190 + ".png"]
)
def test_what_is_lent_lies_in_its_folder_and_cannot_be_written_in(ledger, tmp_path, name):
    ref = db.AttachmentRef(db.attach_bytes(ledger, "x", PICTURE).sha256, name)
    (tmp_path / "lent").mkdir()
    first = db.lend_attachment(ledger, ref, tmp_path / "lent")
    second = db.lend_attachment(ledger, ref, tmp_path / "lent")
    assert first.parent == second.parent == tmp_path / "lent"
    assert first != second
    assert not first.name.startswith(".")
    assert first.suffix == (".png" if name.endswith(".png") else first.suffix)
    assert first.stat().st_mode & 0o222 == 0
    assert second.read_bytes() == PICTURE
