"""Office refuses a chart whose elements stand in another order than the standard's (ISO/IEC 29500-1, 21.2)."""

from xml.etree import ElementTree

from render.native_charts import C, of_slides, of_workbook
from render.test_native import paper

from outturn.render import FORMATS

SERIES = "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat xVal val yVal smooth extLst"
AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr "
    "txPr crossAx crosses crossesAt"
)
SHOWN = "showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"
ORDER = {
    "chartSpace": "date1904 lang roundedCorners style chart spPr txPr externalData printSettings userShapes extLst",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs extLst",
    "plotArea": "layout barChart lineChart scatterChart catAx dateAx valAx spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
    "scatterChart": "scatterStyle varyColors ser dLbls axId extLst",
    "ser": SERIES,
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr extLst",
    "marker": "symbol size spPr",
    "dLbls": f"dLbl delete numFmt spPr txPr dLblPos {SHOWN} showLeaderLines leaderLines extLst",
    "dLbl": f"idx delete layout tx numFmt spPr txPr dLblPos {SHOWN} extLst",
    "errBars": "errDir errBarType errValType noEndCap plus minus val spPr",
    "catAx": f"{AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "dateAx": f"{AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit",
    "valAx": f"{AXIS} crossBetween majorUnit minorUnit dispUnits",
    "scaling": "logBase orientation max min",
    "title": "tx layout overlay spPr txPr",
    "tx": "strRef rich",
    "numRef": "f numCache", "strRef": "f strCache",
    "numCache": "formatCode ptCount pt", "strCache": "ptCount pt",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
}  # fmt: skip
NEEDED = {
    "barChart": ["barDir", "axId"], "lineChart": ["grouping", "axId"], "scatterChart": ["scatterStyle", "axId"],
    "ser": ["idx", "order"], "errBars": ["errBarType", "errValType"], "valAx": ["axId", "scaling", "axPos", "crossAx"],
}  # fmt: skip


def disorder(root: ElementTree.Element) -> list[str]:
    """Elements of a chart that stand in the wrong order, are not known there, or lack one they need."""
    found = []
    for node in root.iter():
        name = node.tag.removeprefix(C)
        if name not in ORDER or (name == "marker" and not len(node)):
            continue
        order, inside = ORDER[name].split(), [child.tag.removeprefix(C) for child in node]
        strange = [child for child in inside if child not in order]
        places = [order.index(child) for child in inside if child in order]
        if strange or places != sorted(places) or not set(NEEDED.get(name, ())) <= set(inside):
            found.append(f"{name}: {' '.join(dict.fromkeys(inside))}")
    return found


def test_every_chart_of_slides_and_workbook_is_in_order():
    for read, name in ((of_slides, "report.pptx"), (of_workbook, "report.xlsx")):
        for chart in read(FORMATS[name].draw(paper())):
            assert disorder(chart.root) == [], (name, chart.alt)
            assert len(list(chart.root.iter(f"{C}ser"))) > 0


def test_series_are_numbered_once_and_axes_lead_to_each_other():
    for chart in of_slides(FORMATS["report.pptx"].draw(paper())):
        for what in ("idx", "order"):
            numbers = [int(one.find(f"{C}{what}").get("val")) for one in chart.root.iter(f"{C}ser")]
            assert sorted(numbers) == sorted(set(numbers)), chart.alt
        plot = chart.root.find(f"{C}chart/{C}plotArea")
        axes = {a.find(f"{C}axId").get("val"): a.find(f"{C}crossAx").get("val") for a in plot if a.tag.endswith("Ax")}
        used = {one.get("val") for group in plot if group.tag.endswith("Chart") for one in group.findall(f"{C}axId")}
        assert used == axes.keys() == set(axes.values())


def test_the_check_sees_an_element_out_of_place():
    markup = f'<c:chart xmlns:c="{C[1:-1]}"><c:plotVisOnly val="1"/><c:plotArea/></c:chart>'
    assert disorder(ElementTree.fromstring(markup)) == ["chart: plotVisOnly plotArea"]
