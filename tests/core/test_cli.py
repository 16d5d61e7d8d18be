"""The command line as a process: JSON shapes, exit status, one clear line for what cannot be done."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def shishi(*arguments, language="en_US.UTF-8"):
    environment = os.environ | {"LC_ALL": language, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=120,
    )


def answer(*arguments, status=0):
    done = shishi(*arguments, "--json")
    assert done.returncode == status, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The demo's folder, made by the process that a newcomer starts."""
    folder = tmp_path_factory.mktemp("demo") / "round"
    done = shishi("demo", folder, language="zh_CN.UTF-8")
    assert done.returncode == 0, done.stderr
    assert "7.5#1" in done.stdout
    return folder


@pytest.fixture(scope="module")
def ledger(played):
    return next(played.glob("*.shishi"))


def test_the_demo_leaves_everything(played, ledger):
    assert len(list((played / "1-下发").glob("*.shishi"))) == 21
    assert len(list((played / "2-上报").glob("*.shishi"))) == 21
    assert {path.suffix for path in played.iterdir()} >= {".shishi", ".pdf", ".xlsx"}
    for pdf in played.glob("*.pdf"):
        assert pdf.read_bytes().startswith(b"%PDF-")
    assert shishi("demo", played).returncode == 2


def test_show(ledger):
    (plan,) = answer("show", ledger, "--period", "1-3月")["plans"]
    assert set(plan) == {"title", "year", "periods", "categories"}
    assert plan["periods"] == [
        {"label": "1-3月", "start": "2024-01-01", "end": "2024-03-31", "due": None, "closed": False}
    ]
    tasks = [t for c in plan["categories"] for i in c["items"] for t in i["tasks"]]
    assert len(tasks) == 56
    assert set(tasks[0]) == {
        "id", "position", "target", "leads", "cooperating", "extra", "measures", "entry"
    }  # fmt: skip
    entry = tasks[0]["entry"]
    assert set(entry) == {"state", "current", "heads", "review"}
    assert set(entry["current"]) == {
        "id", "unit", "author", "saved_at", "status", "nothing_new", "reason", "narrative", "problems",
        "next_steps", "figures", "parents",
    }  # fmt: skip
    assert all(t["entry"] is None for t in _tasks(answer("show", ledger)))


def _tasks(shown):
    return [t for p in shown["plans"] for c in p["categories"] for i in c["items"] for t in i["tasks"]]


def test_status(ledger):
    units = answer("status", ledger, "--period", "1-3月")["units"]
    assert len(units) == 21
    assert {unit["state"] for unit in units} == {"returned"}
    assert all(
        set(unit) == {"unit", "tasks", "filled", "state", "received_at", "check_code"} for unit in units
    )


def test_fill_return_merge_and_undo(played, ledger, tmp_path):
    out = answer("dispatch", ledger, "--period", "1-6月", "--to", tmp_path / "out", "--unit", "公安分局")
    (file,) = out["files"]
    saved = answer(
        "fill",
        file["path"],
        "10.3",
        "--narrative",
        "推文40篇。",
        "--figure",
        "推文=４０",
        "--status",
        "on_track",
    )["revision"]
    assert (saved["unit"], saved["narrative"], saved["status"]) == ("公安分局", "推文40篇。", "on_track")
    assert saved["figures"][0]["value"] == "40"
    done = answer("return", file["path"], "--to", tmp_path / "in", status=1)
    assert done["missing"] == ["10.4#1"]
    assert answer("merge", ledger, tmp_path / "in", "--dry-run")["files"][0]["outcome"] == "merged"
    merged = answer("merge", ledger, tmp_path / "in")
    assert set(merged) == {"files", "totals"}
    (one,) = merged["files"]
    assert one == {
        "name": Path(done["path"]).name, "outcome": "merged", "unit": "公安分局", "period": "1-6月", "added": 1,
        "same": 0, "conflicts": 0, "check_code": done["check_code"], "reasons": [],
    }  # fmt: skip
    status = {u["unit"]: u for u in answer("status", ledger, "--period", "1-6月")["units"]}
    assert (status["公安分局"]["state"], status["公安分局"]["filled"], status["公安分局"]["tasks"]) == (
        "partial",
        1,
        2,
    )
    assert status["教育局"]["state"] == "not_issued"
    assert shishi("undo", ledger).returncode == 0
    status = {u["unit"]: u for u in answer("status", ledger, "--period", "1-6月")["units"]}
    assert status["公安分局"]["state"] == "missing"


def test_a_refused_file_is_named_and_the_status_is_one(ledger, tmp_path):
    (tmp_path / "x.shishi").write_bytes(b"junk")
    report = answer("merge", ledger, tmp_path / "x.shishi", tmp_path / "gone.shishi", status=1)
    assert [file["reasons"][0]["code"] for file in report["files"]] == ["not_a_ledger", "not_found"]
    assert report["totals"]["refused"] == 2


