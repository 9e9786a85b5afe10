"""YAML bytes -> a Source: plain data, and the line of every field.

Keys may not repeat. Aliases are followed, but a file that grows too large by them is refused, as is any tag that would
build an object.
"""

import re
from collections.abc import Hashable
from datetime import date

import yaml

from outturn.core.definitions.problems import DefinitionProblem
from outturn.core.definitions.source import Path, Source
from outturn.core.definitions.yaml_nodes import DEEPEST, PLAIN, Refused, compose

MOST_NODES = 200_000
PLAIN_GROUPS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


def read(file: str, content: bytes) -> tuple[Source | None, list[DefinitionProblem]]:
    """The file as a Source, or None; and what was wrong. A key that stands twice still leaves a Source to check."""
    try:
        node = compose(content)
        walk = _Walk(file)
        data = walk.value(node, ()) if node is not None else None
    except Refused as refused:
        return None, [DefinitionProblem(file, refused.line, "", refused.wrong, refused.cure)]
    return Source(file, data, walk.lines), walk.problems


class _Walk:
    """Turns nodes into values and notes lines; counts what it makes, so that aliases cannot multiply without end."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path, int] = {}
        self.problems: list[DefinitionProblem] = []
        self.made = 0

    def value(self, node: yaml.Node, path: Path) -> object:
        line = node.start_mark.line + 1
        self.made += 1
        if self.made > MOST_NODES or len(path) > DEEPEST:
            raise Refused(line, "The file is too large once its aliases are followed.", "Write the values out.")
        self.lines.setdefault(path, line)
        if isinstance(node, yaml.CollectionNode) and node.tag not in PLAIN_GROUPS:
            raise _tag_refused(node, line)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return _scalar(node, line)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[Hashable, object]:
        made: dict[Hashable, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise Refused(line, "A field name must be one word.", "Write 'name: value'.")
            key = str(key_node.value)
            here = (*path, key)
            if key in made:
                first = self.lines[here]
                source = Source(self.file, None, {here: line})
                self.problems.append(source.problem(here, f"'{key}' stands here and on line {first}.", "Keep one."))
                continue
            self.lines[here] = line
            made[key] = self.value(value_node, here)
        return made


def _scalar(node: yaml.Node, line: int) -> object:
    kind = node.tag.removeprefix("tag:yaml.org,2002:")
    text = str(node.value)
    match kind:
        case "str" | "merge" | "value":
            return text
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int" if text.lstrip("-").isascii() and text.lstrip("-").isdigit():
            return int(text) if len(text) < 20 else _too_long(line)
        case "float" if re.match(PLAIN["float"][0], text):
            return float(text)
        case "timestamp":
            return _day(text, line)
    raise _tag_refused(node, line)


def _tag_refused(node: yaml.Node, line: int) -> Refused:
    return Refused(line, f"The tag '{node.tag}' is not allowed.", "Write plain text, numbers and dates only.")


def _too_long(line: int) -> int:
    raise Refused(line, "This number has too many digits.", "Use quotes if it is a code.")


def _day(text: str, line: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(line, f"'{text}' is not a day.", "Write a date as 2024-10-31.") from error
