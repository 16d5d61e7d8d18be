"""Papers: item sheets and the consolidated table, typeset by Typst from `resources/sheets/` (design.md §8).

Texts reach Typst as JSON beside the template, never as source. A district may put templates of its
own into a folder beside its ledger: a file there takes the place of ours of the same name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from db.errors import RequestError
from db.records import Draft, Entry, Period, Plan, TaskId
from db.resources import resource
from db.sheet_data import Earlier, Paper, consolidated_data, item_sheet_data

if TYPE_CHECKING:
    import typst

    from db.receipt import Receipt

PRINTER_PPI = 300
_PARTS = (".typ", ".json", ".png", ".jpg", ".svg")
_NO_FONT = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')


@dataclass(frozen=True, slots=True)
class SheetSource:
    """A paper ready to be typeset: a template's name, and the data that it lays out."""

    template: str
    data: bytes
    """UTF-8 JSON."""
    templates: Path | None = None
    """A district's own folder; it need not exist."""


def item_sheets(
    plan: Plan,
    period: Period,
    entries: Mapping[TaskId, Entry],
    *,
    tasks: Sequence[TaskId] | None = None,
    earlier: Earlier = (),
    drafts: Mapping[TaskId, Draft] | None = None,
    templates: Path | None = None,
) -> SheetSource:
    """Item sheets, A4 upright, one page a task (longer text flows on), in the order of the plan.

    `tasks`: which; all that are not retired when None. `earlier`: entries of earlier periods, oldest
    first; the last gives the previous figures, all give the history. `drafts`: shown instead of the
    entry, marked and without a check code.
    """
    data = item_sheet_data(Paper(plan, period, earlier), tasks, entries, drafts or {})
    return _source("item_sheets.typ", data, templates)


def consolidated(
    plan: Plan,
    period: Period,
    entries: Mapping[TaskId, Entry],
    *,
    public: bool = False,
    corrections: Sequence[str] = (),
    templates: Path | None = None,
) -> SheetSource:
    """The consolidated table of a period, A4 lying.

    `public` leaves out problems, next steps and remarks. `corrections`: numbers of the items that
    are being corrected, said on the face of the table (design.md §3).
    """
    data = consolidated_data(Paper(plan, period), entries, public=public, corrections=corrections)
    return _source("consolidated.typ", data, templates)


def receipt(plan: Plan, period: Period, merged: Receipt, *, templates: Path | None = None) -> SheetSource:
    """The receipt for one return, A4 upright."""
    from db.receipt import receipt_data

    return _source("receipt.typ", receipt_data(plan, period, merged), templates)


def to_pdf(source: SheetSource) -> bytes:
    """The paper as one PDF with its fonts. Raises RequestError(`template_failed`)."""
    return b"".join(_compile(source, "pdf"))


def to_svg(source: SheetSource) -> tuple[str, ...]:
    """The paper as one SVG a page, for the preview. Raises RequestError(`template_failed`)."""
    return tuple(page.decode() for page in _compile(source, "svg"))


def to_png(source: SheetSource, ppi: float = PRINTER_PPI) -> tuple[bytes, ...]:
    """The paper as one PNG a page, for a printer. Raises RequestError(`template_failed`)."""
    return _compile(source, "png", ppi=ppi)


def unprintable(source: SheetSource) -> str:
    """The characters of the data for which no font at hand has a shape, each once, sorted."""
    # PDF/A forbids boxes in place of characters, so its exporter names every one: set each by itself.
    import typst

    characters = sorted(set(_characters(json.loads(source.data))))
    files: Any = {
        "main.typ": b'#for c in json("data.json") { par(text(font: "Noto Serif SC", c)) }',
        "data.json": json.dumps(characters).encode(),
    }
    try:
        typst.compile(files, format="pdf", font_paths=_fonts(), pdf_standards="a-2b")
    except typst.TypstError as error:
        missing = {_unescaped(text) for text in _NO_FONT.findall(error.diagnostic)}
        if not missing:
            raise RequestError("template_failed", template=source.template, detail=_where(error)) from error
        return "".join(sorted(missing))
    return ""


def _source(template: str, data: dict[str, Any], templates: Path | None) -> SheetSource:
    return SheetSource(template, json.dumps(data, ensure_ascii=False).encode(), templates)


def _compile(
    source: SheetSource, form: Literal["pdf", "svg", "png"], ppi: float | None = None
) -> tuple[bytes, ...]:
    """One file a page, or the one PDF."""
    import typst

    try:
        # Tags would double a long PDF.
        made: Any = typst.compile(_files(source), format=form, ppi=ppi, font_paths=_fonts(), pdf_tags=False)
    except typst.TypstError as error:
        raise RequestError("template_failed", template=source.template, detail=_where(error)) from error
    return tuple(made) if isinstance(made, list) else (made,)


def _where(error: typst.TypstError) -> str:
    """What is wrong in a template, with its file and line where Typst names them."""
    place = re.search(r"┌─ (\S+)", error.diagnostic)
    return f"{error.message} ({place[1]})" if place else error.message


def _files(source: SheetSource) -> Any:
    """The templates, a district's own over ours, and the data: files in memory, by name.

    Typst's manual has such a dict as input, its stub does not: hence Any.
    """
    files = _folder(resource("sheets"))
    if source.templates is not None and source.templates.is_dir():
        files |= _folder(source.templates)
    return files | {"main.typ": f'#include "{source.template}"'.encode(), "data.json": source.data}


def _folder(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in _PARTS and path.is_file()
    }


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The machine's fonts, and Noto Sans SC and Noto Serif SC that come along; looked for once."""
    import pylopdf_fonts_zh_cn
    import typst

    return typst.Fonts(font_paths=[str(pylopdf_fonts_zh_cn.sans_path().parent)])


def _unescaped(text: str) -> str:
    """A text as Typst quotes it: unusual characters as `\\u{fffe}`."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)


def _characters(value: object) -> Iterator[str]:
    """Every character of the texts of a JSON value."""
    if isinstance(value, str):
        yield from value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _characters(part)
    elif isinstance(value, list):
        for part in value:
            yield from _characters(part)
