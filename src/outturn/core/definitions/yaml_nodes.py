"""YAML text -> nodes, safely: plain values only, a known size and depth, and sentences instead of traces.

YAML 1.1 reads `no` as false, `012` as ten and `12:30` as 750. Here only `true` and `false` are yes and no, only plain
decimal numbers are numbers and only `2024-10-31` is a date; all else stays text.
"""

import re

import yaml

MOST_BYTES = 2_000_000
DEEPEST = 30
PLAIN = {
    "null": (r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    "bool": (r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    "int": (r"^-?(?:0|[1-9][0-9]*)$", list("-0123456789")),
    "float": (r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", list("-0123456789")),
    "timestamp": (r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", list("0123456789")),
}
"""Tag -> what is written so, and how it may begin."""


class _Resolver(yaml.resolver.BaseResolver):
    """Only what people mean when they write it."""


for _name, (_pattern, _first) in PLAIN.items():
    _Resolver.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(_pattern), _first)


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _Loader(CParser, _Resolver):  # same nodes; loading takes a seventh of the time
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


class Refused(Exception):
    """A file that will not be read: on which line, why, and the cure."""

    def __init__(self, line: int, wrong: str, cure: str) -> None:
        super().__init__(wrong)
        self.line, self.wrong, self.cure = line, wrong, cure


def compose(content: bytes) -> yaml.Node | None:
    """The tree of nodes, each with its line; None for an empty file. Raises Refused."""
    if len(content) > MOST_BYTES:
        raise Refused(1, f"The file has {len(content):,} bytes.", f"Split it: {MOST_BYTES:,} bytes is the most.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Refused(line, "The file is not UTF-8 text.", "Save it as UTF-8.") from error
    try:
        _refuse_depth(text)
        return _single_node(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        wrong = " ".join(part for part in (error.context, error.problem) if part)
        cure = "Check the indentation and quotes around this line; text with ': ' or '#' in it needs quotes."
        raise Refused(mark.line + 1 if mark else 1, f"This is not YAML: {wrong}.", cure) from error
    except yaml.YAMLError as error:
        raise Refused(1, f"This is not YAML: {error}.", "Remove control characters.") from error


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
                raise Refused(event.start_mark.line + 1, "The file is nested too deep.", f"{DEEPEST} levels at most.")
    finally:
        loader.dispose()
