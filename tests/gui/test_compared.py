"""What is shown side by side, and what a person goes on from who writes one text of several."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db
from desktop.compared import Mark, Piece, compare, spoken
from desktop.forms.union import undecided, union_of
from desktop.models.case_list import Case, CaseList
from desktop.sides_view import marked_html
from tests.small_plan import measure, task

TASK = task("1.1#1", "新增學位7600個。", "教育局", "", measure("學位", "7600", "個"))
FIGURE = TASK.measures[0].id
contents = st.builds(
    db.Content,
    narrative=st.text("甲乙。\n", max_size=12),
    problems=st.text("丙。", max_size=4),
    status=st.none() | st.sampled_from(list(db.Status)),
    figures=st.sampled_from([(), ((FIGURE, Decimal(1)),), ((FIGURE, Decimal(2)),)]),
)


def said(cell: tuple[Piece, ...], *without: Mark) -> str:
    return "".join(piece.text for piece in cell if piece.mark not in without)


@given(st.lists(contents, min_size=1, max_size=3))
def test_a_cell_says_what_its_side_says_and_marks_only_what_differs(sides):
    for row in compare(TASK, sides):
        texts = [said(cell) for cell in row.cells]
        assert len(texts) == len(sides)
        assert row.differs == (len(set(texts)) > 1)
    narratives = [row for row in compare(TASK, sides) if row.title == "Progress"]
    if any(side.narrative for side in sides):
        assert [said(cell) for cell in narratives[0].cells] == [side.narrative for side in sides]


@given(contents, contents)
def test_against_a_start_what_went_and_what_came_can_be_told_apart(start, side):
    for row in compare(TASK, [side], base=start, beside=start):
        cell, before = row.cells
        assert said(cell, Mark.ADDED) == said(before)


def test_a_status_that_is_the_same_everywhere_takes_no_row():
    one = db.Content(status=db.Status.DONE, narrative="甲")
    assert [row.title for row in compare(TASK, [one, one])] == ["Progress"]
    rows = compare(TASK, [one, replace(one, status=db.Status.BEHIND)])
    assert [row.title for row in rows] == ["Status", "Progress"]


def test_a_mark_is_a_line_and_a_word_besides_its_colour(qapp):
    pieces = (Piece("甲<b>", Mark.ADDED), Piece("乙", Mark.REMOVED), Piece("丙", Mark.DIFFERS), Piece("丁"))
    shown = marked_html(pieces)
    assert shown.count("underline") == 2
    assert shown.count("line-through") == 1
    assert "&lt;b&gt;" in shown
    assert spoken(pieces) == "[new: 甲<b>][gone: 乙][differs: 丙]丁"


def sides(*told: db.Content, ancestor: db.Content | None = None) -> db.Sides:
    def revision(name: str, content: db.Content) -> db.Revision:
        return db.Revision(
            db.RevisionId(name), TASK.id, db.PeriodId("p1"), None, "", "2024-04-01T00:00:00Z", content, ()
        )

    made = tuple(revision(str(n), one) for n, one in enumerate(told))
    start = revision("a", ancestor) if ancestor else None
    return db.Sides(TASK.id, db.PeriodId("p1"), made, tuple(one.id for one in made), start)


@pytest.mark.parametrize(
    ("left", "right", "start", "taken"),
    [("1", "1", None, "1"), ("1", "2", None, None), ("1", "2", "1", "2"), ("1", None, None, "1")],
)
def test_a_figure_is_taken_only_where_nobody_has_to_choose(left, right, start, taken):
    def content(figure: str | None) -> db.Content:
        return db.Content(figures=((FIGURE, Decimal(figure)),) if figure else ())

    found = sides(content(left), content(right), ancestor=content(start) if start else None)
    assert union_of(found).figures == (((FIGURE, Decimal(taken)),) if taken else ())
    assert bool(undecided(found, TASK.measures)) == (taken is None)


def test_the_union_keeps_attachments_and_explanations_of_every_side():
    files = [db.AttachmentRef(str(n) * 64, f"{n}.jpg") for n in (1, 2)]
    why = db.Explanation("code", "1.1#1", "因为")
    one = db.Content(narrative="甲。", attachments=(files[0],), explanations=(why,))
    other = db.Content(narrative="乙。", attachments=tuple(files), status=db.Status.DONE)
    made = union_of(sides(one, other))
    assert made.attachments == tuple(files)
    assert made.explanations == (why,)
    assert (made.narrative, made.status) == ("甲。乙。", db.Status.DONE)


def test_the_list_of_cases_keeps_the_rules_of_qt(qtmodeltester, qapp):
    model = CaseList()
    qtmodeltester.check(model)
    model.show_cases([Case(1, "conflict", "Conflict", "1.1", "教育局"), Case(2, "done", "Done", "1.2", "")])
    qtmodeltester.check(model)
    assert (model.place(2), model.place(3)) == (1, -1)
