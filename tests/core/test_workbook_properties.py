"""Whatever a clerk types: a workbook says what `fill` and `return` would say, in any order of rows."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import db
from db.ledger import open_ledger
from db.tables.xlsx_text import typed
from tests.rounds import hand_in, make_ledger
from tests.workbooks import Book, changed, merged

PERIOD = db.PeriodId("p1")
TASKS = ("t1.1", "t1.3")
# What a cell can hold: XML knows no control characters, and a spreadsheet no text of blanks alone.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")
TEXTS = st.one_of(
    st.just(""),
    st.sampled_from(
        ["甲", "=1+1", "+5", "@甲", "-3", "'甲", "1.10", "1-3月", "_x000D_", "a\r\nb", "é", "e\u0301"]
    ),
    st.text(CHARACTERS, max_size=30).filter(str.strip),
)
CONTENTS = st.builds(
    db.Content,
    status=st.none() | st.sampled_from([one for one in db.Status if one is not db.Status.NOT_APPLICABLE]),
    narrative=TEXTS,
    problems=TEXTS,
    next_steps=TEXTS,
    remark=TEXTS,
    reason=TEXTS,
)
FIGURES = st.none() | st.decimals(0, 10**9, places=2)
LABELS = {"not_started": "未启动", "on_track": "按序时", "behind": "滞后", "done": "已完成"}


def plain(content: db.Content) -> db.Content:
    """As a spreadsheet keeps it: line breaks of one kind."""
    from dataclasses import replace

    from db.revisions import normal

    names = ("narrative", "problems", "next_steps", "remark", "reason")
    kept = {name: getattr(content, name).replace("\r\n", "\n").replace("\r", "\n") for name in names}
    return normal(replace(content, **kept))


def write(one: Book, contents: dict[str, db.Content], figure: Decimal | None) -> None:
    from db.tables.xlsx_text import escaped

    for task, content in contents.items():
        for name in ("narrative", "problems", "next_steps", "remark", "reason"):
            if text := getattr(content, name):
                cell = one.cell(task, name)
                cell.value, cell.data_type = escaped(text), "s"
        one.cell(task, "status").value = LABELS[content.status] if content.status else None
    one.cell("t1.1", "figure", "m1").value = None if figure is None else float(figure)


@settings(max_examples=20, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(TASKS, CONTENTS)), FIGURES, st.randoms(use_true_random=False))
def test_a_workbook_says_what_a_filled_in_file_says(contents, figure, random):
    with tempfile.TemporaryDirectory() as name, make_ledger(Path(name) / "l.shishi") as ledger:
        folder = Path(name)
        (plan,) = db.plans(ledger)
        both = db.issue(ledger, plan, plan.periods[0], folder, units=["教育局"], form="both")
        file, book = (one.path for one in both)
        figures = () if figure is None else ((db.MeasureId("m1"), Decimal(str(float(figure)))),)
        wanted = {}
        with open_ledger(file) as own:
            for task, content in contents.items():
                content = plain(content)
                if task == "t1.1":
                    content = db.Content(**{**vars(content), "figures": figures})
                if content != db.Content():
                    saved = db.save_entry(
                        own, db.TaskId(task), PERIOD, content, author="x", unit=db.UnitId("教育局")
                    )
                    wanted[task] = saved.content
        changed(book, lambda one: (write(one, contents, figure), one.sort_rows(lambda _: random.random())))
        first = merged(ledger, book)
        assert first.outcome == ("merged" if wanted else "unchanged")
        assert {task: e.current.content for task, e in db.entries(ledger, PERIOD).items()} == wanted
        if wanted:
            db.merge(ledger, [hand_in(file, folder)], author="李四")
        assert {e.state for e in db.entries(ledger, PERIOD).values()} <= {db.State.OPEN}
        assert merged(ledger, book).added == 0


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_survives_its_escapes(text):
    from unicodedata import normalize

    from db.tables.xlsx_text import escaped

    expected = normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert typed(escaped(text)) == expected
