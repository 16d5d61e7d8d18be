"""Two coordinators, their units, and everything they may do in any order: what must hold in the end.

Beside the clerks' saves and returns (test_merge_properties): reviews, corrections, resolutions, rewordings, entries
left out, amended and closed plans, ledgers that take each other, and a ledger restored from its oldest backup.
"""

import contextlib
import itertools
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import db
from db import revision_rows
from db.ledger import open_ledger
from db.plan import edit_plan, put
from db.records import Verdict
from db.reviews import close_period, review_entry
from tests.rounds import hand_in, issue, make_ledger, say, seen

PLAN = db.PlanId("plan")
P1 = db.PeriodId("p1")
TASKS = ("1.1", "1.2", "1.3")
UNITS = {"教育局": ("1.1", "1.3"), "住建局": ("1.2", "1.3")}
TEXTS = st.sampled_from(["甲", "乙", "丙\n丁"])
WHO = st.sampled_from(["a", "b"])
TASK = st.sampled_from(TASKS)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.sampled_from(list(UNITS)), st.integers(0, 1), TEXTS),
        st.tuples(st.just("say"), st.sampled_from(list(UNITS)), st.integers(0, 1), TEXTS),
        st.tuples(st.just("hand_in"), st.sampled_from(list(UNITS))),
        st.tuples(st.just("take"), WHO, st.frozensets(TASK, max_size=1)),
        st.tuples(st.just("take"), WHO, st.just(frozenset())),
        st.tuples(st.just("review"), WHO, TASK, st.sampled_from(Verdict)),
        st.tuples(st.just("resolve"), WHO, TASK, TEXTS),
        st.tuples(st.just("reword"), WHO, TASK, TEXTS),
        st.tuples(st.just("correct"), WHO, TEXTS),
        st.tuples(st.just("choose"), WHO, TASK),
        st.tuples(st.just("amend"), TASK, TEXTS),
        st.tuples(st.just("edit"), st.sampled_from(["retire", "split", "delete", "undo", "redo"]), TASK),
        st.tuples(st.just("close")),
        st.tuples(st.just("share"), WHO),
        st.tuples(st.just("undo"), WHO),
    ),
    max_size=12,
)
SLOW = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


