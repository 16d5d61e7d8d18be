"""What counts as filled is one thing everywhere; a status against the figures needs a reason everywhere."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

import db
from db.cli import main as shishi
from db.ledger import open_ledger
from tests import rounds
from tests.small_plan import FIRST, HALF, small_plan

ONE, THREE = db.TaskId("t1.1"), db.TaskId("t1.3")
TASK = small_plan().categories[2].items[0].tasks[0]
HELPED, EMPLOYED = (measure.id for measure in TASK.measures)


def revision(text: str = "完成", unit: str | None = "u", parents: tuple[str, ...] = ()) -> db.Revision:
    content = db.Content(narrative=text)
    return db.Revision(db.RevisionId(f"r-{text}"), ONE, FIRST.id, unit, "", "", content, parents)


def entry(*heads: db.Revision, confirmed: frozenset[str] = frozenset()) -> db.Entry:
    state, current = (db.State.OPEN, heads[0]) if len(heads) == 1 else (db.State.CONFLICT, None)
    return db.Entry(ONE, FIRST.id, state, current, heads, confirmed=confirmed)


@pytest.mark.parametrize(
    ("found", "filled"),
    [
        (db.Entry(ONE, FIRST.id, db.State.BLANK, None), False),
        (entry(revision()), True),
        (entry(revision("")), False),
        (entry(revision(unit=None)), False),  # as an import leaves it
        (entry(revision(unit=None, parents=("r0",))), True),  # reworded by the coordinating office
        (entry(revision(unit=None), confirmed=frozenset({"r-完成"})), True),
        (entry(revision("甲"), revision("乙")), True),
        (entry(revision("", unit=None), revision("甲", unit=None)), False),
    ],
)
def test_what_is_filled(found: db.Entry, filled: bool):
    assert db.is_filled(found) is filled


def counts(path) -> tuple[int, int, int]:
    """Filled tasks as the tree counts, as the units' rows count, and as the paper says."""
    from db.sheets import consolidated

    with open_ledger(path, read_only=True) as ledger:
        (plan,) = db.plans(ledger)
        period = plan.periods[0]
        found = db.entries(ledger, period.id)
        said = json.loads(consolidated(plan, period, found).data)["counts"]
        by_tree = sum(map(db.is_filled, found.values()))
        by_rows = {
            t for s in db.standing(ledger, plan, period) if s.filled for t in db.tasks_of(plan, s.unit.id)
        }
        return by_tree, len(by_rows), int(said.split("填報 ")[-1].split("填报 ")[-1].split(" ")[0])


def test_imported_text_counts_nowhere_until_a_unit_hands_it_in(sample_ledger, tmp_path):
    assert counts(sample_ledger) == (0, 0, 0)
    with open_ledger(sample_ledger) as ledger:
        (plan,) = db.plans(ledger)
        (issued,) = db.issue(ledger, plan, plan.periods[0], tmp_path, units=[plan_unit(plan)])
    returned = rounds.hand_in(issued.path, tmp_path / "back")
    with open_ledger(sample_ledger) as ledger:
        db.merge(ledger, [returned], author="李四")
    assert counts(sample_ledger) == (issued.tasks,) * 3
    with open_ledger(sample_ledger) as ledger:
        db.undo_merge(ledger)
    assert counts(sample_ledger) == (0, 0, 0)


def plan_unit(plan: db.Plan) -> db.UnitId:
    """A unit that leads its tasks alone."""
    alone = [t.leads[0].id for t in plan.tasks() if len(t.leads) == 1]
    return next(u for u in alone if all(len(t.leads) == 1 for t in db.tasks_of(plan, u)))


def content(status: db.Status | None, *figures: tuple[str, int]) -> db.Content:
    return db.Content(status=status, narrative="x", figures=tuple((m, Decimal(v)) for m, v in figures))


@pytest.mark.parametrize(
    ("said", "disagrees"),
    [
        (content(db.Status.ON_TRACK), False),  # blank is not behind
        (content(db.Status.ON_TRACK, (HELPED, 4300)), False),
        (content(db.Status.ON_TRACK, (HELPED, 100)), True),
        (content(db.Status.DONE, (HELPED, 8500), (EMPLOYED, 100)), True),
        (content(db.Status.BEHIND, (HELPED, 100), (EMPLOYED, 1300)), False),
        (content(db.Status.BEHIND, (HELPED, 4300), (EMPLOYED, 1300)), True),
        (content(db.Status.BEHIND, (HELPED, 4300)), False),  # what is not given may be behind
        (content(None, (HELPED, 100)), False),
    ],
)
def test_a_status_disagrees_with_the_figures(said: db.Content, disagrees: bool):
    assert db.disagrees(TASK, said, HALF, 2024) is disagrees


def test_without_measures_no_status_disagrees():
    bare = replace(TASK, measures=())
    assert not db.disagrees(bare, content(db.Status.BEHIND), HALF, 2024)


def test_the_command_line_asks_for_the_reason_too(tmp_path):
    path = tmp_path / "l.shishi"
    rounds.make_ledger(path).close()
    said = ["fill", str(path), "1.1", "--narrative", "x", "--figure", "学位=1", "--status", "on_track"]
    assert shishi(said) == 2
    with open_ledger(path) as ledger:
        assert db.entries(ledger, FIRST.id) == {}
    assert shishi([*said, "--reason", "下月集中开工"]) == 0
