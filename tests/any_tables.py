"""Any target table that a ledger could hold, for tests that write one and read it again."""

from __future__ import annotations

import dataclasses

from hypothesis import strategies as st

from db.records import Status
from db.tables.shape import NOTHING_BESIDE, Beside, Table, TableRow

WORDS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6)
UNITS = st.builds("{}{}".format, WORDS, st.sampled_from(["局", "街道", "公司", "(残联)局"]))
TEXTS = st.text(
    st.one_of(st.characters(exclude_characters="\r"), st.sampled_from("=+-@★、\n_x000A一1.")),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip())
TARGETS = TEXTS.map(str.strip)
NARRATIVES = st.one_of(st.just(""), TEXTS)
BESIDE = st.builds(
    Beside, st.sampled_from([None, *Status]), *(st.one_of(st.just(""), TEXTS) for _field in range(3))
)
NUMBERS = st.from_regex(r"[1-9][0-9]?\.[0-9]{1,2}", fullmatch=True)
LABELS = st.sampled_from(["1-3月", "截至9月底", "1-6月", "一季度", "1-6月(修订)"])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    periods = tuple(draw(st.lists(LABELS, max_size=3, unique=True)))
    extras = draw(
        st.lists(
            st.sampled_from(["备注", "分管领导", "是否达序", "联系人电话", "牵头单位"]),
            max_size=2,
            unique=True,
        )
    )
    rows: list[TableRow] = []
    numbers = draw(st.lists(NUMBERS, min_size=1, max_size=6, unique=True))
    categories = draw(st.lists(WORDS.map("一、{}".format), min_size=1, max_size=3, unique=True))
    categories = categories if draw(st.booleans()) else [""]
    for at, number in enumerate(numbers):
        category = categories[at * len(categories) // len(numbers)]
        title = draw(st.one_of(st.just(""), WORDS))
        for _row in range(draw(st.integers(1, 3))):
            target = draw(st.one_of(TARGETS, st.just(rows[-1].target if rows else "目标")))
            beside = tuple(draw(BESIDE) for _period in periods) if periods and draw(st.booleans()) else ()
            rows.append(
                TableRow(
                    category,
                    number,
                    title,
                    target,
                    tuple(draw(st.lists(UNITS, max_size=2, unique=True))),
                    tuple(draw(st.lists(UNITS, max_size=3, unique=True))),
                    tuple(draw(NARRATIVES) for _period in periods),
                    tuple((name, draw(TEXTS)) for name in extras if draw(st.booleans())),
                    draw(st.sampled_from(["", "", "待定"])),
                    beside,
                )
            )
    title = draw(st.one_of(st.just(""), WORDS.map("{}区民生实事".format)))
    return Table(title, draw(st.one_of(st.none(), st.integers(2000, 2099))), periods, tuple(rows))


def as_read(table: Table) -> Table:
    """What comes back of a table: extras in the order in which rows first name them, and what stands beside
    a narrative in all rows, or in none."""
    order = list(dict.fromkeys(name for one in table.rows for name, _text in one.extra))
    told = any(beside != NOTHING_BESIDE for one in table.rows for beside in one.beside)
    blank = (NOTHING_BESIDE,) * len(table.periods) if told else ()
    rows = tuple(
        dataclasses.replace(
            one,
            extra=tuple(sorted(one.extra, key=lambda cell: order.index(cell[0]))),
            beside=(one.beside or blank) if told else (),
        )
        for one in table.rows
    )
    return dataclasses.replace(table, rows=rows, findings=(), figures=())


def same(one: Table, other: Table) -> None:
    assert (one.title, one.year, one.periods) == (other.title, other.year, other.periods)
    assert one.rows == other.rows
