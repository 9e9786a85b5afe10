"""Public names of a package that load when first used: importing it costs little more than Polars and NumPy."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def offer(package: str, exports: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package: public name -> the module of it that defines it, which is called otherwise: a
    module that is loaded takes the place of its name in the package."""
    assert not exports.items() & {(name, name) for name in exports}, "A module is called as the function it offers."

    def load(name: str) -> Any:
        if name not in exports:
            raise AttributeError(f"module '{package}' has no attribute '{name}'")
        return getattr(import_module(f"{package}.{exports[name]}"), name)

    return load
