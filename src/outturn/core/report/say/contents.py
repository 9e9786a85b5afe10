"""What the parts of a paper are called: over their pages, and where its contents are listed."""

from outturn.core.catalogue import Catalogue, Pack, PackPart, PartKind

TITLES: dict[str, str] = {
    PartKind.SUMMARY: "Executive summary",
    PartKind.SECTIONS: "A page for each measure",
    PartKind.MEASURES: "A page for each measure",
    PartKind.CHANGES: "What changed",
    PartKind.APPENDIX: "Appendix",
    PartKind.METHOD: "How to read this report",
}
"""Of parts that are not called as their framework is, where the pack gives them no title."""


def title_part(part: PackPart, catalogue: Catalogue) -> str:
    """As the pack calls it, else as its kind or its framework is called."""
    framework = catalogue.frameworks.get(part.framework)
    return part.title or TITLES.get(part.kind) or (framework.title if framework else part.kind.capitalize())


def list_contents(pack: Pack, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(title_part(part, catalogue) for part in pack.parts)
