"""Why a finding may stand: the reason is saved with the entry, travels, and does no harm later."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

import db
from db.cli import shishi
from db.records import Content, Explanation, Finding, Status
from tests import rounds
from tests.small_plan import FIRST, measure, small_plan, task

SEATS = measure("新增學位", "7600", "個")
TASK = task("1.1#1", "新增學位7600個。", "教育局", "", SEATS)
PLAN = small_plan()
TWO_POINTS = task("5.1#1", "推进东湖公园、西湖公园、北山公园建设。", "教育局")


def findings(content: Content, of: db.Task = TASK) -> tuple[Finding, ...]:
    return db.check_content(of, PLAN, FIRST, content)


def test_one_of_two_findings_of_a_code_is_explained() -> None:
    content = Content(narrative="东湖公园完工。")
    west, north = findings(content, TWO_POINTS)
    assert (west.about, north.about) == ("5.1#1/西湖公园", "5.1#1/北山公园")
    told = db.explained(content, west, " 下半年启动 ")
    first, second = findings(told, TWO_POINTS)
    assert (first.explained, second.explained) == ("下半年启动", "")


def test_a_reason_is_replaced_and_taken_back() -> None:
    content = Content(narrative="完成率186%。")
    (found,) = findings(content)
    once = db.explained(content, found, "含结转")
    twice = db.explained(once, found, "含去年结转")
    assert [one.text for one in twice.explanations] == ["含去年结转"]
    assert db.explained(twice, found, "  ") == content


def test_a_reason_whose_finding_is_gone_does_no_harm() -> None:
    told = Content(narrative="完成率86%。", explanations=(Explanation("percent_over", "1.1#1", "含结转"),))
    assert findings(told) == ()


def test_it_is_saved_as_one_more_revision(tmp_path: Path) -> None:
    with rounds.make_ledger(tmp_path / "l.shishi") as ledger:
        place = (db.TaskId("t1.1"), db.PeriodId("p1"))
        before = db.save_entry(ledger, *place, Content(narrative="完成率186%。"), author="甲")
        (found,) = [f for f in db.check(ledger, *_seen(ledger)) if f.code == "percent_over"]
        made = db.explain(ledger, *place, found, "含结转", author="乙")
        assert made.parents == (before.id,)
        assert made.content == db.explained(before.content, found, "含结转")
        told = [f for f in db.check(ledger, *_seen(ledger)) if f.code == "percent_over"]
        assert [(f.severity, f.explained) for f in told] == [("note", "含结转")]
        with pytest.raises(db.RequestError) as refused:
            db.explain(ledger, db.TaskId("t1.2"), place[1], found, "含结转", author="乙")
        assert refused.value.code == "nothing_to_explain"


def _seen(ledger: db.Ledger) -> tuple[db.Plan, db.Period]:
    plan = db.plans(ledger)[0]
    return plan, plan.periods[0]


def run(*arguments: object) -> tuple[int, str, str]:
    told = CliRunner().invoke(shishi, [str(one) for one in arguments], env={"LC_ALL": "zh_CN.UTF-8"})
    return told.exit_code, told.stdout, told.stderr


def test_the_reason_of_a_clerk_reaches_the_coordinator(tmp_path: Path) -> None:
    ledger = tmp_path / "l.shishi"
    with rounds.make_ledger(ledger) as made:
        issued = rounds.issue(made, tmp_path)["教育局"]
    said = ["--narrative", "完成率186%，另见(附件。", "--explain", "percent_over=含结转"]
    assert run("fill", issued, "1.1", *said, "--explain", "brackets_unbalanced=原文如此")[0] == 0
    back = rounds.hand_in(issued, tmp_path)
    assert run("merge", ledger, back)[0] == 0
    _, out, _ = run("check", ledger, "--period", "1-3月", "--json")
    told = {one["code"]: one for one in json.loads(out)["findings"]}
    assert told["percent_over"]["explained"] == "含结转"
    assert told["percent_over"]["severity"] == "note"
    assert told["brackets_unbalanced"]["explained"] == "原文如此"
    _, _, err = run("check", ledger, "--period", "1-3月")
    assert "填报人已说明：含结转。" in err


def test_a_reason_can_be_taken_back_on_the_command_line(tmp_path: Path) -> None:
    ledger = tmp_path / "l.shishi"
    rounds.make_ledger(ledger).close()
    place = ("fill", ledger, "1.1", "--period", "1-3月")
    assert run(*place, "--narrative", "完成率186%。", "--explain", "percent_over=含结转")[0] == 0
    assert run(*place, "--explain", "percent_over=")[0] == 0
    _, out, _ = run("check", ledger, "--period", "1-3月", "--json")
    (told,) = [one for one in json.loads(out)["findings"] if one["code"] == "percent_over"]
    assert (told["severity"], told["explained"]) == ("warning", "")


def test_an_unknown_check_is_refused_and_nothing_is_saved(tmp_path: Path) -> None:
    ledger = tmp_path / "l.shishi"
    rounds.make_ledger(ledger).close()
    status, _, err = run(
        "fill", ledger, "1.1", "--period", "1-3月", "--narrative", "x", "--explain", "nonsense=1"
    )
    assert status == 2
    assert "nonsense" in err
    assert "percent_over" in err
    with db.open_ledger(ledger, read_only=True) as opened:
        assert db.entries(opened, db.PeriodId("p1")) == {}


# Mending


def mend(code: str, content: Content, of: db.Task = TASK, past: Content | None = None) -> Content | None:
    (found,) = [one for one in db.check_content(of, PLAN, FIRST, content, past) if one.code == code]
    return db.mended(found, of, PLAN, FIRST, content, past)


def test_the_figure_of_the_text_is_taken() -> None:
    content = Content(narrative="累计新增学位3,200个。", figures=((SEATS.id, Decimal(3020)),))
    assert mend("figure_differs", content) == replace(content, figures=((SEATS.id, Decimal(3200)),))


@pytest.mark.parametrize(
    ("code", "content", "status"),
    [
        ("status_against_schedule", Content(Status.ON_TRACK, figures=((SEATS.id, Decimal(1)),)), "behind"),
        ("status_too_low", Content(Status.NOT_STARTED, figures=((SEATS.id, Decimal(1900)),)), "on_track"),
        ("status_not_done", Content(Status.DONE, figures=((SEATS.id, Decimal(5000)),)), "on_track"),
        ("no_progress_words", Content(Status.ON_TRACK, narrative="暂未开展。"), "not_started"),
    ],
)
def test_the_status_is_set(code: str, content: Content, status: str) -> None:
    assert mend(code, content) == replace(content, status=Status(status))


def test_a_sentence_that_stands_twice_stands_once() -> None:
    content = Content(narrative="完成全部点位摸排工作。已启动招标。\n完成全部点位摸排工作。")
    made = mend("text_repeats", content)
    assert made is not None
    assert made.narrative == "完成全部点位摸排工作。已启动招标。"


def test_a_text_is_put_into_the_script_of_its_target() -> None:
    content = Content(narrative="完成社區長者食堂建设和验收,計劃于6月開放。")
    made = mend("scripts_mixed", content)
    assert made is not None
    assert made.narrative == "完成社區長者食堂建設和驗收,計劃于6月開放。"
    simplified = mend("scripts_mixed", content, replace(TASK, target="新增学位7600个。"))
    assert simplified is not None
    assert simplified.narrative == "完成社区长者食堂建设和验收,计划于6月开放。"


def test_what_needs_thought_is_not_mended() -> None:
    assert mend("brackets_unbalanced", Content(narrative="完成(一期工程。")) is None


def test_a_way_that_raises_another_finding_is_not_taken() -> None:
    content = Content(Status.NOT_STARTED, figures=((SEATS.id, Decimal(1)),))
    assert mend("status_too_low", content) == replace(content, status=Status.BEHIND)
    short = Content(Status.DONE, figures=((SEATS.id, Decimal(1)),))
    assert mend("status_against_schedule", short) == replace(short, status=Status.BEHIND)
    untold = Content(Status.ON_TRACK, narrative="暂未开展。", figures=((SEATS.id, Decimal(1900)),))
    assert mend("no_progress_words", untold) is None  # not started, with figures that have moved
