"""The report as slides: every figure, native, linked, described, nothing off the slide."""

import io
import zipfile

import pytest
from pptx import Presentation
from pptx.util import Emu
from render.drawn import HOSTILE, process_chart
from render.gallery import gallery
from render.pictured import PICTURES

from outturn.render import FORMATS


@pytest.fixture(scope="module")
def deck(drawn):
    return Presentation(io.BytesIO(drawn["report.pptx"]))


@pytest.fixture(scope="module")
def pictures():
    return Presentation(io.BytesIO(FORMATS["report.pptx"].draw(gallery())))


def said(slide) -> str:
    words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    words += [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(words)


def test_every_figure_is_shown(deck, paper):
    words = "\n".join(said(slide) for slide in deck.slides)
    assert not [cell.key for _, _, cell in paper.figures() if cell.text not in words]


def test_it_is_wide_and_in_our_own_look(deck, drawn):
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78
    with zipfile.ZipFile(io.BytesIO(drawn["report.pptx"])) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        names = package.namelist()
    assert 'name="Outturn"' in theme and "Office" not in theme and "Calibri" not in theme
    assert not [name for name in names if "thumbnail" in name or "printer" in name]
    assert [layout.name for layout in deck.slide_layouts] == ["Cover", "Message"]


def test_every_slide_has_its_message_as_title(deck):
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles) and len(titles) == len(set(titles))


@pytest.mark.parametrize("name", ["deck", "pictures"])
def test_nothing_stands_off_the_slide(name, request):
    deck = request.getfixturevalue(name)
    off = [
        (slide.shapes.title.text_frame.text, shape.name)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.left < 0 or shape.top < 0 or shape.left + shape.width > deck.slide_width + Emu(9_525)
        or shape.top + shape.height > deck.slide_height
    ]  # fmt: skip
    assert off == []


def test_every_picture_takes_two_thirds_beside_facts_or_the_width_of_its_slide(pictures):
    for slide in pictures.slides:
        for chart in (shape for shape in slide.shapes if shape.has_chart):
            beside = [shape for shape in slide.shapes if shape.left >= chart.left + chart.width]
            share = chart.width / pictures.slide_width
            assert share == pytest.approx(0.605 if beside else 0.917, abs=0.01)
            assert chart.top + chart.height < Emu(int(6.98 * 914_400))
    titles = [slide.shapes.title.text_frame.text for slide in pictures.slides if any(s.has_chart for s in slide.shapes)]
    assert {f"A page for {name}" for name in PICTURES} <= set(titles)


def test_a_picture_grows_into_the_room_below_it(pictures):
    slide = next(slide for slide in pictures.slides if slide.shapes.title.text_frame.text == "A page for funnel")
    chart = next(shape for shape in slide.shapes if shape.has_chart)
    assert chart.height > Emu(int(4.3 * 914_400))


def test_pieces_of_a_slide_do_not_run_into_its_foot(deck):
    for slide in deck.slides:
        tables = [shape for shape in slide.shapes if shape.has_table]
        for table in tables:
            rows = sum(row.height for row in table.table.rows)
            assert table.top + rows < Emu(int(6.98 * 914_400)), slide.shapes.title.text_frame.text


def test_every_picture_chart_and_table_is_described(deck):
    bare = [
        shape.name
        for slide in deck.slides
        for shape in slide.shapes
        if (shape.has_chart or shape.has_table) and not shape._element.xpath(".//p:cNvPr")[0].get("descr")
    ]
    assert bare == []


def test_a_chart_is_native_and_holds_the_series(deck):
    shown = process_chart()
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    drawn = [{one.name: list(one.values) for plot in chart.plots for one in plot.series} for chart in charts]
    native, series = next((one, found) for one, found in zip(charts, drawn, strict=True) if "Forecast" in found)
    assert series["Actual"][:16] == list(shown.values)
    assert series["Plan"][12:16] == list(shown.plan[12:])
    assert series["Special cause: concern"][7] == 48.1
    assert [value for value in series["78% by Mar 2025"] if value is not None] == [78.0]
    assert native.part.chart_workbook.xlsx_part is not None


def test_times_are_fractions_of_a_day(deck):
    columns = [
        list(one.values)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart
        for one in shape.chart.plots[0].series
    ]
    assert any(column and column[0] == pytest.approx(1806 / 86_400) for column in columns)


def test_summary_links_to_the_measure_and_back(deck):
    kinds = [
        (slide.shapes.title.text_frame.text, relation.target_part.partname)
        for slide in deck.slides
        for relation in slide.part.rels.values()
        if relation.reltype.endswith("/slide")
    ]
    titles = {slide.part.partname: slide.shapes.title.text_frame.text for slide in deck.slides}
    pairs = {(title, titles[target]) for title, target in kinds}
    assert ("One of two is off plan", "Waits: off plan since June; getting worse") in pairs
    assert ("Waits: off plan since June; getting worse", "One of two is off plan") in pairs


def test_notes_explain_the_slide(deck):
    slide = next(slide for slide in deck.slides if slide.shapes.title.text_frame.text.startswith("Waits"))
    notes = slide.notes_slide.notes_text_frame.text
    assert (
        "The whole wording of the priority" in notes and "misses it by 2.2 points" in notes and "As known on" in notes
    )


def test_a_long_table_repeats_its_headings(deck):
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    long = [table for table in tables if table.cell(0, 0).text == "Period"]
    assert len(long) >= 4 and all(table.cell(0, 3).text == "Deficit" for table in long)
    assert sum(len(table.rows) - 1 for table in long) == 19 + 70


def test_words_of_people_stay_words(deck):
    assert HOSTILE in "\n".join(said(slide) for slide in deck.slides)


def test_a_trend_has_its_target_and_the_good_side_of_it(deck):
    (slide,) = [slide for slide in deck.slides if any(shape.name.startswith("Trend ") for shape in slide.shapes)]
    parts = {shape.name.rpartition(" ")[0]: shape for shape in slide.shapes}
    good, target, trend = parts["Good side of the target"], parts["Target of the trend"], parts["Trend"]
    assert (good.top, good.top + good.height) == (trend.top, target.top), "higher is better"
    assert (good.left, good.width) == (trend.left, trend.width)
