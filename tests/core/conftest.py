from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db.resources import sample_table


@pytest.fixture(scope="session")
def sample() -> Path:
    """The real table: 10 categories, 47 items, 56 tasks, 21 lead units, one period."""
    return sample_table()


@pytest.fixture(scope="session")
def imported_sample(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger made from the sample once; for reading only."""
    from db import import_table

    target = tmp_path_factory.mktemp("sample") / "台账.shishi"
    import_table(sample, target, period="1-3月", year=2024)
    return target


@pytest.fixture
def sample_ledger(imported_sample: Path, tmp_path: Path) -> Path:
    """A ledger made from the sample, of the test's own."""
    return Path(shutil.copy(imported_sample, tmp_path / imported_sample.name))
