"""Files that are not what they seem: refused with their own reason, in time, and nothing changes.

The quick run takes about 200 of them, `pytest -m slow tests/core/test_hostile.py` over 2,000.
"""

import contextlib
import os
import random
import shutil
import time
import unicodedata
from dataclasses import replace

import pytest

import db
from db.errors import FileError
from db.ledger import open_ledger
from tests.core import hostile_files as forge

if os.name != "posix":
    pytest.skip("pipes and devices", allow_module_level=True)

MOST_SECONDS = 2.0
"""What the issue calls a hang."""
BY_CHANCE = (
    *("damaged", "not_a_ledger", "newer_version", "foreign_schema", "is_a_ledger", "bad_hash", "bad_seal"),
    *(
        "bad_terms",
        "bad_value",
        "not_nfc",
        "other_plan",
        "other_plan_same_name",
        "rootless",
        "wrong_period",
        "wrong_task",
        "wrong_unit",
    ),
)
"""What a file may be refused for that was spoiled blindly."""


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    return forge.make_stage(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def ledger(stage):
    with open_ledger(stage.ledger) as opened:
        yield opened


def told(merged):
    """What is reported of a file, its name aside."""
    return replace(merged, name="")


def refused_or_none(ledger, path):
    """The code with which a file is refused, None if it passes; nothing changes either way."""
    before = ledger.path.read_bytes()
    begun = time.monotonic()
    (seen,) = db.preview_merge(ledger, [path]).files
    assert time.monotonic() - begun < MOST_SECONDS
    assert ledger.path.read_bytes() == before
    if seen.outcome == "merged":
        return None
    (merged,) = db.merge(ledger, [path], author="李四").files
    assert merged == seen
    assert ledger.path.read_bytes() == before
    assert merged.reasons, "refused without a reason"
    assert "unknown_code" not in db.sentence(merged.reasons[0].code, merged.reasons[0].params, "zh_CN")
    return merged.reasons[0].code


def result(stage, path):
    """What a merge leaves: the report, and every row but what is said of the file and not sealed."""
    target = stage.folder / "result" / "l.shishi"
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir()
    shutil.copy(stage.ledger, target)
    with open_ledger(target) as ledger:
        (merged,) = db.merge(ledger, [path], author="李四").files
        rows = {
            table: set(ledger.rows(f"SELECT {columns} FROM {table}"))
            for table, columns in (
                ("revision", "*"),
                ("revision_parent", "*"),
                ("figure", "*"),
                ("explanation", "*"),
                ("dispatch", "*"),
                ("return", "id, dispatch_id, check_code, seal"),
                ("return_revision", "*"),
                (
                    "receipt",
                    "id, merge_id, return_id, dispatch_id, unit_id, period_id, check_code, added, same",
                ),
                ("merge_added", "*"),
            )
        }
    return told(merged), rows


BLIND = {
    "bit flips": (forge.bit_flips, 30, 500, BY_CHANCE),
    "flips of what is written": (forge.filled_flips, 50, 700, BY_CHANCE),
    "truncation": (forge.truncations, 30, 100, ("damaged",)),
    "swapped pages": (forge.swapped_pages, 30, 300, BY_CHANCE),
    "scribbles": (forge.scribbles, 30, 500, BY_CHANCE),
}


@pytest.mark.parametrize("slow", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["few", "many"])
@pytest.mark.parametrize("source", ["returned", "filled"])
@pytest.mark.parametrize("kind", BLIND)
def test_what_is_spoiled_blindly_is_refused_or_the_same(stage, ledger, kind, source, slow):
    maker, few, many, allowed = BLIND[kind]
    seed = 20240401 + slow
    true = getattr(stage, source)
    untouched = result(stage, true)
    refused = 0
    count = (many if slow else few) // 2
    for number, data in enumerate(maker(true.read_bytes(), random.Random(f"{kind} {source} {seed}"), count)):
        path = stage.scratch()
        path.write_bytes(data)
        at = f"{kind} {number} of seed {seed}"
        code = refused_or_none(ledger, path)
        if code is None:
            assert result(stage, path) == untouched, at
        else:
            assert code in allowed, at
            refused += 1
    assert refused  # or nothing was spoiled


GENERATED = "ALTER TABLE draft ADD COLUMN evil TEXT AS (typed_at || base) VIRTUAL"
SAID = "UPDATE revision SET narrative = "
NAMED = {
    "a header of something else": (forge.spliced(0, b"SQLite format 4\0"), "not_a_ledger"),
    "another program's database": (forge.spliced(68, b"\0\0\0\1"), "not_a_ledger"),
    "a newer schema": (forge.with_sql("PRAGMA user_version = 2"), "newer_version"),
    "a much newer schema": (forge.spliced(60, b"\xff\xff\xff\xff"), "newer_version"),
    "a write-ahead log": (forge.spliced(18, b"\2\2"), "damaged"),
    "another encoding": (forge.spliced(56, b"\0\0\0\2"), "damaged"),
    "another page size": (forge.spliced(16, b"\x10\0"), "damaged"),
    "a trigger": (
        forge.with_sql("CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM revision; END"),
        "foreign_schema",
    ),
    "a view": (forge.with_sql("CREATE VIEW evil AS SELECT load_extension('x')"), "foreign_schema"),
    "a view in place of a table": (
        forge.with_sql("DROP TABLE draft", "CREATE VIEW draft AS SELECT * FROM revision"),
        "foreign_schema",
    ),
    "a virtual table": (forge.with_sql("CREATE VIRTUAL TABLE evil USING fts5(x)"), "foreign_schema"),
    "a generated column": (forge.with_sql(GENERATED), "foreign_schema"),
    "an index on an expression": (forge.with_sql("CREATE INDEX evil ON draft (abs(base))"), "foreign_schema"),
    "a missing index": (forge.with_sql("DROP INDEX revision_of"), "foreign_schema"),
    "thousands of tables": (forge.many_tables, "foreign_schema"),
    "a changed word": (forge.with_sql(SAID + "'全部完成'"), "bad_hash"),
    "a changed figure": (
        forge.with_sql("INSERT INTO figure SELECT id, 'm1', '999' FROM revision"),
        "bad_hash",
    ),
    "a changed unit": (forge.with_sql("UPDATE revision SET unit_id = '住建局'"), "bad_hash"),
    "a changed id": (forge.with_sql("UPDATE revision SET id = 'x' || id"), "bad_hash"),
    "a changed word, hashed anew": (forge.rehashed, "bad_seal"),
    "a seal of another unit's file": (forge.seal_of_another, "bad_seal"),
    "a seal of nothing": (forge.with_sql("UPDATE return SET seal = x''"), "bad_seal"),
    "one id handed in less": (
        forge.with_sql(
            "DELETE FROM return_revision WHERE revision_id = (SELECT min(revision_id) FROM return_revision)"
        ),
        "bad_seal",
    ),
    "a task of another unit": (forge.insider(task="t1.2"), "wrong_task"),
    "a task of no plan": (forge.insider(task="t9.9"), "wrong_task"),
    "the name of another unit": (forge.insider(unit="住建局"), "wrong_unit"),
    "a parent that is nowhere": (forge.insider(parents=("0" * 64,)), "rootless"),
    "a hole in the history": (forge.broken_chain, "rootless"),
    "another plan": (forge.of_another_plan, "bad_seal"),
    "a plan that is not here": (
        forge.with_sql(
            'UPDATE dispatch SET terms = replace(terms, \'"plan":"plan"\', \'"plan":"p"\')',
            "UPDATE plan SET id = 'p'",
        ),
        "other_plan_same_name",
    ),
    "changed terms": (
        forge.with_sql("UPDATE dispatch SET terms = replace(terms, 't1.1', 't1.2')"),
        "bad_seal",
    ),
    "terms that are no terms": (forge.with_sql("UPDATE dispatch SET terms = '[]'"), "bad_terms"),
    "terms without end": (forge.with_sql(("UPDATE dispatch SET terms = ?", ("[" * 100_000,))), "bad_terms"),
    "terms in other words": (forge.with_sql("UPDATE dispatch SET terms = terms || ' '"), "bad_terms"),
    "a text in another form": (forge.with_sql((SAID + "?", (unicodedata.normalize("NFD", "é"),))), "not_nfc"),
    "a text that is no text": (forge.with_sql(SAID + "CAST(x'ff41' AS TEXT)"), "damaged"),
    "a huge text": (forge.with_sql(SAID + "printf('%.*c', 300000, 'x')"), "too_large"),
    "a very huge text": (forge.with_sql(SAID + "printf('%.*c', 50000000, 'x')"), "too_large"),
    "a huge author": (forge.sealed_with(lambda c: replace(c, remark="x" * 200_001)), "too_large"),
    "a number that is none": (
        forge.with_sql("INSERT INTO figure SELECT id, 'm1', 'NaN' FROM revision"),
        "bad_value",
    ),
    "a number without end": (
        forge.with_sql("INSERT INTO figure SELECT id, 'm1', '1e999999999' FROM revision"),
        "bad_value",
    ),
    "a status of its own": (forge.with_sql("UPDATE revision SET status = 'perfect'"), "bad_value"),
    "two returns in one": (
        forge.with_sql("INSERT INTO return SELECT 'x', dispatch_id, '', '', '', seal FROM return"),
        "bad_value",
    ),
    "two dispatches in one": (
        forge.with_sql("INSERT INTO dispatch SELECT 'x', '', '', '', terms FROM dispatch"),
        "bad_value",
    ),
    "no unit": (forge.with_sql("DELETE FROM unit"), "bad_value"),
    "a kind that is none": (forge.with_sql("UPDATE file SET kind = 'other'"), "damaged"),
    "a return that says it is a ledger": (forge.with_sql("UPDATE file SET kind = 'ledger'"), "is_a_ledger"),
    "a return that says it is a fill-in file": (
        forge.with_sql("UPDATE file SET kind = 'dispatch'"),
        "bad_seal",
    ),
    "the ledger itself": (lambda stage: stage.ledger, "is_a_ledger"),
    "a zip": (forge.a_zip, "not_a_ledger"),
    "a workbook": (forge.a_workbook, "not_a_ledger"),
    "nothing": (forge.with_bytes(b""), "empty_file"),
    "one byte": (forge.with_bytes(b"S"), "not_a_ledger"),
    "half a header": (forge.with_bytes(b"SQLite format 3\0" + b"\0" * 50), "not_a_ledger"),
    "a text": (forge.with_bytes("一份说明".encode() * 500), "not_a_ledger"),
    "a folder": (forge.a_folder, "is_directory"),
    "an empty folder": (forge.an_empty_folder, "no_files"),
    "a pipe": (forge.a_pipe, "not_regular"),
    "a link": (forge.a_link, "not_regular"),
    "a device without end": (lambda stage: forge.Path("/dev/zero"), "not_regular"),
    "what is not there": (lambda stage: stage.scratch("gone.shishi"), "not_found"),
}


@pytest.mark.parametrize("name", NAMED)
def test_each_kind_of_forgery_is_refused_for_its_own_reason(stage, ledger, name):
    make, code = NAMED[name]
    assert refused_or_none(ledger, make(stage)) == code


def test_another_program_may_rewrite_the_file_if_it_says_the_same(stage, ledger):
    path = forge.with_sql("PRAGMA page_size = 4096", "VACUUM")(stage)
    assert result(stage, path) == result(stage, stage.returned)


@pytest.mark.parametrize(
    "text", ["已完成\u202e成完未\u202c", "响铃\a", "空\0字", "换页\f", "隔离\u2066x\u2069"]
)
def test_odd_characters_are_reported_and_kept(stage, ledger, text):
    path = forge.sealed_with(lambda content: content, text)(stage)
    (seen,) = db.preview_merge(ledger, [path]).files
    assert seen.outcome == "merged"
    assert [(reason.code, reason.params) for reason in seen.reasons] == [
        ("odd_characters", {"tasks": "1.1#1"})
    ]
    assert text in {entry.after.narrative for entry in seen.entries}


def test_line_breaks_and_tabs_are_not_odd(stage, ledger):
    path = forge.sealed_with(lambda content: content, "一\n二\t三\r\n四")(stage)
    assert db.preview_merge(ledger, [path]).files[0].reasons == ()


def test_ten_thousand_saves_of_one_entry_are_merged_and_read_in_time(stage, tmp_path):
    path = forge.long_chain(stage)
    target = tmp_path / "l.shishi"
    shutil.copy(stage.ledger, target)
    place = db.TaskId("t1.1"), db.PeriodId("p1")
    with open_ledger(target) as ledger:
        for step in (
            lambda: db.merge(ledger, [path], author="李四"),
            lambda: db.entry(ledger, *place),
            lambda: db.history(ledger, *place),
            lambda: db.common_ancestor(ledger, db.entry(ledger, *place)),
            lambda: db.standing(ledger, db.plans(ledger)[0], db.plans(ledger)[0].periods[0]),
            lambda: db.undo_merge(ledger),
        ):
            begun = time.monotonic()
            step()
            assert time.monotonic() - begun < MOST_SECONDS
        assert ledger.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_spoiled_file_between_true_ones_leaves_nothing_behind(stage, tmp_path):
    """The files of one merge are read over one connection."""
    spoiled = {
        "b": forge.with_sql("CREATE VIEW evil AS SELECT 1")(stage).read_bytes(),
        "c": stage.returned.read_bytes()[: 30 * forge.PAGE],
        "d": forge.with_sql(SAID + "'全部完成'")(stage).read_bytes(),
        "f": forge.with_sql("PRAGMA page_size = 4096", "VACUUM")(stage).read_bytes(),
    }
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in spoiled.items():
        (folder / f"{name}.shishi").write_bytes(data)
    for name in "aeg":
        shutil.copy(stage.returned, folder / f"{name}.shishi")
    target = tmp_path / "l.shishi"
    shutil.copy(stage.ledger, target)
    with open_ledger(target) as ledger:
        report = db.merge(ledger, [folder], author="李四")
    outcomes = ["merged", "refused", "refused", "refused", "unchanged", "unchanged", "unchanged"]
    assert [file.outcome for file in report.files] == outcomes
    assert [file.reasons[0].code for file in report.files[1:4]] == ["foreign_schema", "damaged", "bad_hash"]


def test_a_spoiled_ledger_opens_or_says_why(stage, tmp_path):
    """Opening is not merging: the file is ours, and a stick may have spoiled it."""
    chance = random.Random(20240401)
    for data in (
        *forge.bit_flips(stage.ledger.read_bytes(), chance, 40),
        *forge.scribbles(stage.ledger.read_bytes(), chance, 40),
    ):
        path = tmp_path / "l.shishi"
        path.write_bytes(data)
        with contextlib.suppress(FileError), open_ledger(path, read_only=True) as ledger:
            plan = db.plans(ledger)[0]
            db.standing(ledger, plan, plan.periods[0])
