"""What the program has to say of a row that is being typed: asked by the form, answered on the worker."""

from __future__ import annotations

from dataclasses import dataclass

import db
from desktop.forms.filling import Filling


@dataclass(frozen=True, slots=True)
class Question:
    """A row as it stands in the form."""

    filling: Filling
    content: db.Content

    def answer(self) -> Advice:
        """Read and check it. Any thread: it looks at nothing but records.

        The first answer reads the tables of the rules, which takes a third of a second.
        """
        filling, content = self.filling, self.content
        before = filling.before.current if filling.before else None
        past = before.content if before else None
        row = (filling.task, filling.plan, filling.period)
        if content == db.Content():
            return Advice(self, (), ())
        return Advice(
            self,
            db.read_figures(content.narrative, filling.task.measures),
            tuple(
                Noticed(finding, None if finding.explained else db.mended(finding, *row, content, past))
                for finding in db.check_content(*row, content, past)
            ),
        )


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding, and what the row would be if it were seen to; None where a person has to think."""

    finding: db.Finding
    mended: db.Content | None


@dataclass(frozen=True, slots=True)
class Advice:
    """The answer to a question."""

    question: Question
    told: tuple[db.ReadFigure, ...]
    noticed: tuple[Noticed, ...]
