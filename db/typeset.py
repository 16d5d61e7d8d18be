"""Typst: a template and its data become PDF, SVG or PNG pages (design.md §5).

Texts reach Typst as JSON beside the template, never as source. A district may put templates, SVG
pictures and a logo into a folder beside its ledger: a file there takes the place of ours of that name.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from db.errors import RequestError
from db.ledger import speaking_of
from db.progress import Progress, Silent
from db.resources import resource

if TYPE_CHECKING:
    import typst

PRINTER_PPI = 300
MOST_BYTES_OF_A_LOGO = 2 * 1024 * 1024
LOGOS = {"logo.svg": "svg", "logo.png": "png", "logo.jpg": "jpg", "logo.jpeg": "jpg"}
"""What a logo may be called, the first that is there counts; and its format."""
_PARTS = (".typ", ".json", ".svg")
_PARTS_AT_ONCE = 6
"""Fewer would be set anew too often, more would let whoever waits or cancels wait."""
_MOST_THREADS = 4
"""A page in print takes 100 MB while it is drawn."""
_NO_FONT = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ON_PAGE = (
    b'#let size = json("size.json")\n'
    b"#set page(width: size.at(0) * 1pt, height: size.at(1) * 1pt, margin: 0pt)\n"
    b'#image("page.svg", width: 100%)'
)
_CENTRED = frozenset(
    (
        *("標楷體", "DFKai-SB", "BiauKai", "新細明體", "PMingLiU", "MingLiU", "Songti TC"),
        *("Noto Serif CJK TC", "Source Han Serif TC", "Noto Serif TC"),
    )
)
"""Faces that set Chinese punctuation in the middle of its square, as Taiwan and Hong Kong do."""


@dataclass(frozen=True, slots=True)
class SheetSource:
    """A paper ready to be typeset: a template's name, and the data that it lays out."""

    template: str
    data: bytes
    """UTF-8 JSON."""
    templates: Path | None = None
    """A district's own folder; it need not exist."""


def source(template: str, data: dict[str, Any], templates: Path | None) -> SheetSource:
    """The data of a paper for its template, with what only the machine knows: logo and faces."""
    logo = _logo(templates)
    machine = {"logo": LOGOS[logo.name] if logo else "", "region": _region(data["fonts"]["body"])}
    return SheetSource(template, json.dumps(data | machine, ensure_ascii=False).encode(), templates)


def to_pdf(source: SheetSource) -> bytes:
    """The paper as one PDF with its fonts. Raises RequestError(`template_failed`)."""
    return b"".join(_compile(source.template, _files(source), "pdf"))


def to_svg(source: SheetSource) -> tuple[str, ...]:
    """The paper as one SVG a page, for the preview; the last papers are kept.

    Raises RequestError(`template_failed`).
    """
    return _svg(source.template, tuple(sorted(_files(source).items())))


def to_png(
    source: SheetSource,
    ppi: float = PRINTER_PPI,
    *,
    pages: Sequence[int] | None = None,
    progress: Progress | None = None,
) -> tuple[bytes, ...]:
    """The pages (counted from 1; all when None) as PNG, for a printer; a step of progress after each.

    Typst draws all pages of a document in one call, and cannot be stopped in it. So papers that consist of
    parts are set a few parts at a time, and every other page is drawn by itself from its SVG, which takes
    twice the time; threads share the work. Raises RequestError(`template_failed`), and what `progress`
    raises.
    """
    every = to_svg(source)
    wanted = [every[page - 1] for page in pages or range(1, len(every) + 1) if 1 <= page <= len(every)]
    parts = _parts(source) if pages is None else []
    if parts:
        return _in_threads(
            lambda part: _compile(part.template, _files(part), "png", ppi=ppi), parts, len(every), progress
        )
    return _in_threads(lambda svg: _png(svg, ppi), wanted, len(wanted), progress)


T = TypeVar("T")


def _in_threads(
    draw: Callable[[T], tuple[bytes, ...]], jobs: Sequence[T], total: int, progress: Progress | None
) -> tuple[bytes, ...]:
    told = progress or Silent()
    made: list[bytes] = []
    with ThreadPoolExecutor(max(1, min(_MOST_THREADS, os.cpu_count() or 1, len(jobs)))) as threads:
        try:
            for drawn in threads.map(draw, jobs):
                for page in drawn:
                    made.append(page)
                    told.step(len(made), total, "")
        finally:
            threads.shutdown(cancel_futures=True)
    return tuple(made)


def _parts(source: SheetSource) -> list[SheetSource]:
    """A paper in parts that look alone as they do together; none if it has none or a template is not ours."""
    if source.templates is not None and any(source.templates.glob("*.typ")):
        return []
    data = json.loads(source.data)
    for name in ("sheets", "receipts"):
        rows = data.get(name, [])
        if len(rows) > _PARTS_AT_ONCE:
            return [
                replace(source, data=json.dumps(data | {name: rows[start : start + _PARTS_AT_ONCE]}).encode())
                for start in range(0, len(rows), _PARTS_AT_ONCE)
            ]
    return []


