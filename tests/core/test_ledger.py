"""Opening, creating and refusing files; what a crash leaves."""

import os
import sqlite3
import stat

import pytest

import db
from db import schema
from db.ledger import new_file, open_ledger, unused
from db.records import FileKind


def test_a_new_ledger_is_one_marked_sqlite_file(tmp_path):
    path = tmp_path / "l.shishi"
    with db.create_ledger(path) as ledger:
        assert ledger.kind is FileKind.LEDGER
        assert ledger.rows("PRAGMA application_id") == [(schema.APPLICATION_ID,)]
        assert ledger.rows("PRAGMA user_version") == [(schema.VERSION,)]
        assert ledger.rows("PRAGMA page_size") == [(1024,)]
        assert ledger.rows("PRAGMA synchronous") == [(2,)]
    assert [file.name for file in tmp_path.iterdir()] == ["l.shishi"]


def test_the_schema_of_a_new_file_is_the_declared_one(tmp_path):
    declared = sqlite3.connect(":memory:")
    schema.create(declared)
    with db.create_ledger(tmp_path / "l.shishi") as ledger:
        ours = {row for row in schema.fingerprint(ledger.connection) if row[2] != "_sqlite_migrations"}
    assert ours == schema.fingerprint(declared)
    declared.close()


def test_every_table_is_strict_and_every_view_answers(tmp_path):
    with db.create_ledger(tmp_path / "l.shishi") as ledger:
        for name, kind, strict in ledger.rows("SELECT name, type, strict FROM pragma_table_list"):
            if not name.startswith(("sqlite_", "_sqlite")):
                assert kind == "view" or strict, name
                ledger.rows(f"SELECT * FROM {name}")


def code_of(path, **options):
    with pytest.raises(db.FileError) as caught:
        open_ledger(path, **options)
    return caught.value.code


def test_what_cannot_be_opened_says_why(tmp_path):
    path = tmp_path / "l.shishi"
    assert code_of(path) == "not_found"
    assert code_of(tmp_path) == "is_directory"
    path.write_bytes(b"")
    assert code_of(path) == "empty_file"
    path.write_bytes("一份说明".encode() * 50)
    assert code_of(path) == "not_a_ledger"
    path.unlink()
    sqlite3.connect(path).execute("CREATE TABLE other (x)").connection.close()
    assert code_of(path) == "not_a_ledger"


def test_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "l.shishi"
    db.create_ledger(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert code_of(path) == "newer_version"


def test_an_older_version_is_migrated_with_a_backup(tmp_path):
    path = tmp_path / "l.shishi"
    db.create_ledger(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    open_ledger(path).close()
    assert len(list((tmp_path / "l.backups").iterdir())) == 1


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_damaged(tmp_path, keep):
    path = tmp_path / "l.shishi"
    db.create_ledger(path).close()
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    assert code_of(path) == "damaged"


def test_a_file_that_may_not_be_written_opens_for_reading(tmp_path, monkeypatch):
    path = tmp_path / "l.shishi"
    db.create_ledger(path).close()
    path.chmod(stat.S_IREAD)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with open_ledger(path) as ledger:
        assert ledger.read_only
        with pytest.raises(db.FileError, match="read_only"), ledger.transaction():
            pass


def test_a_file_is_there_whole_or_not_at_all(tmp_path):
    with pytest.raises(RuntimeError), new_file(tmp_path / "l.shishi", FileKind.LEDGER):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path):
    path = tmp_path / "l.shishi"
    path.write_bytes(b"mine")
    with pytest.raises(db.FileError, match="already_exists"):
        db.create_ledger(path)
    assert path.read_bytes() == b"mine"
    assert unused(path).name == "l (2).shishi"


def test_a_transaction_is_all_or_nothing_also_inside_another(tmp_path):
    with db.create_ledger(tmp_path / "l.shishi") as ledger:
        insert = "INSERT INTO merge (merged_at, author) VALUES ('', ?)"
        with ledger.transaction() as outer:
            outer.execute(insert, ("kept",))
            with pytest.raises(ValueError, match="inner"), ledger.transaction() as inner:
                inner.execute(insert, ("gone",))
                raise ValueError("inner")
        assert ledger.rows("SELECT author FROM merge") == [("kept",)]


def test_a_file_in_use_says_so(tmp_path):
    path = tmp_path / "l.shishi"
    with db.create_ledger(path) as ledger, open_ledger(path) as second:
        second.connection.execute("PRAGMA busy_timeout = 0")
        with ledger.transaction(), pytest.raises(db.FileError, match="locked"), second.transaction():
            pass


def test_a_chinese_path_with_signs_of_an_address_opens(tmp_path):
    path = tmp_path / "滨江 区#1?%20" / "台账?.shishi"
    db.create_ledger(path).close()
    open_ledger(path, read_only=True).close()


def test_a_table_without_rowid_declares_its_key_first():
    """SQLite 3.40's quick_check takes a sound row for damaged otherwise."""
    connection = sqlite3.connect(":memory:")
    schema.create(connection)
    tables = connection.execute("SELECT name FROM pragma_table_list WHERE wr AND type = 'table'").fetchall()
    assert ("left_out",) in tables
    for (name,) in tables:
        columns = connection.execute(f"SELECT pk FROM pragma_table_info('{name}')").fetchall()
        keys = [pk for (pk,) in columns]
        assert keys == sorted(keys, key=lambda pk: (pk == 0, pk)), name
    connection.close()


def test_a_file_of_ours_in_name_only_is_damaged(tmp_path):
    path = tmp_path / "l.shishi"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    assert code_of(path) == "damaged"


def test_values_that_are_not_ours_are_damage_not_a_crash(imported_sample, tmp_path):
    import shutil

    for number, sql in enumerate(
        (
            "UPDATE task SET extra = '{'",
            "UPDATE task SET leads = '[\"gone\"]'",
            "UPDATE measure SET amount = 'x'",
            "UPDATE period SET end_day = 'morgen'",
        )
    ):
        path = shutil.copy(imported_sample, tmp_path / f"{number}.shishi")
        with sqlite3.connect(path) as connection:
            connection.execute(sql)
        connection.close()
        with open_ledger(path) as ledger, pytest.raises(db.FileError, match="damaged"):
            db.plans(ledger)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "l.shishi")
    assert code_of(tmp_path / "l.shishi") == "not_regular"


def test_a_name_too_long_is_a_clear_error(tmp_path):
    assert code_of(tmp_path / ("区" * 100)) == "no_permission"


def test_what_a_killed_program_left_is_swept_and_in_nobodys_way(tmp_path):
    left = tmp_path / ".0badcafe.unfinished"
    left.write_bytes(b"half a file")
    os.utime(left, (0, 0))
    db.create_ledger(tmp_path / "l.shishi").close()
    assert [path.name for path in tmp_path.iterdir()] == ["l.shishi"]
