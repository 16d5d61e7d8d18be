"""The help as a printed handbook: the pages of `resources/help`, read as Markdown, set by Typst."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import typeset
from db.errors import RequestError
from db.ledger import speaking_of, sync, unfinished_beside
from db.resources import resource
from db.sentences import LANGUAGES, system_language

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

TOPICS = ("clerk", "coordinator", "what_to_do", "rules", "administrator")
"""The pages of the help in the order of the handbook; each is `resources/help/<topic>.<language>.md`."""
_SPANS = {"strong": "strong", "code_inline": "code"}
_FACES = {"zh_TW": "traditional"}
"""Which faces of `fonts.json` a language is set in; all others in the simplified ones."""
_LINK = re.compile(r"^[a-z_]+\.\w+\.md$")


def write_handbook(path: Path, language: str = "") -> Path:
    """Write the handbook as PDF, in a language of `LANGUAGES`, else in the system's; the path.

    Raises RequestError: `unknown_report_format`, `template_failed`; FileError where it cannot be written.
    """
    if path.suffix.lower() != ".pdf":
        raise RequestError("unknown_report_format", path=path, formats=".pdf")
    pdf = typeset.to_pdf(handbook(language or system_language()))
    with speaking_of(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = unfinished_beside(path)
        try:
            unfinished.write_bytes(pdf)
            sync(unfinished)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    return path


def handbook(language: str) -> typeset.SheetSource:
    """The handbook, ready to be typeset. Raises ValueError for a language that there is not."""
    if language not in LANGUAGES:
        raise ValueError(language)
    faces = json.loads(resource("sheets", "fonts.json").read_text("utf-8"))
    chapters = [page_blocks(resource("help", f"{topic}.{language}.md")) for topic in TOPICS]
    data = {
        "language": language,
        "fonts": faces[_FACES.get(language, "simplified")],
        "chapters": [{"topic": topic, "blocks": b} for topic, b in zip(TOPICS, chapters, strict=True)],
        "pictures": {name: list(resource("help", name).read_bytes()) for name in _pictures(chapters)},
    }
    return typeset.source("handbook.typ", data, None)


def page_blocks(page: Path) -> list[dict[str, Any]]:
    """A page of Markdown as blocks that a template lays out.

    A block is {"kind": "heading", "level", "spans"}, {"kind": "paragraph", "spans"}, {"kind": "list",
    "ordered", "items": [[block…]…]}, {"kind": "table", "rows": [[spans…]…]}, {"kind": "code", "text"} or
    {"kind": "picture", "name", "text"}; a span is {"kind": "text" | "strong" | "code" | "link", "text"},
    a link with the "topic" or the "address" that it leads to. Raises ValueError for any other Markdown.
    """
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    return _blocks(SyntaxTreeNode(reader.parse(page.read_text("utf-8"))))


def _blocks(parent: SyntaxTreeNode) -> list[dict[str, Any]]:
    return [_block(node) for node in parent.children]


def _block(node: SyntaxTreeNode) -> dict[str, Any]:
    match node.type:
        case "heading":
            return {"kind": "heading", "level": int(node.tag[1]), "spans": _spans(node)}
        case "paragraph":
            inline = node.children[0].children
            if len(inline) == 1 and inline[0].type == "image":
                return {"kind": "picture", "name": str(inline[0].attrs["src"]), "text": inline[0].content}
            return {"kind": "paragraph", "spans": _spans(node)}
        case "bullet_list" | "ordered_list":
            items = [_blocks(item) for item in node.children]
            return {"kind": "list", "ordered": node.type == "ordered_list", "items": items}
        case "table":
            rows = [row for part in node.children for row in part.children]
            return {"kind": "table", "rows": [[_spans(cell) for cell in row.children] for row in rows]}
        case "fence" | "code_block":
            return {"kind": "code", "text": node.content.rstrip("\n")}
    raise ValueError(node.type)


def _spans(node: SyntaxTreeNode) -> list[dict[str, str]]:
    """The words of a block."""
    inline = node.children[0].children if node.children else []
    return [span for part in inline if (span := _span(part))["text"]]


def _span(part: SyntaxTreeNode) -> dict[str, str]:
    if part.type == "softbreak":
        return {"kind": "text", "text": " "}
    if part.type == "link":
        target = str(part.attrs["href"])
        name = "topic" if _LINK.match(target) else "address"
        return {
            "kind": "link",
            "text": _words(part),
            name: target.partition(".")[0] if name == "topic" else target,
        }
    if part.type in _SPANS:
        return {"kind": _SPANS[part.type], "text": _words(part)}
    if part.type == "text":
        return {"kind": "text", "text": part.content}
    raise ValueError(part.type)


def _words(part: SyntaxTreeNode) -> str:
    return part.content or "".join(_words(child) for child in part.children)


def _pictures(chapters: list[list[dict[str, Any]]]) -> list[str]:
    blocks = (block for chapter in chapters for block in chapter)
    return sorted({block["name"] for block in blocks if block["kind"] == "picture"})
