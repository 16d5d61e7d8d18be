"""The printed handbook: every page of the help, whole, in three languages."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

import db
from db import typeset
from db.cli import main
from db.handbook import TOPICS, handbook, page_blocks, write_handbook
from db.sentences import LANGUAGES


def words(spans: list[dict[str, str]]) -> str:
    return "".join(span["text"] for span in spans)


def plain(text: str) -> str:
    """What is left of a text where lines break differently."""
    return re.sub(r"[\s\u200b\u00a0·•]", "", text)


@pytest.fixture
def page(tmp_path: Path):
    def write(text: str) -> list[dict]:
        path = tmp_path / "page.md"
        path.write_text(text, "utf-8")
        return page_blocks(path)

    return write


def test_blocks_of_a_page(page):
    text = "# T\n\na **b** `c` [d](rules.en.md) [e](https://f)\n\n1. g\n2. h\n\n| i | j |\n| --- | --- |\n| k | l |\n\n```\nm\n  n\n```\n\n![o](p.png)\n"
    heading, paragraph, items, table, code, picture = page(text)
    assert heading == {"kind": "heading", "level": 1, "spans": [{"kind": "text", "text": "T"}]}
    assert [span["kind"] for span in paragraph["spans"] if span["text"].strip()] == [
        "text",
        "strong",
        "code",
        "link",
        "link",
    ]
    assert paragraph["spans"][5]["topic"] == "rules"
    assert paragraph["spans"][7]["address"] == "https://f"
    assert items["ordered"]
    assert [words(item[0]["spans"]) for item in items["items"]] == ["g", "h"]
    assert [[words(cell) for cell in row] for row in table["rows"]] == [["i", "j"], ["k", "l"]]
    assert code["text"] == "m\n  n"
    assert (picture["name"], picture["text"]) == ("p.png", "o")


def test_what_the_template_does_not_know_is_refused(page):
    for odd in ("> quoted", "***", "a ![inline](p.png) picture"):
        with pytest.raises(ValueError, match=r"blockquote|hr|image"):
            page(odd)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_is_in_the_book_and_nothing_lacks_a_shape(language: str):
    made = handbook(language)
    reader = PdfReader(BytesIO(typeset.to_pdf(made)))
    text = plain("".join(page.extract_text() for page in reader.pages))
    for topic in TOPICS:
        for block in page_blocks(db.resource("help", f"{topic}.{language}.md")):
            if block["kind"] == "heading":
                assert plain(words(block["spans"])) in text
    assert typeset.unprintable(made) == ""


def pages_of(language: str) -> dict[str, int]:
    """How many pages each chapter takes."""
    reader = PdfReader(BytesIO(typeset.to_pdf(handbook(language))))
    first = [
        reader.get_destination_page_number(entry) for entry in reader.outline if not isinstance(entry, list)
    ]
    ends = [*first[1:], len(reader.pages)]
    return {topic: end - begin for topic, begin, end in zip(TOPICS, first, ends, strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_little_time_has_little_to_read(language: str):
    pages = pages_of(language)
    assert pages["clerk"] <= (3 if language == "en" else 2)
    assert pages["coordinator"] <= 10


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["handbook", "-o", str(tmp_path / "new" / "h.pdf"), "--language", "en"]) == 0
    assert (tmp_path / "new" / "h.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["h.pdf"]
    assert main(["handbook", "-o", str(tmp_path / "h.txt")]) == 2
    assert "pdf" in capsys.readouterr().err


def test_a_language_that_there_is_not(tmp_path: Path):
    with pytest.raises(ValueError, match="fr"):
        write_handbook(tmp_path / "h.pdf", "fr")
