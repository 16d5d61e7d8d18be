"""Ledger into ledger: coordinators' copies, a district into a city, three levels deep."""

import json
import sqlite3

import pytest

import db
from db.ledger import open_ledger
from db.plan import edit_plan, put
from db.records import Verdict
from db.reviews import close_period, review_entry
from tests.rounds import hand_in, issue, make_ledger, say, seen


@pytest.fixture
def copies(tmp_path):
    """A ledger that has issued its files, a copy of it, and the files."""
    with make_ledger(tmp_path / "a.shishi") as ledger:
        files = issue(ledger, tmp_path / "out")
    (tmp_path / "b.shishi").write_bytes((tmp_path / "a.shishi").read_bytes())
    with open_ledger(tmp_path / "a.shishi") as one, open_ledger(tmp_path / "b.shishi") as two:
        yield one, two, files


def take(ledger, other):
    return db.merge(ledger, [other.path], author="李四", ledgers=True).files[0]


def standing(ledger):
    plan = db.plans(ledger)[0]
    return [
        (s.unit.name, s.tasks, s.filled, s.state, s.check_code)
        for s in db.standing(ledger, plan, plan.periods[0])
    ]


def test_two_copies_end_the_same_whichever_takes_the_other(copies, tmp_path):
    one, two, files = copies
    for ledger, unit in ((one, "教育局"), (two, "住建局")):
        say(files[unit], "1.3", f"{unit}说")
        db.merge(ledger, [hand_in(files[unit], tmp_path / "in")], author="李四")
    review_entry(two, db.TaskId("t1.3"), db.PeriodId("p1"), Verdict.SEND_BACK, author="李四", comment="?")
    assert take(one, two).outcome == "merged"
    assert take(two, one).outcome == "merged"
    assert seen(one) == seen(two)
    assert standing(one) == standing(two)
    assert len(db.conflicts(one)) == 1
    before = one.path.read_bytes()
    assert take(one, two).outcome == "unchanged"
    assert one.path.read_bytes() == before


def test_a_settled_conflict_merges_away_in_the_other_copy(copies, tmp_path):
    one, two, files = copies
    for unit in files:
        say(files[unit], "1.3", f"{unit}说")
    returns = [hand_in(file, tmp_path / "in") for file in files.values()]
    for ledger in (one, two):
        db.merge(ledger, returns, author="李四")
    settled = db.resolve(
        one, db.TaskId("t1.3"), db.PeriodId("p1"), author="李四", content=db.Content(narrative="合")
    )
    take(two, one)
    assert db.entry(two, db.TaskId("t1.3"), db.PeriodId("p1")).current == settled


def test_the_longer_log_extends_the_shorter_and_undo_takes_it_back(copies):
    one, two, _ = copies
    plan = db.plans(one)[0]
    before = seen(two)
    close_period(one, plan, plan.periods[0], author="李四")
    assert take(two, one).outcome == "merged"
    assert db.plans(two)[0] == db.plans(one)[0] != plan
    assert take(one, two).outcome == "unchanged"
    db.undo_merge(two)
    assert seen(two) == before


def test_plans_that_went_apart_are_refused(copies):
    one, two, _ = copies
    for ledger, name in ((one, "教育体育局"), (two, "教育委")):
        row = {"id": "教育局", "plan_id": "plan", "position": 1, "name": name, "is_group": 0}
        unit = put("unit", **row, members="[]", aliases="[]", contact="")
        edit_plan(ledger, db.PlanId("plan"), [unit], label="rename", author="李四")
    before = one.path.read_bytes()
    assert take(one, two).reasons[0].code == "plan_diverged"
    assert one.path.read_bytes() == before


