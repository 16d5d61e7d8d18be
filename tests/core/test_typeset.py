"""Typesetting: forms of pages, fonts, and a district's own templates and logo."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pylopdf_fonts_zh_cn
import pypdf
import pytest
import typst

from db import typeset
from db.errors import RequestError
from db.records import Content
from db.resources import resource
from db.typeset import SheetSource, to_pdf, to_png, to_svg, unprintable
from tests.paper_desk import TABLE, Desk, bare, desk_of, pages


@pytest.fixture
def desk() -> Desk:
    """A made-up table in which every task is reported."""
    return desk_of(TABLE)


@pytest.fixture
def own_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without any Chinese font."""
    folder = str(pylopdf_fonts_zh_cn.sans_path().parent)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
    monkeypatch.setattr(typeset, "fonts", lambda: fonts)
    monkeypatch.setattr(typeset, "_printable", set())
    typeset._without_shape.cache_clear()
    yield
    typeset._without_shape.cache_clear()


@pytest.mark.usefixtures("own_fonts")
def test_every_character_has_a_shape_without_any_font_of_the_machine(sample: Path) -> None:
    text = sample.read_text("utf-8") + "项实责单务业区学设发开兴会个应关动办医卫养万与为专东严队书卖节场"
    labels = resource("sheets", "labels.json").read_text("utf-8")
    assert unprintable(SheetSource("", json.dumps([text, labels, "★■□≥≤·—“”‘’《》①②③"]).encode())) == ""


@pytest.mark.usefixtures("own_fonts")
def test_characters_without_a_shape_are_named(desk: Desk) -> None:
    desk.says("2.1#1", Content(narrative="\U00020bb7野家,\ufffe一家。"))
    assert unprintable(desk.sheets("2.1#1")) == "\ufffe\U00020bb7"
    assert unprintable(desk.sheets("1.3#1")) == ""


def test_every_form_has_the_same_pages(desk: Desk) -> None:
    source = desk.sheets()
    assert len(pages(source)) == len(to_svg(source)) == len(to_png(source, ppi=20)) == len(TABLE)
    assert all(page.startswith("<svg") for page in to_svg(source))
    assert all(page.startswith(b"\x89PNG") for page in to_png(source, ppi=20))


def test_the_same_data_gives_the_same_file(desk: Desk) -> None:
    assert to_pdf(desk.sheets("2.1#1")) == to_pdf(desk.sheets("2.1#1"))


def test_a_district_may_lay_out_its_own(desk: Desk, tmp_path: Path) -> None:
    own = '#import "common.typ": *\n#show: paper\n本區樣式 #data.sheets.len() #verbatim(data.title)'
    tmp_path.joinpath("item_sheets.typ").write_text(own, "utf-8")
    assert pages(desk.sheets(templates=tmp_path)) == [bare(f"本區樣式{len(TABLE)}{desk.plan.title}")]
    assert "完成情況" in pages(desk.table(templates=tmp_path))[0]
    assert "完成情況" in pages(desk.table(templates=tmp_path / "none"))[0]


def test_a_broken_template_is_said_with_its_place(desk: Desk, tmp_path: Path) -> None:
    tmp_path.joinpath("consolidated.typ").write_text("一行\n#nothing()", "utf-8")
    with pytest.raises(RequestError) as caught:
        to_pdf(desk.table(templates=tmp_path))
    assert caught.value.code == "template_failed"
    assert caught.value.params["detail"] == "unknown variable: nothing (consolidated.typ:2:1)"


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#c00"/></svg>'


def pictures(source: SheetSource) -> int:
    """How many pages of a paper bear a raster picture."""
    found = pypdf.PdfReader(io.BytesIO(to_pdf(source))).pages
    return sum("/XObject" in page.get("/Resources", {}) and bool(page.images) for page in found)


@pytest.mark.parametrize("name", ["logo.png", "logo.svg"])
def test_a_logo_is_placed_on_sheets_and_table(desk: Desk, tmp_path: Path, name: str) -> None:
    drawing = SheetSource("logo.typ", b"{}", tmp_path)
    tmp_path.joinpath("logo.typ").write_text("#set page(width: 40pt, height: 40pt)\n", "utf-8")
    picture = to_png(drawing, 72)[0] if name == "logo.png" else LOGO.encode()
    plain = [len(to_svg(source)[0]) for source in (desk.sheets("1.3#1"), desk.table())]
    tmp_path.joinpath(name).write_bytes(picture)
    with_logo = [desk.sheets("1.3#1", templates=tmp_path), desk.table(templates=tmp_path)]
    for source, before in zip(with_logo, plain, strict=True):
        assert len(to_svg(source)[0]) > before + 50
        assert bare(desk.plan.title) in pages(source)[0]
        if name == "logo.png":
            assert pictures(source) == 1


def test_a_logo_that_is_no_picture_is_said(desk: Desk, tmp_path: Path) -> None:
    tmp_path.joinpath("logo.png").write_bytes(b"no picture")
    with pytest.raises(RequestError) as caught:
        to_pdf(desk.table(templates=tmp_path))
    assert caught.value.code == "template_failed"
    assert "common.typ" in caught.value.params["detail"]


def test_a_logo_has_a_size_and_other_files_are_let_alone(desk: Desk, tmp_path: Path) -> None:
    tmp_path.joinpath("写真.png").write_bytes(b"\xff\xfe")
    assert len(pages(desk.sheets("1.3#1", templates=tmp_path))) == 1
    tmp_path.joinpath("logo.jpg").write_bytes(bytes(typeset.MOST_BYTES_OF_A_LOGO + 1))
    with pytest.raises(RequestError) as caught:
        desk.table(templates=tmp_path)
    assert caught.value.code == "logo_too_large"


def test_a_template_that_is_no_text_is_said(desk: Desk, tmp_path: Path) -> None:
    tmp_path.joinpath("common.typ").write_bytes("樣式".encode("gb18030"))
    with pytest.raises(RequestError) as caught:
        to_pdf(desk.table(templates=tmp_path))
    assert (caught.value.code, caught.value.params["template"]) == ("template_failed", "common.typ")


@pytest.mark.usefixtures("own_fonts")
def test_what_is_reported_as_unprintable_is_all_that_is_missing(desk: Desk) -> None:
    """Every character is either in the text of the PDF or named."""
    told = "\U00020bb7野家䶮龑㬎𬍛㙍㵆喆堃甯珺奡"
    desk.says("2.1#1", Content(narrative=told))
    named = unprintable(desk.sheets("2.1#1"))
    (page,) = pages(desk.sheets("2.1#1"))
    assert [c for c in told if c not in page and c not in named] == []
    assert "\U00020bb7" in named
