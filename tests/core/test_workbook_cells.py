"""What is typed into the cells of a fill-in workbook, and what cannot be taken is told by its cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import db
from db.ledger import open_ledger
from db.sentences import LANGUAGES
from tests.rounds import make_ledger
from tests.workbooks import Book, changed, codes, filled, issue_books, merged, opened

ONE, PERIOD = db.TaskId("t1.1"), db.PeriodId("p1")


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened_ledger:
        yield opened_ledger


@pytest.fixture
def book(ledger, tmp_path) -> Path:
    return issue_books(ledger, tmp_path / "out")["教育局"]


def said(ledger) -> db.Content:
    return db.entry(ledger, ONE, PERIOD).current.content


def refused(ledger, path: Path) -> list[tuple[str, str]]:
    """(code, cell) of each reason for which a workbook was refused, and nothing was changed."""
    before = ledger.path.read_bytes()
    file = merged(ledger, path)
    assert file.outcome == "refused"
    assert ledger.path.read_bytes() == before
    for language in LANGUAGES:
        for reason in file.reasons:
            sentence = db.sentence(reason.code, reason.params, language)
            assert "{" not in sentence
            assert reason.code not in sentence
    return [(reason.code, reason.params.get("cell", "")) for reason in file.reasons]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (145, "145"),
        (2.5, "2.5"),
        (0, "0"),
        (0.1 + 0.2, "0.3"),
        ("2.7万", "27000"),
        ("４，０７９", "4079"),
        (" 1,234.50 ", "1234.5"),
    ],
)
def test_a_figure_is_understood_as_it_is_typed(ledger, book, typed, value):
    merged(ledger, filled(book, narrative="甲", figures={"m1": typed}))
    assert dict(said(ledger).figures) == {"m1": Decimal(value)}


@pytest.mark.parametrize("typed", ["abc", "约200", -3, "-3", True, "1-3", "85%", "12 34"])
def test_what_is_no_number_is_told_by_its_cell(ledger, book, typed):
    filled(book, narrative="甲", figures={"m1": typed})
    cell = opened(book).cell("t1.1", "figure", "m1").coordinate
    ((code, place),) = refused(ledger, book)
    assert code in ("workbook_not_a_number", "workbook_cell_error")
    assert place == cell


def test_every_bad_cell_is_told(ledger, book):
    def spoil(one: Book) -> None:
        one.type("t1.1", status="还行", nothing_new="大概", narrative=date(2024, 3, 1), figures={"m1": "x"})
        one.type("t1.3", narrative="甲")

    changed(book, spoil)
    found = refused(ledger, book)
    assert {code for code, _ in found} == {
        "workbook_unknown_status",
        "workbook_not_yes",
        "workbook_cell_is_date",
        "workbook_not_a_number",
    }
    assert {cell for _, cell in found} == {
        opened(book).cell("t1.1", name).coordinate for name in ("status", "nothing_new", "narrative")
    } | {opened(book).cell("t1.1", "figure", "m1").coordinate}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("第一行\n第二行", "第一行\n第二行"),
        ("第一行_x000D_\n第二行", "第一行\n第二行"),
        ("  两边有空格  ", "  两边有空格  "),
        ("cafe\u0301", "café"),
        ("=1+1 不是公式", "=1+1 不是公式"),
        ("𠮷野家、䶮", "𠮷野家、䶮"),
        ("_x005F_x000D_ 照写", "_x000D_ 照写"),
        (4079, "4079"),
        (1.5, "1.5"),
        ("1.10", "1.10"),
        ("a\x0bb".replace("\x0b", "_x000B_"), "a\x0bb"),
    ],
)
def test_a_text_is_taken_as_typed(ledger, book, typed, text):
    def write(one: Book) -> None:
        cell = one.cell("t1.1", "narrative")
        cell.value = typed
        if isinstance(typed, str):
            cell.data_type = "s"

    merged(ledger, changed(book, write))
    assert said(ledger).narrative == text


def test_blanks_alone_are_nothing(ledger, book):
    assert (
        merged(ledger, filled(book, narrative=" \n ", problems="　", figures={"m1": " "})).outcome
        == "unchanged"
    )


@pytest.mark.parametrize("text", ["按序时", "按序時", " 按序时 ", "on_track"])
def test_a_status_is_known_in_either_script(ledger, book, text):
    merged(ledger, filled(book, narrative="甲", status=text))
    assert said(ledger).status is db.Status.ON_TRACK


def test_nothing_new_needs_a_reason(ledger, book):
    filled(book, nothing_new="是")
    ((code, cell),) = refused(ledger, book)
    assert (code, cell) == ("workbook_reason_needed", opened(book).cell("t1.1", "nothing_new").coordinate)
    merged(ledger, filled(book, reason="五月开工"))
    assert said(ledger) == db.Content(nothing_new=True, reason="五月开工")


def test_not_applicable_needs_a_reason(ledger, book):
    filled(book, status="不适用")
    assert [code for code, _ in refused(ledger, book)] == ["workbook_reason_needed"]


def test_a_formula_counts_by_the_value_stored_with_it(ledger, book):
    filled(book, narrative="甲", figures={"m1": "=100+45"})
    assert [code for code, _ in refused(ledger, book)] == ["workbook_formula_without_value"]
    with_value(book, "100+45", "145")
    file = merged(ledger, book)
    assert "cell_formula" in codes(file)
    assert dict(said(ledger).figures) == {"m1": Decimal(145)}


def with_value(path: Path, formula: str, value: str) -> None:
    """As a spreadsheet saves it: the formula and its result."""
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    before = f"<f>{formula}</f><v></v>".encode()
    bare = f"<f>{formula}</f><v />".encode()
    assert before in parts[name] or bare in parts[name]
    after = f"<f>{formula}</f><v>{value}</v>".encode()
    parts[name] = parts[name].replace(before, after).replace(bare, after)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


def test_an_error_value_is_told(ledger, book):
    def spoil(one: Book) -> None:
        one.cell("t1.1", "narrative").value = "#NAME?"

    assert [code for code, _ in refused(ledger, changed(book, spoil))] == ["workbook_cell_error"]


def test_half_a_character_is_told(ledger, book):
    filled(book, narrative="甲_xD800_")
    assert [code for code, _ in refused(ledger, book)] == ["workbook_bad_text"]
    merged(ledger, filled(book, narrative="甲_xD83D__xDE00_"))
    assert said(ledger).narrative == "甲😀"


def test_a_text_that_is_too_long_is_told(ledger, book):
    filled(book, narrative="长" * 32_001)
    assert [code for code, _ in refused(ledger, book)] == ["workbook_text_too_long"]
    merged(ledger, filled(book, narrative="长" * 32_000))
    assert len(said(ledger).narrative) == 32_000


def test_very_many_bad_cells_are_counted(tmp_path):
    db.import_sample(tmp_path / "sample.shishi")
    with open_ledger(tmp_path / "sample.shishi") as ledger:
        books = issue_books(ledger, tmp_path / "out")
        path = max(books.values(), key=lambda one: len(opened(one).task_rows()))

        def spoil(one: Book) -> None:
            for row in one.task_rows():
                for name in ("status", "nothing_new", "figure"):
                    one.sheet.cell(row, one.columns[name]).value = "错"

        file = merged(ledger, changed(path, spoil))
    assert len(file.reasons) == 51
    assert (file.reasons[-1].code, int(file.reasons[-1].params["count"]) > 51) == ("workbook_bad_cells", True)
