"""The 16 bytes in which Polars keeps each string, read where they stand, without a copy.

Up to 12 bytes of text stand in them whole, so that very many names can be compared as numbers (`names_kernel`). The
layouts are public: "Arrow columnar format, variable-size binary view" and "the Arrow C stream interface".
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import numpy as np
import polars as pl


class Schema(ctypes.Structure):
    """ArrowSchema; only `format` is read."""

    _fields_: ClassVar = [
        *[(name, ctypes.c_char_p) for name in ("format", "name", "metadata")],
        *[(name, ctypes.c_int64) for name in ("flags", "n_children")],
        *[(name, ctypes.c_void_p) for name in ("children", "dictionary", "release", "private_data")],
    ]


class Array(ctypes.Structure):
    """ArrowArray; buffers[1] holds the views, of which the first belongs to row -offset."""

    _fields_: ClassVar = [
        *[(name, ctypes.c_int64) for name in ("length", "null_count", "offset", "n_buffers", "n_children")],
        ("buffers", ctypes.POINTER(ctypes.c_void_p)),
        *[(name, ctypes.c_void_p) for name in ("children", "dictionary", "release", "private_data")],
    ]


class Stream(ctypes.Structure):
    """ArrowArrayStream."""

    _fields_: ClassVar = [
        (name, ctypes.c_void_p) for name in ("get_schema", "get_next", "get_last_error", "release", "private_data")
    ]


FILL = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
BYTES, VIEWS, READ_ONLY = 16, b"vu", 0x100

pointer_of = ctypes.pythonapi["PyCapsule_GetPointer"]  # by [ ], so that nobody else's types are set
pointer_of.restype, pointer_of.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
memory = ctypes.pythonapi["PyMemoryView_FromMemory"]
memory.restype, memory.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.c_ssize_t, ctypes.c_int]


@contextmanager
def views(names: pl.Series) -> Iterator[np.ndarray | None]:
    """Two whole numbers of 64 bits for each string, inside the `with` only; None where some are missing."""
    if names.dtype != pl.String or names.null_count() or names.is_empty():
        yield None
        return
    capsule = names.rechunk().__arrow_c_stream__()
    stream = pointer_of(capsule, b"arrow_array_stream")
    calls = Stream.from_address(stream)
    schema, array = Schema(), Array()
    try:
        wrong = FILL(calls.get_schema)(stream, ctypes.addressof(schema))
        wrong = wrong or FILL(calls.get_next)(stream, ctypes.addressof(array))
        yield None if wrong or schema.format != VIEWS or array.length != len(names) else words(array)
    finally:
        release(schema)
        release(array)


def words(array: Any) -> np.ndarray:
    """The views of an array, one after the other."""
    place = array.buffers[1] + array.offset * BYTES
    return np.frombuffer(memory(place, array.length * BYTES, READ_ONLY), np.uint64)


def release(what: Any) -> None:
    """Tell the maker of a structure that it is no longer read."""
    if what.release:
        RELEASE(what.release)(ctypes.addressof(what))
