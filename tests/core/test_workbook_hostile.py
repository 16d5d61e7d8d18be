"""Workbooks that are not ours, or that somebody made to look so: refused, each for its own reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import db
from db import seals
from db.ledger import open_ledger
from db.plan import edit_plan, put
from db.workbook import identity as hidden
from tests.rounds import make_ledger
from tests.workbooks import Book, changed, codes, filled, issue_books, merged

PERIOD = db.PeriodId("p1")


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened_ledger:
        yield opened_ledger


@pytest.fixture
def book(ledger, tmp_path) -> Path:
    return filled(issue_books(ledger, tmp_path / "out")["教育局"])


def refusal(ledger, path: Path) -> str:
    before = ledger.path.read_bytes()
    file = merged(ledger, path)
    assert file.outcome == "refused"
    assert ledger.path.read_bytes() == before
    return codes(file)[0]


def repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def rewritten(path: Path, change: Callable[[dict], None], key: bytes = b"x" * 32) -> Path:
    """With another identity hidden in it, as somebody who knows the form but not the key would."""

    def forge(one: Book) -> None:
        sheet = one.book["shishi"]
        claim = hidden.claimed([cell.value for cell in sheet["A"]], path)
        change(claim.form)
        data = hidden.canonical(claim.form)
        text = hidden.base64.b64encode(hidden.zlib.compress(data)).decode()
        sheet.delete_rows(1, sheet.max_row)
        for row in (f"workbook:{hidden.FORM}", f"mark:{hidden._mark(key, data).hex()}", f"part:1/1:{text}"):
            sheet.append([hidden.SIGN + row])

    return changed(path, forge)


def test_a_workbook_of_another_plan_is_refused_by_name(tmp_path, book):
    with db.create_ledger(tmp_path / "other.shishi") as other:
        plan = db.PlanId("other")
        edit_plan(
            other, plan, [put("plan", id=plan, title="西湖区民生实事", year=2024)], label="x", author="x"
        )
        file = merged(other, book)
    assert codes(file) == ["other_plan"]
    assert file.reasons[0].params == {"theirs": "滨江区民生实事", "ours": "西湖区民生实事"}


def test_the_same_plan_with_another_key_is_refused(tmp_path, book):
    with make_ledger(tmp_path / "copy.shishi") as other:
        assert refusal(other, book) == "bad_seal"


def test_a_forged_dispatch_is_refused(ledger, book):
    def for_all(form: dict) -> None:
        terms = hidden.json.loads(form["terms"])
        terms["unit"] = "住建局"
        form["terms"] = hidden.canonical(terms).decode()

    assert refusal(ledger, rewritten(book, for_all)) == "bad_seal"


def test_a_bomb_of_empty_lists_is_not_unfolded(ledger, book):
    assert refusal(ledger, rewritten(book, lambda form: form.update(tasks=[[]] * 1_000_001))) == "too_large"


def test_forged_rows_are_refused(ledger, book):
    def ask(form: dict) -> None:
        form["tasks"].append(["t1.2", "1.2#1", "1.2", "新增学位1.2", []])

    assert refusal(ledger, rewritten(book, ask)) == "bad_seal"


def test_a_workbook_does_not_give_away_the_key_of_returns(ledger, book):
    terms = hidden.claimed(texts(book), book).terms
    (key,) = ledger.one("SELECT key FROM plan_key")
    seal_key = seals.seal_key(key, terms)
    with zipfile.ZipFile(book) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    data = hidden.claimed(texts(book), book).data
    for secret in (key, seal_key):
        assert all(form not in everything + data for form in (secret, secret.hex().encode()))


def texts(book: Path) -> list[str]:
    return [cell.value for cell in openpyxl.load_workbook(book)["shishi"]["A"]]


def test_terms_that_are_no_terms_are_refused(ledger, book):
    assert refusal(ledger, rewritten(book, lambda form: form.update(terms="[]"))) == "bad_terms"


@pytest.mark.parametrize(
    "form", [{"plan": 7}, {"plan": "\ud800"}, {"terms": None}, {"tasks": 0}, {"revisions": [[]]}]
)
def test_what_is_not_in_our_form_is_refused(ledger, book, form):
    if "plan" not in form and "terms" not in form:
        assert refusal(ledger, rewritten(book, lambda one: one.update(form))) == "bad_seal"
        return
    with pytest.raises(db.RefusedError) as refused:
        bent(book, form)
    assert refused.value.code in ("workbook_identity_damaged", "bad_terms")


def bent(book: Path, change: dict) -> None:
    claim = hidden.claimed(texts(book), book)
    data = hidden.json.dumps(claim.form | change).encode()
    text = hidden.base64.b64encode(hidden.zlib.compress(data)).decode()
    cells = [f"workbook:{hidden.FORM}", f"mark:{'0' * 64}", f"part:1/1:{text}"]
    hidden.claimed([hidden.SIGN + cell for cell in cells], book)


def test_what_unpacks_to_gigabytes_is_refused(ledger, book, monkeypatch):
    monkeypatch.setattr(hidden, "_MOST_BYTES", 100)
    assert refusal(ledger, book) == "too_large"


def test_a_newer_workbook_is_refused_politely(ledger, book, monkeypatch):
    monkeypatch.setattr(hidden, "FORM", 0)
    assert refusal(ledger, book) == "newer_version"


def test_a_zip_bomb_is_refused(ledger, book):
    def blow(parts: dict[str, bytes]) -> None:
        parts["xl/sharedStrings.xml"] = b"<sst>" + b" " * (40 * 2**20) + b"</sst>"

    assert refusal(ledger, repacked(book, blow)) == "too_large"


def test_entities_are_refused(ledger, book):
    def declare(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        head = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        parts[name] = head + parts[name].split(b"?>", 1)[-1]

    assert refusal(ledger, repacked(book, declare)) == "workbook_damaged"


def test_a_macro_and_a_link_are_not_looked_at(ledger, book):
    def carry(parts: dict[str, bytes]) -> None:
        parts["xl/vbaProject.bin"] = b"\0" * 1_000
        parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"

    assert merged(ledger, repacked(book, carry)).outcome == "merged"


@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_a_truncated_workbook_is_damaged(ledger, book, share):
    data = book.read_bytes()
    book.write_bytes(data[: int(len(data) * share)])
    assert refusal(ledger, book) == "workbook_damaged"


def test_an_old_workbook_says_how_to_save_it(ledger, tmp_path):
    path = tmp_path / "教育局.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert refusal(ledger, path) == "old_office_file"


def test_another_zip_is_not_ours(ledger, tmp_path):
    path = tmp_path / "教育局.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "甲")
    assert refusal(ledger, path) == "not_a_ledger"


def test_a_workbook_is_no_ledger_to_merge(ledger, book):
    report = db.merge(ledger, [book], author="李四", ledgers=True)
    assert codes(report.files[0]) == ["not_a_ledger"]


def test_a_million_formatted_rows_are_read_quickly(ledger, book):
    def stretch(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        rows = io.BytesIO()
        for number in range(200, 300_000):
            rows.write(b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (number, number, number))
        parts[name] = parts[name].replace(b"</sheetData>", rows.getvalue() + b"</sheetData>")

    assert merged(ledger, repacked(book, stretch)).outcome == "merged"


@pytest.mark.parametrize("seed", range(60))
def test_flipped_bits_never_crash(tmp_path, ledger, book, seed):
    import random

    chance = random.Random(seed)
    data = bytearray(book.read_bytes())
    for _ in range(3):
        place = chance.randrange(len(data))
        data[place] ^= 1 << chance.randrange(8)
    spoiled = tmp_path / "spoiled.xlsx"
    spoiled.write_bytes(bytes(data))
    file = db.preview_merge(ledger, [spoiled]).files[0]
    assert file.outcome in ("refused", "merged")


def test_a_plan_that_went_on_still_takes_it(ledger, book):
    change = put(
        "task",
        id="t1.1",
        item_id="i1.1",
        position=1,
        target="新增学位300个",
        leads='["教育局"]',
        cooperating="[]",
        extra="[]",
        retired=1,
    )
    edit_plan(ledger, db.PlanId("plan"), [change], label="retired", author="李四")
    file = merged(ledger, book)
    assert file.outcome == "merged"
    assert "plan_amended" in codes(file)
    with open_ledger(ledger.path, read_only=True) as copy:
        assert db.entry(copy, db.TaskId("t1.1"), PERIOD).current is not None
