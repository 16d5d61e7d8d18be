"""What must hold for any files in any order: design.md §3.4, as properties."""

import itertools
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import db
from db.ledger import open_ledger
from tests.rounds import hand_in, issue, make_ledger, say, seen

UNITS = ("教育局", "住建局")
TASKS = {"教育局": ("1.1", "1.3"), "住建局": ("1.2", "1.3")}
TEXTS = st.sampled_from(["甲", "乙", "完成\n两座", "𠮷", " "])
# A clerk's step: a save of one of her tasks, or handing in; each unit works in two copies of its file.
STEPS = st.lists(
    st.tuples(st.sampled_from(UNITS), st.integers(0, 1), st.integers(0, 1), TEXTS | st.none()), max_size=8
)


def played(folder, steps):
    """A ledger, its bytes before any merge, and every file that was handed in or could be."""
    with make_ledger(folder / "l.shishi") as ledger:
        files = issue(ledger, folder / "out")
    copies = {}
    for unit, file in files.items():
        copies[unit, 0] = file
        copies[unit, 1] = Path(file).with_name(f"{unit} 副本.shishi")
        copies[unit, 1].write_bytes(file.read_bytes())
    handed = []
    for unit, copy, task, text in steps:
        if text is None:
            handed.append(hand_in(copies[unit, copy], folder / "in"))
        else:
            say(copies[unit, copy], TASKS[unit][task], text)
    return [*handed, *copies.values()]


def merged(folder, order):
    path = folder / f"{len(list(folder.iterdir()))}.shishi"
    path.write_bytes((folder / "l.shishi").read_bytes())
    with open_ledger(path) as ledger:
        for lot in order:
            report = db.merge(ledger, lot, author="李四")
            assert report.totals["refused"] == 0
        plan = db.plans(ledger)[0]
        standing = db.standing(ledger, plan, plan.periods[0])
        revisions = {key for (key,) in ledger.rows("SELECT id FROM revision")}
        return (
            seen(ledger),
            revisions,
            [(s.unit.name, s.filled, s.state, s.check_code) for s in standing],
        )


@settings(max_examples=25, deadline=None)
@given(STEPS, st.randoms(use_true_random=False))
def test_any_order_any_lots_any_repetition_end_the_same(steps, random):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = played(folder, steps)
        once, ids, states = merged(folder, [files])
        shuffled = [*files, *random.sample(files, len(files) // 2)]
        random.shuffle(shuffled)
        lots = [list(lot) for _, lot in itertools.groupby(shuffled, key=lambda _: random.random() < 0.5)]
        assert merged(folder, lots) == (once, ids, states)


@settings(max_examples=15, deadline=None)
@given(STEPS)
def test_nothing_that_was_handed_in_is_unreachable(steps):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = played(folder, steps)
        _, ids, _ = merged(folder, [files])
        for file in files:
            with open_ledger(file, read_only=True) as opened:
                mine = {key for (key,) in opened.rows("SELECT id FROM revision")}
                assert mine <= ids


@settings(max_examples=15, deadline=None)
@given(STEPS, st.data())
def test_undo_is_exact(steps, data):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = played(folder, steps)
        cut = data.draw(st.integers(0, len(files)))
        with open_ledger(folder / "l.shishi") as ledger:
            plan = db.plans(ledger)[0]
            db.merge(ledger, files[:cut], author="李四")
            before = seen(ledger), db.standing(ledger, plan, plan.periods[0])
            report = db.merge(ledger, files[cut:], author="李四")
            if report.totals["merged"]:
                db.undo_merge(ledger)
            assert (seen(ledger), db.standing(ledger, plan, plan.periods[0])) == before
