"""YAML bytes -> a Source. Values mean what they look like.

YAML 1.1 reads `no` as false, `012` as ten and `12:30` as 750. Here only `true` and `false` are yes and no, only plain
decimal numbers are numbers and only `2024-10-31` is a date; all else stays text. Keys may not repeat. Aliases are
followed, but a file that grows too large by them is refused, as is any tag that would build an object.
"""

import re
from collections.abc import Hashable
from datetime import date

import yaml

from outturn.core.definitions.problems import DefinitionProblem
from outturn.core.definitions.source import Path, Source

MOST_BYTES = 2_000_000
MOST_NODES = 200_000
DEEPEST = 30
PLAIN_GROUPS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class _Resolver(yaml.resolver.BaseResolver):
    """Only what people mean when they write it."""


_PLAIN = {
    "null": (r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    "bool": (r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    "int": (r"^-?(?:0|[1-9][0-9]*)$", list("-0123456789")),
    "float": (r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", list("-0123456789")),
    "timestamp": (r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", list("0123456789")),
}
for _name, (_pattern, _first) in _PLAIN.items():
    _Resolver.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(_pattern), _first)


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _Loader(CParser, _Resolver):  # ten times the speed, same nodes
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            _Resolver.__init__(self)
else:

    class _Loader(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser, yaml.composer.Composer, _Resolver):  # type: ignore[no-redef]
        def __init__(self, text: str) -> None:
            yaml.reader.Reader.__init__(self, text)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)
            yaml.composer.Composer.__init__(self)
            _Resolver.__init__(self)


class _Refused(Exception):
    def __init__(self, line: int, wrong: str, cure: str) -> None:
        super().__init__(wrong)
        self.line, self.wrong, self.cure = line, wrong, cure


def read(file: str, content: bytes) -> tuple[Source | None, list[DefinitionProblem]]:
    """The file as a Source, or None; and what was wrong. A key that stands twice still leaves a Source to check."""
    try:
        node = _compose(content)
        walk = _Walk(file)
        data = walk.value(node, ()) if node is not None else None
    except _Refused as refused:
        return None, [DefinitionProblem(file, refused.line, "", refused.wrong, refused.cure)]
    return Source(file, data, walk.lines), walk.problems


def _compose(content: bytes) -> yaml.Node | None:
    if len(content) > MOST_BYTES:
        raise _Refused(1, f"The file has {len(content):,} bytes.", f"Split it: {MOST_BYTES:,} bytes is the most.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _Refused(line, "The file is not UTF-8 text.", "Save it as UTF-8.") from error
    try:
        _refuse_depth(text)
        return _single_node(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        wrong = " ".join(part for part in (error.context, error.problem) if part)
        cure = "Check the indentation and quotes around this line; text with ': ' or '#' in it needs quotes."
        raise _Refused(mark.line + 1 if mark else 1, f"This is not YAML: {wrong}.", cure) from error
    except yaml.YAMLError as error:
        raise _Refused(1, f"This is not YAML: {error}.", "Remove control characters.") from error


def _single_node(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _refuse_depth(text: str) -> None:
    """Deep nesting is refused from the flat list of events, before anything that recurses sees it."""
    depth = 0
    loader = _Loader(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if event and event.start_mark and depth > DEEPEST:
                raise _Refused(event.start_mark.line + 1, "The file is nested too deep.", f"{DEEPEST} levels at most.")
    finally:
        loader.dispose()


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
            raise _Refused(line, "The file is too large once its aliases are followed.", "Write the values out.")
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
                raise _Refused(line, "A field name must be one word.", "Write 'name: value'.")
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
        case "float" if re.match(_PLAIN["float"][0], text):
            return float(text)
        case "timestamp":
            return _day(text, line)
    raise _tag_refused(node, line)


def _tag_refused(node: yaml.Node, line: int) -> _Refused:
    return _Refused(line, f"The tag '{node.tag}' is not allowed.", "Write plain text, numbers and dates only.")


def _too_long(line: int) -> int:
    raise _Refused(line, "This number has too many digits.", "Use quotes if it is a code.")


def _day(text: str, line: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _Refused(line, f"'{text}' is not a day.", "Write a date as 2024-10-31.") from error
