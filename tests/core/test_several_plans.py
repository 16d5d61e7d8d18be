"""One ledger, several plans: which is meant is said once, and never guessed."""

import json

import pytest
from click.testing import CliRunner

import db
from db.cli.group import shishi
from db.plan import the_plan
from tests.rounds import hand_in, make_ledger, say

ME = "李四"
TITLE = "滨江区民生实事"


@pytest.fixture
def ledger(tmp_path):
    """The plan of 2024, one made from it for 2025, and another district's."""
    with make_ledger(tmp_path / "a.shishi") as made:
        old = db.plans(made)[0]
        db.plan_from(made, old, title=TITLE, year=2025, author=ME)
        db.new_plan(made, title="上城区民生实事", year=2024, author=ME)
        yield made


def command(*arguments):
    import db.cli  # registers every command

    assert db.cli
    return CliRunner().invoke(shishi, [str(argument) for argument in arguments])


def test_a_plan_is_called_so_that_no_two_are_called_alike(ledger):
    assert list(db.plan_names(ledger).values()) == [
        "上城区民生实事",
        f"{TITLE} (2024)",
        f"{TITLE} (2025)",
    ]
    assert the_plan(ledger, f"{TITLE} (2025)").year == 2025
    assert the_plan(ledger, "上城区民生实事").title == "上城区民生实事"
    for unclear in (None, TITLE):
        with pytest.raises(db.RequestError, match="which_plan"):
            the_plan(ledger, unclear)
    with pytest.raises(db.RequestError, match="no_such_plan"):
        the_plan(ledger, "无")


def test_two_of_one_title_and_year_are_told_apart_too(ledger, tmp_path):
    with db.create_ledger(tmp_path / "city.shishi") as city:
        for number in (1, 2):
            with db.create_ledger(tmp_path / f"{number}.shishi") as district:
                db.new_plan(district, title="民生实事", year=2024, author=ME)
            db.merge(city, [tmp_path / f"{number}.shishi"], author=ME, ledgers=True)
        names = db.plan_names(city)
        assert len(set(names.values())) == 2
        assert all(the_plan(city, name).id == key for key, name in names.items())


def test_each_plan_is_edited_for_itself(ledger):
    by_year = {plan.year: plan for plan in db.plans(ledger) if plan.title == TITLE}
    task = next(by_year[2025].tasks()).id
    db.change_task(ledger, by_year[2025].id, task, target="改", author=ME)
    with pytest.raises(db.RequestError, match="not_in_plan"):
        db.change_task(ledger, by_year[2024].id, task, target="改", author=ME)
    assert db.plan_of(ledger, by_year[2024].id) == by_year[2024]
    db.undo_plan(ledger, by_year[2025].id, author=ME)
    assert db.plan_of(ledger, by_year[2025].id) == by_year[2025]


def test_the_command_line_asks_which_plan_is_meant(ledger, tmp_path):
    files = issue_old(ledger, tmp_path)
    for unit in files:
        say(files[unit], "1.3", f"{unit}说")
        db.merge(ledger, [hand_in(files[unit], tmp_path / "in")], author=ME)
    done = command("status", ledger.path, "--period", "1-3月", "--json")
    assert done.exit_code == 2
    named = command("status", ledger.path, "--period", "1-3月", "--plan", f"{TITLE} (2024)", "--json")
    assert len(json.loads(named.stdout)["units"]) == 2
    every = json.loads(command("conflicts", ledger.path, "--json").stdout)["conflicts"]
    assert [(one["plan"], one["task"]) for one in every] == [(TITLE, "1.3#1")]
    other = command("conflicts", ledger.path, "--plan", "上城区民生实事", "--json")
    assert (json.loads(other.stdout)["conflicts"], other.exit_code) == ([], 0)
    shown = json.loads(command("show", ledger.path, "--period", "1—3月", "--json").stdout)["plans"]
    entries = [task["entry"] for task in tasks(shown[1])]
    assert [entry and entry["state"] for entry in entries] == [None, None, "conflict"]


def tasks(plan):
    return [task for category in plan["categories"] for item in category["items"] for task in item["tasks"]]


def issue_old(ledger, tmp_path):
    old = the_plan(ledger, f"{TITLE} (2024)")
    found = db.issue(ledger, old, old.periods[0], tmp_path / "out")
    return {one.unit.name: one.path for one in found}


def test_show_marks_what_is_retired(ledger):
    db.retire_task(ledger, db.PlanId("plan"), db.TaskId("t1.2"), author=ME)
    lines = command("show", ledger.path, "--plan", f"{TITLE} (2024)").stdout.splitlines()
    assert [line.split("\t")[0].strip() for line in lines if line.endswith("(retired)")] == ["1.2#1"]
