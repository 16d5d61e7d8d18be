"""Carries out steps in forked processes that are killed, starved or kept out: one order a line, on stdin.

An order is JSON: `step`, `args` (paths), and `delay` (seconds until SIGKILL), `limit` (bytes that a file may
have) or `nobody` (as a user who owns nothing). The answer is JSON: `seconds`, and `end`: `done`, `killed`, or the
code of the error.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import db  # noqa: E402

# All that a step needs is read now: a user who owns nothing may not be let into this folder.
from db import backups, ledger_entries, merging, migrations, returns, schema  # noqa: E402, F401
from db.ledger import open_ledger  # noqa: E402

NOBODY = 65534


def merge(ledger: str, *files: str) -> None:
    with open_ledger(Path(ledger)) as opened:
        db.merge(opened, [Path(file) for file in files], author="李四")


def save(file: str) -> None:
    with open_ledger(Path(file)) as opened:
        terms = db.terms(opened)
        assert terms is not None
        content = db.Content(narrative="存了\n" + "一段不短的话。" * 200)
        db.save_entry(opened, terms.tasks[0], terms.period, content, author="张三", unit=terms.unit)


def make_return(file: str, folder: str) -> None:
    with open_ledger(Path(file)) as opened:
        db.make_return(opened, Path(folder), author="张三")


def migrate(ledger: str) -> None:
    """To a version that there is not yet: with a column more, and every row written anew."""
    schema.VERSION = 2

    @migrations.STEPS()
    def second(database: Any) -> None:
        database.execute("ALTER TABLE revision ADD COLUMN later TEXT")
        database.execute("UPDATE revision SET later = narrative || narrative")
        database.execute("PRAGMA user_version = 2")

    open_ledger(Path(ledger)).close()


STEPS = {"merge": merge, "save": save, "return": make_return, "migrate": migrate}


def carry_out(order: dict[str, Any], reply: int) -> None:
    """In the child: never returns to the loop."""
    end = "done"
    try:
        if "limit" in order:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (order["limit"], resource.RLIM_INFINITY))
        if order.get("nobody") and os.geteuid() == 0:
            os.setuid(NOBODY)
        STEPS[order["step"]](*order["args"])
    except db.ShishiError as error:
        end = error.code
    except BaseException as error:  # noqa: BLE001  (told to the test, which fails on it)
        end = repr(error)
    os.write(reply, end.encode())
    os._exit(0)


def begin(order: dict[str, Any]) -> tuple[int, int, float]:
    """Fork a child for an order: its id, where its answer comes from, and when it began."""
    receive, reply = os.pipe()
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.close(receive)
        carry_out(order, reply)
    os.close(reply)
    return child, receive, began


def finish(child: int, receive: int, began: float) -> dict[str, Any]:
    end = os.read(receive, 10_000).decode() or "killed"
    seconds = time.perf_counter() - began
    os.close(receive)
    os.waitpid(child, 0)
    return {"end": end, "seconds": seconds}


def main() -> None:
    for line in sys.stdin:
        orders = json.loads(line)
        running = [begin(order) for order in orders]
        for order, (child, _, began) in zip(orders, running, strict=True):
            if "delay" in order:
                time.sleep(max(0.0, began + order["delay"] - time.perf_counter()))
                os.kill(child, signal.SIGKILL)
        print(json.dumps([finish(*one) for one in running]), flush=True)


if __name__ == "__main__":
    import db.backups
    import db.importing
    import db.migrations

    main()