def test_conflicts_and_resolve(played, tmp_path):
    import shutil

    ledger = shutil.copy(next(played.glob("*.shishi")), tmp_path / "l.shishi")
    assert answer("conflicts", ledger)["conflicts"] == []
    assert shishi("resolve", ledger, "7.5", "--period", "1-3月", "--narrative", "x").returncode == 2


def test_sheet_and_report(ledger, tmp_path):
    made = {
        "sheet.pdf": ("sheet", ledger, "--task", "3.1", "-o", tmp_path / "sheet.pdf"),
        "unit.pdf": ("sheet", ledger, "--unit", "教育局", "-o", tmp_path / "unit.pdf"),
        "t.pdf": ("report", ledger, "--period", "1-3月", "-o", tmp_path / "t.pdf"),
        "t.xlsx": ("report", ledger, "--period", "1-3月", "-o", tmp_path / "t.xlsx"),
    }
    for name, arguments in made.items():
        done = shishi(*arguments)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / name).stat().st_size > 1000
    assert shishi("report", ledger, "-o", tmp_path / "t.odt").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "gone.shishi"), "gone.shishi"),
        (("show", "."), "folder"),
        (("status", "LEDGER", "--period", "13月"), "13月"),
        (("fill", "LEDGER", "99.9", "--period", "1-3月", "--narrative", "x"), "99.9"),
        (("dispatch", "LEDGER", "--period", "1-3月", "--to", "out", "--unit", "气象局"), "气象局"),
        (("return", "LEDGER", "--to", "out"), "fill-in"),
        (("import", "gone.txt", "new.shishi"), "gone.txt"),
        (("report", "LEDGER", "--period", "1-3月", "--plan", "另一个", "-o", "x.pdf"), "另一个"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(ledger, arguments, words):
    done = shishi(*(ledger if word == "LEDGER" else word for word in arguments))
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("merge", "LEDGER", ""),
        ("fill", "LEDGER", "1.1", "--period", "1-3月", "--nothing-new", "r", "--narrative", "x"),
        ("import", "gone.txt", "new.shishi", "--year", "99999"),
        ("resolve", "LEDGER", "1.1", "--period", "1-3月"),
        ("sheet", "LEDGER", "--unit", "發改局", "-o", "x.pdf"),
    ],
)
def test_what_makes_no_sense_is_refused(ledger, arguments):
    done = shishi(*(ledger if word == "LEDGER" else word for word in arguments))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_dispatch_for_nobody_opens_no_period(ledger, tmp_path):
    done = shishi("dispatch", ledger, "--period", "1-9月", "--to", tmp_path, "--unit", "发改局")
    assert done.returncode == 2
    assert "1-9月" not in [p["label"] for p in answer("show", ledger)["plans"][0]["periods"]]


def test_review_close_and_restore(ledger, tmp_path):
    import shutil

    path = shutil.copy(ledger, tmp_path / "l.shishi")
    assert answer("review", path, "3.1", "--period", "1-3月", "--send-back", "请补数字")["review"]
    units = {u["unit"]: u["state"] for u in answer("status", path, "--period", "1-3月")["units"]}
    assert units["人力社保局"] == "sent_back"
    made = answer("dispatch", path, "--period", "1-3月", "--to", tmp_path / "out", "--corrections")
    assert [(file["unit"], file["tasks"]) for file in made["files"]] == [("人力社保局", 1)]
    assert answer("close", path, "--period", "1-3月") == {"period": "1-3月", "closed": True, "conflicts": []}
    assert answer("show", path)["plans"][0]["periods"][0]["closed"]
    correction = made["files"][0]["path"]
    answer("fill", correction, "3.1", "--narrative", "补")
    returned = answer("return", correction, "--to", tmp_path / "in")
    answer("merge", path, returned["path"])
    (name,) = answer("restore", path, "--list")["backups"]
    shown = answer("show", path, "--period", "1-3月")
    assert answer("restore", path, name)["kept"]
    assert answer("show", path, "--period", "1-3月") != shown
    assert len(answer("restore", path, "--list")["backups"]) == 2


def test_sentences_follow_the_language(ledger):
    assert "找不到" in shishi("show", "gone.shishi", language="zh_CN.UTF-8").stderr
    assert "檔案" in shishi("show", "gone.shishi", language="zh_TW.UTF-8").stderr


def test_usage_is_told():
    assert shishi("nonsense-command").returncode == 2
    for command in ("import", "show", "merge"):
        assert "Usage" in shishi(command, "--help").stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_one_line_says_so():
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    environment |= {"QT_QPA_PLATFORM": "", "PYTHONPATH": str(ROOT), "LC_ALL": "en_US.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "desktop"], capture_output=True, text=True, env=environment, timeout=60
    )
    assert done.returncode == 2
    assert "no screen" in done.stderr
    assert len(done.stderr.splitlines()) == 1
