"""How the loops of `*_kernel.py` are compiled: once for a machine where that can be kept, else once for a process."""

from collections.abc import Callable
from typing import Any

from numba import njit


def compile_loops(**choices: Any) -> Callable[[Callable[..., Any]], Any]:
    """A decorator: Numba's `njit` with these choices, what it made kept on disk.

    It is kept beside the source, else in the user's cache folder. A service often may write neither: then every
    process compiles for itself, some seconds more, and gives the same answers. NUMBA_CACHE_DIR names another folder.
    """

    def compile_when_called(loop: Callable[..., Any]) -> Any:
        try:
            return njit(cache=True, nogil=True, **choices)(loop)
        except RuntimeError:  # Numba found no folder that it may write
            return njit(nogil=True, **choices)(loop)

    return compile_when_called