def unprintable(source: SheetSource) -> str:
    """The characters of the data for which no font at hand has a shape, each once, sorted."""
    characters = set(_characters(json.loads(source.data)))
    new = characters - _printable
    missing = _without_shape(frozenset(new), source.template) if new else frozenset()
    _printable.update(new - missing)
    return "".join(sorted(missing))


_printable: set[str] = set()
"""The characters that were found to have a shape: fonts are looked for once in a run, too."""


@lru_cache(maxsize=32)
def _without_shape(characters: frozenset[str], template: str) -> frozenset[str]:
    # PDF/A forbids boxes in place of characters, so its exporter names every one: set each by itself.
    import typst

    files: Any = {
        "main.typ": b'#for c in json("data.json") { par(text(font: "Noto Serif SC", c)) }',
        "data.json": json.dumps(sorted(characters)).encode(),
    }
    try:
        typst.compile(files, format="pdf", font_paths=fonts(), pdf_standards="a-2b")
    except typst.TypstError as error:
        missing = {_unescaped(text) for text in _NO_FONT.findall(error.diagnostic)}
        if not missing:
            raise RequestError("template_failed", template=template, detail=_where(error)) from error
        return frozenset(missing)
    return frozenset()


@lru_cache(maxsize=3)
def _svg(template: str, files: tuple[tuple[str, bytes], ...]) -> tuple[str, ...]:
    return tuple(page.decode() for page in _compile(template, dict(files), "svg"))


def _png(svg: str, ppi: float) -> tuple[bytes, ...]:
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    size = json.dumps([float(side) for side in box.groups()] if box else [595.28, 841.89])
    files = {"main.typ": _ON_PAGE, "size.json": size.encode(), "page.svg": svg.encode()}
    return _compile("page.svg", files, "png", ppi=ppi)


def _compile(
    template: str, files: dict[str, bytes], form: Literal["pdf", "svg", "png"], ppi: float | None = None
) -> tuple[bytes, ...]:
    """One file a page, or the one PDF."""
    import typst

    sources: Any = files  # Typst's manual has such a dict as input, its stub does not
    try:
        # Tags would double a long PDF.
        made: Any = typst.compile(sources, format=form, ppi=ppi, font_paths=fonts(), pdf_tags=False)
    except typst.TypstError as error:
        raise RequestError("template_failed", template=template, detail=_where(error)) from error
    return tuple(made) if isinstance(made, list) else (made,)


def _where(error: typst.TypstError) -> str:
    """What is wrong in a template, with its file and line where Typst names them."""
    place = re.search(r"┌─ (\S+)", error.diagnostic)
    return f"{error.message} ({place[1]})" if place else error.message


def _files(source: SheetSource) -> dict[str, bytes]:
    """The templates, a district's own over ours, and the data: files in memory, by name.

    Typst takes text in such files only, so the bytes of a logo come as a list of numbers.
    """
    files = _folder(resource("sheets"))
    if source.templates is not None and source.templates.is_dir():
        with speaking_of(source.templates):
            files |= _folder(source.templates)
    logo = _logo(source.templates)
    if logo is not None and logo.suffix != ".svg":
        files["logo.json"] = json.dumps(list(logo.read_bytes())).encode()
    elif logo is not None:
        files["logo.svg"] = logo.read_bytes()
    return files | {"main.typ": f'#include "{source.template}"'.encode(), "data.json": source.data}


def _folder(folder: Path) -> dict[str, bytes]:
    """The templates of a folder. Raises RequestError(`template_failed`) for one that is no text."""
    found = {
        path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in _PARTS and path.is_file()
    }
    for name, content in found.items():
        try:
            content.decode()
        except UnicodeDecodeError as error:
            raise RequestError("template_failed", template=name, detail="not UTF-8") from error
    return found


def _logo(templates: Path | None) -> Path | None:
    """The logo in a district's folder. Raises RequestError(`logo_too_large`)."""
    found = (templates / name for name in LOGOS if (templates / name).is_file()) if templates else iter(())
    logo = next(found, None)
    if logo is not None and logo.stat().st_size > MOST_BYTES_OF_A_LOGO:
        raise RequestError("logo_too_large", path=logo, limit=MOST_BYTES_OF_A_LOGO // 1024)
    return logo


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The machine's fonts, and Noto Sans SC and Noto Serif SC that come along; looked for once."""
    import pylopdf_fonts_zh_cn
    import typst

    return typst.Fonts(font_paths=[str(pylopdf_fonts_zh_cn.sans_path().parent)])


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(fonts().families())


def _region(faces: Iterable[str]) -> str:
    """Typst's region for a list of faces: it decides where punctuation is expected in its square."""
    face = next((face for face in faces if face in _families()), "")
    return "tw" if face in _CENTRED else "cn"


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
