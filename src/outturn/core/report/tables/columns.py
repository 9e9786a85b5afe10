"""The columns that describe an entry, each named and explained once. A table of a page or a paper picks its own."""

from outturn.core.report.document import Column, ColumnKind

ENTRY = {
    column.key: column
    for column in (
        Column("number", "No.", ColumnKind.TEXT, 4, "Number in the framework"),
        Column("name", "Measure", ColumnKind.LINK, 30, "What is measured. Follow the link for its own page"),
        Column(
            "rating",
            "Rating",
            ColumnKind.CHIP,
            9,
            "By the framework's scheme, as a word and a shape; what the source printed is shown where it differs",
        ),
        Column("period", "Period", ColumnKind.TEXT, 10, "The period the latest figure is about"),
        Column(
            "target",
            "Target",
            ColumnKind.NUMBER,
            10,
            "The plan or target for that period; where it is for another period, that is said",
        ),
        Column("latest", "Latest", ColumnKind.NUMBER, 10, "The newest figure"),
        Column(
            "gap",
            "Gap",
            ColumnKind.NUMBER,
            9,
            "The newest figure less its target, in the measure's unit; pp is percentage points",
        ),
        Column(
            "movement",
            "Movement",
            ColumnKind.MOVEMENT,
            10,
            "Against the period before: arrow for the number, word for whether it is welcome",
        ),
        Column(
            "trend",
            "Trend",
            ColumnKind.TREND,
            14,
            "The last 24 months. A dashed line is the target, a pale side of it the good side",
        ),
        Column(
            "variation",
            "Variation and assurance",
            ColumnKind.MARKS,
            10,
            "From 13 points: whether it has changed more than chance would, and whether the target can be relied on",
        ),
        Column("rank", "Rank", ColumnKind.NUMBER, 8, "As published: position among all systems, 1 is best"),
        Column("lag", "Data", ColumnKind.TEXT, 8, "How many months the newest figure is behind"),
    )
}


def pick_columns(*keys: str) -> tuple[Column, ...]:
    return tuple(ENTRY[key] for key in keys)
