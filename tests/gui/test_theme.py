"""Colours that can be read, states that differ in more than colour, a style sheet without holes."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

import db
from desktop import icons, theme
from desktop.colours import DARK, LIGHT, Colours
from desktop.models.returns_table import ORDER

STATES = (
    *(status.value for status in db.Status),
    *(state.value for state in db.State),
    *ORDER,
    *("ahead", "on", "behind", "exceeded"),
    *("error", "warning", "note"),
    *("merged", "unchanged", "refused"),
)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def colours(request, qapp: QApplication):
    before, sheet = qapp.palette(), qapp.styleSheet()
    theme.apply_colours(qapp, dark=request.param)
    assert theme.is_dark() is request.param
    yield theme.colours()
    qapp.setPalette(before)
    qapp.setStyleSheet(sheet)


def luminance(colour: str) -> float:
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", STATES)
def test_every_state_has_a_look_that_can_be_read(colours: Colours, name: str):
    style = theme.state_style(name)
    assert contrast(style.colour, style.tint) >= 4.5
    assert contrast(style.colour, colours.card) >= 4.5


@pytest.mark.parametrize("text", ["text", "muted"])
@pytest.mark.parametrize("back", ["page", "card", "hover", "accent_tint", "notice"])
def test_text_can_be_read_on_every_background(colours: Colours, text: str, back: str):
    assert contrast(getattr(colours, text), getattr(colours, back)) >= 4.5


@pytest.mark.parametrize(
    "side_by_side",
    [
        ("not_started", "on_track", "behind", "done", "not_applicable"),
        ORDER,
        ("merged", "unchanged", "refused"),
        ("error", "warning", "note"),
    ],
)
def test_states_that_stand_side_by_side_differ_in_shape(qapp, side_by_side: tuple[str, ...]):
    shapes = [theme.state_style(name).shape for name in side_by_side]
    assert len(set(shapes)) == len(shapes)


def test_the_shapes_are_drawn_and_differ(qapp):
    drawn = {icons.shape(shape, "#000000").pixmap(32, 32).toImage().bits().tobytes() for shape in theme.Shape}
    assert len(drawn) == len(theme.Shape)


def test_the_style_sheet_has_no_name_left(colours: Colours, qapp: QApplication):
    theme.apply_style(qapp)
    assert "@" not in qapp.styleSheet()
    assert colours.accent in qapp.styleSheet()


def test_light_and_dark_are_complete_colours():
    for colours in (LIGHT, DARK):
        assert all(QColor(colour).isValid() and len(colour) == 7 for colour in vars(colours).values())
