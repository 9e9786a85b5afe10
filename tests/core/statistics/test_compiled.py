"""Compiled loops work where nothing can be kept on disk, as for a service without a home."""

import re
from importlib.util import module_from_spec, spec_from_file_location

from house.project import ROOT, tracked

LOOP = """
from outturn.core.statistics.table.compiled import compile_loops

@compile_loops()
def twice(number):
    return 2 * number
"""


def test_a_loop_that_cannot_be_kept_is_compiled_for_this_process(tmp_path, monkeypatch):
    source, file = tmp_path / "loop.py", tmp_path / "not-a-folder"
    source.write_text(LOOP)
    file.touch()
    (tmp_path / "__pycache__").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(file / "cache"))
    spec = spec_from_file_location("loop", source)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.twice(21) == 42
    assert module.twice.signatures
    assert module.twice.stats.cache_path is None


def test_every_loop_is_compiled_in_that_way():
    asking = [path for path in tracked("src/outturn/*.py") if re.search(r"\bimport numba|from numba", path.read_text())]
    assert [str(path.relative_to(ROOT)) for path in asking] == ["src/outturn/core/statistics/table/compiled.py"], (
        "decorate with compile_loops() of outturn.core.statistics.table.compiled instead"
    )
