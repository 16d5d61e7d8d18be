"""What the steps of a plan's log are called: a code with parameters, worded in the reader's language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from db.sentences import sentence

UNDO, REDO = "undo", "redo"
UNNAMED = "other"
"""The code of a step whose label is not one of ours; its text is the parameter `label`."""


@dataclass(frozen=True, slots=True)
class StepLabel:
    """What a step did, and to what."""

    code: str
    params: tuple[tuple[str, str], ...] = ()
    of: StepLabel | None = None
    """Of an undo or redo: what it takes back or does again."""
    step: str = ""
    """Of an undo or redo: the id of that step."""


def step(code: str, **params: str) -> str:
    """The label of a step, as the log keeps it."""
    return label_text(StepLabel(code, tuple(params.items())))


def label_text(label: StepLabel) -> str:
    """A label as the log keeps it: JSON."""
    return json.dumps(_form(label), ensure_ascii=False, separators=(",", ":"))


def _form(label: StepLabel) -> dict[str, Any]:
    form: dict[str, Any] = {"code": label.code, "params": dict(label.params)}
    return form | ({"of": _form(label.of), "step": label.step} if label.of else {})


def label_of(text: str) -> StepLabel:
    """A label from the log; any text is one."""
    try:
        return _label(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return StepLabel(UNNAMED, (("label", text),))


def _label(form: dict[str, Any]) -> StepLabel:
    params = tuple((str(name), str(value)) for name, value in form["params"].items())
    of = _label(form["of"]) if "of" in form else None
    return StepLabel(str(form["code"]), params, of, str(form["step"]) if of else "")


def step_sentence(label: StepLabel, language: str = "") -> str:
    """What a step did, as a sentence; `language` as `sentence` takes it."""
    if label.of:
        what = step_sentence(label.of, language).rstrip("。.")
        return sentence(f"step_{label.code}", {"what": what}, language)
    return sentence(f"step_{label.code}", dict(label.params), language)
