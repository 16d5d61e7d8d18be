"""The text of paragraphs of a Word document, as it shows: list numbers in it, what was struck out not."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from db.tables.docx_numbering import VALUE, Numbering, W

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_EITHER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_EITHER}Fallback"
_DROPPED = frozenset(
    f"{W}{name}"
    for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "rt", "sdtPr", "sdtEndPr", "tbl")
) | {_FALLBACK}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = ("0", "false", "off", "none")


class Reader:
    """Texts of a document, and what stands in it that is no text of a table."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self.struck = False
        """Whether deletions that wait for somebody's consent were left out."""
        self.boxes: dict[str, None] = {}
        """Texts of text boxes, each once, in their order."""
        self._opened: set[Element] = set()
        """The boxes that were looked into: one may stand in another, and that in a third."""
        self.notes: set[str] = set()
        """Ids of footnotes and endnotes that were referred to."""
        self.hidden = False
        """Whether some text does not show."""

    def paragraph(self, paragraph: Element) -> str:
        """The text of a w:p, line breaks as line feeds."""
        label = self._numbering.label(paragraph)
        text = "".join(self._texts(paragraph))
        return label + (" " if label[-1:].isalnum() and text else "") + text

    def _texts(self, parent: Element) -> Iterator[str]:
        for child in parent:
            name = child.tag
            if name == f"{W}r":
                yield self._run(child)
            elif name in _DROPPED:
                self.struck = self.struck or name in (f"{W}del", f"{W}moveFrom")
            elif name == f"{_MATH}t":
                yield child.text or ""
            else:  # w:hyperlink, w:ins, w:smartTag, w:sdt, w:fldSimple, m:oMath …
                yield from self._texts(child)

    def _run(self, run: Element) -> str:
        if _is_on(run, "vanish"):
            self.hidden = self.hidden or any(child.text for child in run.iter(f"{W}t"))
            return ""
        text = "".join(self._pieces(run))
        raised = run.find(f"{W}rPr/{W}vertAlign")
        if raised is not None and raised.get(VALUE) == "superscript" and text.isdecimal():
            return text.translate(_RAISED)
        return text

    def _pieces(self, parent: Element) -> Iterator[str]:
        for child in parent:
            name = child.tag.removeprefix(W)
            if name == "t":
                yield child.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.add(name.removesuffix("Reference") + child.get(f"{W}id", ""))
            elif name == "sym":
                yield _symbol(child)
            elif name in ("ruby", "rubyBase", "r"):
                yield from self._pieces(child)
            elif name in ("drawing", "pict", "object"):
                self._look_into(child)
            elif child.tag == f"{_EITHER}AlternateContent":  # one drawing, said in two ways
                newer = child.find(f"{_EITHER}Choice")
                self._look_into(child if newer is None else newer)

    def _look_into(self, drawing: Element) -> None:
        for box in drawing.iter(f"{W}txbxContent"):
            if box in self._opened:
                continue
            self._opened.add(box)
            text = "\n".join("".join(self._texts(one)) for one in box.iter(f"{W}p")).strip()
            if text:
                self.boxes[text] = None


def _is_on(run: Element, name: str) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(VALUE, "1") not in _OFF


def _symbol(symbol: Element) -> str:
    """A character of a symbol font; the ticks of Wingdings as what they look like."""
    code = symbol.get(f"{W}char", "").upper()
    ticks = {"F0FC": "✓", "F0FE": "☑", "F0A8": "□", "F052": "☑", "F0FB": "✗"}
    return ticks.get(code, "�")
