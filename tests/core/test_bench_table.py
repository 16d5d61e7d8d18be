"""The table of `python -m tests.bench`: every script is in it, and every ratio is read."""

from pathlib import Path

import pytest

from tests.bench import __main__ as benches


@pytest.mark.parametrize(
    ("line", "what", "ratio"),
    [
        ("painted                    107    1.03       105    1.03     1.3", "painted", 1.03),
        ("  plain                2.005 s    6.685 ms a file    4.23 × merge", "plain", 4.23),
        ("  merge / plain              0.574  at most 0.6: ok", "merge / plain", 0.574),
        ("  show          1.20 ms      1.50 ms    1.25 ×  at most 2", "show", 1.25),
        (
            "check 1000 tasks (1537 findings)    9.1 ms   floor   1.0 ms   8.7 x",
            "check 1000 tasks (1537 findings)",
            8.7,
        ),
        ("ratio 1.11 (limit 1.3)", "ratio", 1.11),
        (
            "table: 2979 ms, bare typst 3190 ms, ratio 0.93 (at most 1.2); Qt 1839 ms, 0.6 × ours",
            "table",
            0.93,
        ),
    ],
)
def test_a_ratio_is_read(line: str, what: str, ratio: float):
    assert benches.ratios("b", line) == [benches.Found("b", what, ratio)]


def test_what_is_no_ratio_is_none():
    said = "100 files of 83968 bytes, 3 rounds\n  merge again  0.592 s  1.972 ms a file\nmedian ms   ratio  aim\n"
    assert benches.ratios("b", said) == []


def test_every_script_with_a_table_is_run():
    folder = Path(benches.__file__).parent
    scripts = {path.stem for path in folder.glob("*.py") if "__main__" in path.read_text("utf-8")}
    assert scripts - {"__main__"} == benches.BENCHES.keys()