class World:
    """Two copies of a ledger, the units' files, and what was handed in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with make_ledger(folder / "a.shishi") as ledger:
            self.oldest = ledger.path.read_bytes()
            self.files = issue(ledger, folder / "out")
        (folder / "b.shishi").write_bytes((folder / "a.shishi").read_bytes())
        self.handed: list[Path] = []
        self.corrections: list[Path] = []
        begun = [("say", unit, number, unit[number]) for unit in UNITS for number in (0, 1)]
        handed = [("hand_in", unit) for unit in UNITS]
        self.play([*begun, *handed, ("take", "a", frozenset())])

    def path(self, who):
        return self.folder / f"{who}.shishi"

    def play(self, steps):
        """What makes no sense at the time is refused, and changes nothing."""
        for name, *values in steps:
            with contextlib.suppress(db.RequestError):
                getattr(self, name)(*values)

    def say(self, unit, number, text):
        say(self.files[unit], UNITS[unit][number], text)

    def hand_in(self, unit):
        self.handed.append(hand_in(self.files[unit], self.folder / "in"))

    def take(self, who, leave_out):
        with open_ledger(self.path(who)) as ledger:
            out = frozenset(db.TaskId(f"t{number}") for number in leave_out)
            assert db.merge(ledger, self.handed, author=who, leave_out=out).totals["refused"] == 0

    def choose(self, who, number):
        """Take in what was left out of any return before."""
        with open_ledger(self.path(who)) as ledger:
            wanted = frozenset([db.TaskId(f"t{number}")])
            assert db.merge(ledger, self.handed, author=who, take_in=wanted).totals["refused"] == 0

    def review(self, who, number, verdict):
        with open_ledger(self.path(who)) as ledger:
            review_entry(ledger, db.TaskId(f"t{number}"), P1, verdict, author=who, comment="请改")

    def resolve(self, who, number, text):
        with open_ledger(self.path(who)) as ledger:
            db.resolve(ledger, db.TaskId(f"t{number}"), P1, author=who, content=db.Content(narrative=text))

    def reword(self, who, number, text):
        with open_ledger(self.path(who)) as ledger:
            db.save_entry(ledger, db.TaskId(f"t{number}"), P1, db.Content(narrative=text), author=who)

    def correct(self, who, text):
        """Issue what was sent back, and have each unit answer it at once."""
        with open_ledger(self.path(who)) as ledger:
            plan = db.plans(ledger)[0]
            issued = db.issue(ledger, plan, plan.periods[0], self.folder / "back", corrections=True)
        for one in issued:
            with open_ledger(one.path) as file:
                terms = db.terms(file)
                said = db.Content(narrative=f"更正:{text}")
                db.save_entry(file, terms.tasks[0], P1, said, author="张三", unit=terms.unit)
            self.corrections.append(one.path)
            self.handed.append(hand_in(one.path, self.folder / "in"))

    def amend(self, number, text):
        """Only one of the two edits the plan: copies that go apart are refused, elsewhere."""
        with open_ledger(self.path("a")) as ledger:
            db.change_task(ledger, PLAN, db.TaskId(f"t{number}"), target=f"改:{text}", author="a")

    def edit(self, what, number):
        """As `amend`, with what may and may not be done to a task that was issued."""
        edits = {
            "retire": lambda: db.retire_task(ledger, PLAN, task, author="a"),
            "split": lambda: db.split_task(ledger, PLAN, task, author="a"),
            "delete": lambda: db.delete_task(ledger, PLAN, task, author="a"),
            "undo": lambda: db.undo_plan(ledger, PLAN, author="a"),
            "redo": lambda: db.redo_plan(ledger, PLAN, author="a"),
        }
        task = db.TaskId(f"t{number}")
        with open_ledger(self.path("a")) as ledger:
            edits[what]()

    def close(self):
        with open_ledger(self.path("a")) as ledger:
            plan = db.plans(ledger)[0]
            close_period(ledger, plan, plan.periods[0], author="a")

    def share(self, who):
        other = self.path("b" if who == "a" else "a")
        with open_ledger(self.path(who)) as ledger:
            assert db.merge(ledger, [other], author=who, ledgers=True).totals["refused"] == 0

    def undo(self, who):
        with open_ledger(self.path(who)) as ledger:
            db.undo_merge(ledger)

    def sources(self):
        """Everything that can be merged: (path, whether it is a ledger)."""
        untouched = [*self.handed, *self.files.values(), *self.corrections]
        return [(path, False) for path in untouched] + [(self.path(who), True) for who in "ab"]


def held(ledger):
    """What must not depend on any order: what is seen, and every revision, review and dispatch."""
    plan = db.plans(ledger)[0]
    states = [(s.unit.name, s.tasks, s.filled, s.state) for s in db.standing(ledger, plan, plan.periods[0])]
    sets = [
        set(ledger.rows(f"SELECT id FROM {table}")) for table in ("revision", "review", "dispatch", "return")
    ]
    out = set(ledger.rows("SELECT dispatch_id, revision_id FROM stays_out"))
    return seen(ledger), states, sets, out


def take_all(ledger, sources):
    """Merge neighbours of one kind as one lot each."""
    for ledgers, lot in itertools.groupby(sources, key=lambda source: source[1]):
        report = db.merge(ledger, [path for path, _ in lot], author="李四", ledgers=ledgers)
        assert report.totals["refused"] == 0, report


def restored(world, name):
    path = world.folder / f"{name}.shishi"
    path.write_bytes(world.oldest)
    return open_ledger(path)


def check_any_order_ends_the_same(steps, random):
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.play(steps)
        sources = world.sources()
        with restored(world, "first") as ledger:
            take_all(ledger, sources)
            first = held(ledger)
            before = ledger.path.read_bytes()
            take_all(ledger, sources)
            assert ledger.path.read_bytes() == before
        out = {revision for _, revision in first[3]}
        for path, _ in sources:  # nothing that was ever saved is unreachable, but what somebody left out
            with open_ledger(path, read_only=True) as opened:
                every = revision_rows.load(opened.connection, "1 = 1")
            lost = {key: one for key, one in every.items() if (key,) not in first[2][0]}
            assert all(key in out or any(key in one.parents for one in lost.values()) for key in lost)
        shuffled = [*sources, *random.sample(sources, len(sources) // 2)]
        random.shuffle(shuffled)
        with restored(world, "second") as ledger:
            take_all(ledger, shuffled)
            assert held(ledger) == first
        with restored(world, "third") as ledger, restored(world, "middle") as middle:
            cut = random.randrange(len(shuffled) + 1)
            take_all(middle, shuffled[:cut])
            take_all(ledger, shuffled[cut:])
            take_all(ledger, [(middle.path, True)])
            assert held(ledger) == first


def check_undo_is_exact(steps, data):
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.play(steps)
        who = data.draw(WHO)
        other = world.path("b" if who == "a" else "a")
        path, ledgers = data.draw(st.just((other, True)) | st.sampled_from(world.sources()))
        with open_ledger(world.path(who)) as ledger:
            before = held(ledger)
            if db.merge(ledger, [path], author="李四", ledgers=ledgers).totals["merged"]:
                db.undo_merge(ledger)
            assert held(ledger) == before
            if db.merge(ledger, [path], author="李四", ledgers=ledgers).totals["merged"]:
                db.undo_merge(ledger)
            assert held(ledger) == before


@QUICK
@given(STEPS, st.randoms(use_true_random=False))
def test_any_order_and_grouping_of_everything_ends_the_same(steps, random):
    check_any_order_ends_the_same(steps, random)


@pytest.mark.slow
@SLOW
@given(STEPS, st.randoms(use_true_random=False))
def test_any_order_and_grouping_of_everything_ends_the_same_at_length(steps, random):
    check_any_order_ends_the_same(steps, random)


@QUICK
@given(STEPS, st.data())
def test_undo_of_any_merge_is_exact(steps, data):
    check_undo_is_exact(steps, data)


@pytest.mark.slow
@SLOW
@given(STEPS, st.data())
def test_undo_of_any_merge_is_exact_at_length(steps, data):
    check_undo_is_exact(steps, data)


LATER = {
    "a verdict on what came": [("review", "b", "1.1", Verdict.APPROVE)],
    "a verdict upon a verdict that came": [("review", "b", "1.2", Verdict.APPROVE)],
    "a rewording": [("reword", "b", "1.1", "改")],
    "a correction of what came": [("correct", "b", "改")],
}


@pytest.mark.parametrize("later", LATER)
def test_a_merged_ledger_is_undone_with_its_verdicts_unless_something_was_built_on_it(tmp_path, later):
    world = World(tmp_path)
    world.share("b")
    with open_ledger(world.path("b")) as ledger:
        before = held(ledger)
    world.play([("review", "a", "1.2", Verdict.SEND_BACK), ("say", "教育局", 0, "新"), ("hand_in", "教育局")])
    world.play(
        [("take", "a", frozenset()), ("review", "a", "1.1", Verdict.SEND_BACK), ("share", "b"), ("undo", "b")]
    )
    with open_ledger(world.path("b")) as ledger:
        assert held(ledger) == before
    world.share("b")
    world.play(LATER[later])
    with pytest.raises(db.RequestError, match="built_on"):
        world.undo("b")


def test_a_plan_that_was_edited_since_keeps_the_steps_it_was_edited_upon(tmp_path):
    world = World(tmp_path)
    world.amend("1.1", "甲")
    world.share("b")
    with open_ledger(world.path("b")) as ledger:
        edit_plan(
            ledger,
            db.PlanId("plan"),
            [put("plan", id="plan", title="新名", year=2024)],
            label="x",
            author="b",
        )
    with pytest.raises(db.RequestError, match="built_on"):
        world.undo("b")
