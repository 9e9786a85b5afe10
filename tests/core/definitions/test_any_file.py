"""Whatever is in a file, loading says so in sentences and never stops with a trace."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.definitions import Loaded, load
from outturn.core.definitions.schema import KINDS

SHIPPED = Path(__file__).parents[3] / "definitions"
PATHS = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.yaml"))
FIELDS = sorted({"slug", "llr-icb", "oap", *(field for model in KINDS.values() for field in model.model_fields)})
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        ["higher", "percent", "llr-icb", "2024-10-31", "'2024'", "no", "*a", "&a x", "!!set {a}", "- - -", "%"]
    ),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=5)),
    max_leaves=25,
)


def told(loaded: Loaded, files: dict[str, bytes]) -> None:
    """Every problem is a sentence about a file that was given, on a line that it has."""
    for problem in loaded.problems:
        assert problem.file in files and problem.wrong.endswith((".", "?")), str(problem)
        assert 1 <= problem.line <= files[problem.file].count(b"\n") + 2
    assert (loaded.catalogue is None) == any(problem.severity == "error" for problem in loaded.problems)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(sorted(KINDS)), tree=TREES)
def test_any_tree_of_fields(kind: str, tree: object) -> None:
    files = {f"{kind}/any.yaml": str(tree).replace("None", "~").encode()}
    told(load(files), files)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(sorted(KINDS)), content=st.binary(max_size=200))
def test_any_bytes(kind: str, content: bytes) -> None:
    files = {f"{kind}/any.yaml": content}
    told(load(files), files)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_line_lost_or_doubled_in_the_shipped_definitions(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(PATHS))
    lines = (SHIPPED / path).read_bytes().splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    times = data.draw(st.sampled_from([0, 2]))
    files = {other: (SHIPPED / other).read_bytes() for other in PATHS}
    files[path] = b"".join([*lines[:at], *lines[at : at + 1] * times, *lines[at + 1 :]])
    told(load(files), files)
