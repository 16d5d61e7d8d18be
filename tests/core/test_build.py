"""The built program: one folder that does a round and opens a window on a machine without Python."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[2]
MOST_BYTES = 280 * 1024 * 1024
PATIENCE = 120
"""Seconds that a step may take on a machine with much else to do."""
SAID_OFF_SCREEN = "This plugin does not support propagateSizeHints()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("PyInstaller", reason="pip install -e '.[build]'")
    place = tmp_path_factory.mktemp("build")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--distpath", place / "dist"]
    made = subprocess.run(
        [*command, "--workpath", place / "work", TOP / "build.spec"],
        capture_output=True,
        text=True,
        cwd=place,
    )
    assert made.returncode == 0, made.stderr[-2000:]
    return place / "dist" / "shishi"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Nothing of this Python, and a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    return kept | {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def shishi(folder: Path, environment: dict[str, str]) -> Callable[..., str]:
    def run(*arguments: object) -> str:
        done = subprocess.run(
            [folder / "shishi", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_it_is_no_larger_than_it_must_be(folder: Path):
    size = sum(path.lstat().st_size for path in folder.rglob("*"))
    print(f"built: {size / 1024 / 1024:.0f} MB")
    assert size <= MOST_BYTES
    assert {path.name for path in folder.iterdir()} == {"shishi", "shishi-desk", "_internal"}


def test_a_round_and_every_kind_of_paper(shishi: Callable[..., str], tmp_path: Path):
    shishi("demo", tmp_path / "round")
    (ledger,) = (tmp_path / "round").glob("*.shishi")
    for suffix in ("pdf", "xlsx", "docx", "csv"):
        shishi("report", ledger, "--period", "1-3月", "-o", tmp_path / f"table.{suffix}")
        again = tmp_path / f"again-{suffix}.shishi"
        if suffix != "pdf":  # and every reader of tables is in it
            shishi("import", tmp_path / f"table.{suffix}", again, "--year", 2024, "--period", "1-3月")
            assert len(json.loads(shishi("show", again, "--json"))["plans"][0]["categories"]) == 10
    shishi("dispatch", ledger, "--period", "1-3月", "--to", tmp_path / "out", "--form", "xlsx")
    assert list((tmp_path / "out").glob("*.xlsx"))
    shishi("handbook", "-o", tmp_path / "handbook.pdf")
    assert (tmp_path / "handbook.pdf").read_bytes().startswith(b"%PDF")


def test_the_window_opens_a_ledger_and_says_nothing(
    folder: Path, shishi: Callable[..., str], environment: dict[str, str], tmp_path: Path
):
    shishi("demo", tmp_path / "round")
    (ledger,) = (tmp_path / "round").glob("*.shishi")
    lock = ledger.with_name(f".{ledger.name}.lock")
    window = subprocess.Popen(
        [folder / "shishi-desk", ledger], env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        until = time.monotonic() + PATIENCE
        while not lock.exists() and window.poll() is None and time.monotonic() < until:
            time.sleep(0.1)
        assert lock.exists(), "the window has not opened the ledger"
        with pytest.raises(subprocess.TimeoutExpired):  # it stays, while page after page is made
            window.wait(5)
    finally:
        window.terminate()
        said = window.communicate()[1].splitlines()
    assert [line for line in said if line != SAID_OFF_SCREEN] == []
