from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from db.errors import FileError, RequestError, ShishiError
from db.resources import sample_table
from db.tables import read_table


def failure(path: Path) -> tuple[type[ShishiError], str]:
    with pytest.raises(ShishiError) as error:
        read_table(path)
    assert error.value.params["path"] == str(path)
    return type(error.value), error.value.code


def test_missing_file_folder_and_empty_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty.xlsx"
    empty.touch()
    assert failure(tmp_path / "none.txt") == (FileError, "not_found")
    assert failure(empty / "none.txt") == (FileError, "not_found")
    assert failure(tmp_path / ("x" * 300)) == (FileError, "not_found")
    assert failure(tmp_path) == (FileError, "is_directory")
    assert failure(empty) == (FileError, "empty_file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert failure(path) == (FileError, "not_regular")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert failure(path) == (FileError, "no_permission")


def test_formats_that_are_not_read(tmp_path: Path) -> None:
    for name, content, expected in (
        ("a.pdf", b"%PDF-1.7", (RequestError, "unknown_table_format")),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (RequestError, "old_office_file")),
        ("a.xlsx", b"hello", (FileError, "damaged_workbook")),
        ("a.txt", b"hello", (FileError, "no_table_found")),
        ("a.txt", bytes(range(256)), (FileError, "not_text")),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        assert failure(path) == expected


def test_a_zip_is_judged_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for part, expected in (
        ("word/document.xml", (FileError, "damaged_document")),
        ("content.xml", (RequestError, "unknown_table_format")),
        ("a.txt", (FileError, "damaged_workbook")),
    ):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(part, "x")
        assert failure(path) == expected


def test_a_workbook_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    from db.tables.xlsx_report import write_consolidated

    path = tmp_path / "table.xls"
    sample = read_table(sample_table())
    write_consolidated(path, sample)
    assert read_table(path).rows == sample.rows


def test_a_text_of_a_size_that_no_table_has(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"1.1\n\n" * 2_000_000)
    assert failure(path) == (RequestError, "file_too_large")
