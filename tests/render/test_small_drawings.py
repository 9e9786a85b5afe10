"""Sparklines, icons and shapes of status."""

from xml.etree import ElementTree

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor

from outturn.core.report.document import Chip
from outturn.core.report.pictures import Mark, MarkKind
from outturn.render import charts
from outturn.render.look import VARIATION as VARIATIONS
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.overlay import icon

VARIATION = [
    "common_cause",
    "improvement_high",
    "improvement_low",
    "concern_high",
    "concern_low",
    "neutral_high",
    "neutral_low",
]
ASSURANCE = ["pass", "fail", "inconsistent"]
WAYS = ["increasing", "decreasing"]
TREND = [*WAYS, *(f"{way}_{word}" for way in WAYS for word in ("better", "worse")), "none", "not_calculated"]


def grey(svg: str) -> str:
    """The drawing without its colours and words: what is left when printed in grey and not read aloud."""
    root = ElementTree.fromstring(svg)
    for node in root.iter():
        for name in ("fill", "stroke", "aria-label"):
            node.attrib.pop(name, None)
    root.remove(root[0])
    return ElementTree.tostring(root, encoding="unicode")


def test_every_icon_differs_without_colour():
    icons = [charts.draw_icon(Mark(MarkKind.VARIATION, key, key)) for key in VARIATION]
    icons += [charts.draw_icon(Mark(MarkKind.ASSURANCE, key, key)) for key in ASSURANCE]
    icons += [charts.draw_icon(Mark(MarkKind.TREND, key, key)) for key in TREND]
    assert len({grey(icon) for icon in icons}) == len(icons)


def test_an_icon_has_its_words():
    assert "<title>Concern &lt;high&gt;</title>" in charts.draw_icon(
        Mark(MarkKind.VARIATION, "concern_high", "Concern <high>")
    )


@pytest.mark.parametrize(
    ("key", "family"),
    [
        ("increasing_better", "improvement"),
        ("decreasing_worse", "concern"),
        ("increasing", "neutral"),
        ("none", "common"),
    ],
)
def test_a_trend_has_the_colour_of_its_judgement(key, family):
    assert VARIATIONS[family].colour in charts.draw_icon(Mark(MarkKind.TREND, key, key))


@pytest.mark.parametrize("shape", ["circle", "triangle", "square", "dash", "diamond"])
def test_a_status_is_a_shape_with_a_letter(shape):
    svg = charts.draw_shape(Chip("red", "Red", "R", shape))
    assert (">R</text>" in svg) is (shape != "dash")
    assert 'aria-hidden="true"' in svg


def test_shapes_of_status_differ_without_colour():
    shapes = [
        charts.draw_shape(Chip("green", "", "", shape)) for shape in ("circle", "triangle", "square", "dash", "diamond")
    ]
    assert len({grey(f"<svg><a/>{svg}</svg>") for svg in shapes}) == 5


def test_a_sparkline_keeps_gaps_and_shades_the_good_side():
    svg = charts.draw_sparkline((1.0, 2.0, None, 4.0), target=3.0, direction="higher", title="1 to 4")
    assert svg.count("M") == 3 and 'aria-label="1 to 4"' in svg and "<rect" in svg
    assert "<rect" not in charts.draw_sparkline((1.0, 2.0), target=3.0)


def test_nothing_to_draw_is_nothing():
    assert charts.draw_sparkline((None, None)) == ""


def test_values_that_never_change_are_a_line_in_the_middle():
    assert "14" in charts.draw_sparkline((5.0, 5.0, 5.0), height=28)


@pytest.mark.parametrize(
    ("kind", "key", "sign", "filled"),
    [
        (MarkKind.VARIATION, "common_cause", "~", False),
        (MarkKind.VARIATION, "improvement_high", "H", True),
        (MarkKind.VARIATION, "neutral_low", "L", True),
        (MarkKind.VARIATION, "concern", "C", True),
        (MarkKind.ASSURANCE, "pass", "P", False),
        (MarkKind.ASSURANCE, "inconsistent", "?", False),
        (MarkKind.TREND, "decreasing_better", "↓", False),
        (MarkKind.TREND, "none", "→", False),
        (MarkKind.TREND, "not_calculated", "–", False),
    ],
)
def test_slides_show_the_sign_that_the_screen_shows(kind, key, sign, filled):
    """A trend once stood on slides as if it were variation: filled, with a letter."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    icon(Canvas(slide, lambda anchor: None), Mark(kind, key, "The words"), 0, 0)
    (shape,) = slide.shapes
    assert shape.text_frame.text == sign
    assert (shape.fill.fore_color.rgb != RGBColor(255, 255, 255)) is filled
