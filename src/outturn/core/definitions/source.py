"""A definition file as data, with the line every field stands on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from outturn.core.definitions.problems import DefinitionProblem, Severity

Step = str | int
Path = tuple[Step, ...]


@dataclass(frozen=True)
class Source:
    """`data` is what the YAML says; `lines` maps a path ("indicators", "oap", "unit") to its line, from 1."""

    file: str
    data: object
    lines: dict[Path, int] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The folder it lies in: areas, indicators, frameworks, schemes, packs, layouts."""
        return self.file.replace("\\", "/").split("/")[0]

    def line(self, path: Sequence[Step]) -> int:
        """The line of the field, or of the nearest thing around it."""
        for end in range(len(path), -1, -1):
            if tuple(path[:end]) in self.lines:
                return self.lines[tuple(path[:end])]
        return 1

    def problem(
        self, path: Sequence[Step], wrong: str, cure: str = "", severity: Severity = Severity.ERROR
    ) -> DefinitionProblem:
        return DefinitionProblem(self.file, self.line(path), write_path(path), wrong, cure, severity)


def write_path(path: Sequence[Step]) -> str:
    """("sections", 0, "slug") as people write it: "sections[1].slug", counting from 1."""
    words = ""
    for step in path:
        words += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if words else step
    return words