def test_districts_into_a_city_into_a_province(tmp_path):
    districts = []
    for name in ("滨江", "上城"):
        path = tmp_path / f"{name}.shishi"
        db.import_table(db.sample_table(), path, year=2024, title=name)
        districts.append(path)
    with (
        db.create_ledger(tmp_path / "city.shishi") as city,
        db.create_ledger(tmp_path / "p.shishi") as province,
    ):
        report = db.merge(city, districts, author="市", ledgers=True)
        assert report.totals == {
            "merged": 2,
            "unchanged": 0,
            "refused": 0,
            "added": 112,
            "same": 0,
            "conflicts": 0,
        }
        assert take(province, city).outcome == "merged"
        assert [plan.title for plan in db.plans(province)] == sorted(["滨江", "上城"])
        (plan,) = (plan for plan in db.plans(province) if plan.title == "滨江")
        with open_ledger(districts[0]) as district:
            own = db.plans(district)[0]
            assert plan == own
            assert db.entries(province, plan.periods[0].id) == db.entries(district, own.periods[0].id)
        assert take(city, province).outcome == "unchanged"
        db.undo_merge(province)
        assert db.plans(province) == ()


def test_a_return_merges_two_levels_up(copies, tmp_path):
    one, _, files = copies
    with db.create_ledger(tmp_path / "city.shishi") as city:
        take(city, one)
        say(files["教育局"], "1.1", "甲")
        returned = hand_in(files["教育局"], tmp_path / "in")
        assert db.merge(city, [returned], author="市").files[0].outcome == "merged"


def forge(path, sql, *values):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(sql, values)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("changes", ['["a"]', "[[]]", "{}", "5", "[" * 100_000 + "]" * 100_000])
def test_a_log_that_says_no_changes_is_refused(copies, changes):
    one, two, _files = copies
    forge(
        two.path,
        "INSERT INTO plan_edit SELECT 'x', plan_id, seq + 1, label, author, made_at, ? FROM plan_edit "
        "ORDER BY seq DESC LIMIT 1",
        changes,
    )
    assert take(one, two).reasons[0].code == "bad_plan_log"


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE plan_key SET key = x'00'", "other_key"),
        ("UPDATE plan_edit SET label = 'x'", "bad_plan_log"),
        ("UPDATE revision SET narrative = '改'", "bad_hash"),
        ("UPDATE review SET comment = '改'", "bad_hash"),
        ("CREATE VIEW v AS SELECT 1", "foreign_schema"),
        ("UPDATE file SET kind = 'return'", "not_a_ledger_file"),
    ],
)
def test_a_forged_ledger_is_refused(copies, tmp_path, sql, code):
    one, two, files = copies
    say(files["教育局"], "1.1", "甲")
    db.merge(two, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    review_entry(two, db.TaskId("t1.1"), db.PeriodId("p1"), Verdict.APPROVE, author="李四")
    forge(two.path, sql)
    before = one.path.read_bytes()
    assert take(one, two).reasons[0].code == code
    assert one.path.read_bytes() == before


def test_a_further_plan_cannot_write_into_ours(copies, tmp_path):
    one, _, _ = copies
    with db.create_ledger(tmp_path / "evil.shishi") as evil:
        plan = db.PlanId("evil")
        changes = [
            put("plan", id=plan, title="别的", year=2024),
            put("category", id="c1", plan_id=plan, position=1, name="偷换"),
        ]
        edit_plan(evil, plan, changes, label="x", author="x")
        assert take(one, evil).reasons[0].code == "id_taken"


def test_a_log_cannot_carry_sql(copies, tmp_path):
    one, _, _ = copies
    from db.plan import edit_digest

    with db.create_ledger(tmp_path / "evil.shishi") as evil:
        plan = db.PlanId("evil")
        edit_plan(evil, plan, [put("plan", id=plan, title="别的", year=2024)], label="x", author="x")
        (before,) = evil.one("SELECT id FROM plan_edit")
        changes = [{"put": "plan", "row": {"id": "x", "title) VALUES ('a'); --": 1}}]
        row = (edit_digest(before, plan, "l", "a", "t", changes), plan, 2, "l", "a", "t", json.dumps(changes))
        evil.connection.execute("INSERT INTO plan_edit VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        assert take(one, evil).outcome == "refused"


def test_a_ledger_is_merged_only_when_asked_for_as_such(copies):
    one, two, files = copies
    assert db.merge(one, [two.path], author="李四").files[0].reasons[0].code == "is_a_ledger"
    (file,) = db.merge(one, [files["教育局"]], author="李四", ledgers=True).files
    assert file.reasons[0].code == "not_a_ledger_file"
