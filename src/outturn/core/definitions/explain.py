"""Schema errors in words: what was wrong with a field, and what to write instead."""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from outturn.core.definitions.problems import DefinitionProblem, suggest_nearest
from outturn.core.definitions.source import Source, Step

KINDS_OF_VALUE: dict[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    date: "a date",
    list: "a list",
    dict: "a group of fields",
    NoneType: "nothing",
}

WANTED: dict[str, tuple[str, str]] = {
    "string_type": ("text", 'Put it in quotes if it is a code or a year: "{value}".'),
    "int_type": ("a whole number", "Write it without quotes, such as 1."),
    "int_from_float": ("a whole number", "Write it without decimals."),
    "float_type": ("a number", "Write it without quotes, percent sign or commas, such as 56.7."),
    "bool_type": ("true or false", "Write true or false."),
    "date_type": ("a date", "Write it as 2024-10-31, without quotes."),
    "list_type": ("a list", "Begin each item on its own line with '- '."),
    "dict_type": ("a group of fields", "Indent the fields below it, each as 'name: value'."),
    "model_type": ("a group of fields", "Indent the fields below it, each as 'name: value'."),
}


def explain(source: Source, model: type[BaseModel], error: ValidationError) -> list[DefinitionProblem]:
    """Every schema error of a file as a problem with its line."""
    return [_explain_one(source, model, dict(item)) for item in error.errors(include_url=False, include_context=True)]


def _explain_one(source: Source, model: type[BaseModel], item: dict[str, Any]) -> DefinitionProblem:
    path: list[Step] = [step for step in item["loc"] if step != "[key]"]
    name = str(path[-1]) if path else "the file"
    kind, value = str(item["type"]), item["input"]
    if "[key]" in item["loc"]:
        return source.problem(path, f"'{name}' is not a slug.", "Use small letters, digits and single hyphens.")
    match kind:
        case "missing":
            return source.problem(path[:-1], f"'{name}' is missing.", _cure_of_missing(model, path))
        case "extra_forbidden":
            return source.problem(
                path, f"'{name}' is not a field here.", suggest_nearest(name, fields_at(model, path[:-1]))
            )
        case "enum" | "literal_error":
            known = words_at(model, path)
            return source.problem(path, f"{quote(value)} is not one of {', '.join(known)}.", _suggest(value, known))
        case "string_pattern_mismatch":
            cure = f"It must look like {_describe_pattern(model, path)}."
            return source.problem(path, f"{quote(value)} does not have the right form.", cure)
        case "string_too_long":
            most = item["ctx"]["max_length"]
            return source.problem(path, f"{quote(value)} has {len(value)} characters.", f"Use {most} at most.")
        case "string_too_short" | "too_short":
            return source.problem(path, f"'{name}' is empty.", "Write something, or take the line out.")
        case "greater_than_equal" | "less_than_equal":
            bound = item["ctx"].get("ge", item["ctx"].get("le"))
            side = "less" if kind == "greater_than_equal" else "more"
            return source.problem(path, f"{quote(value)} is out of range.", f"It may not be {side} than {bound}.")
    wanted, cure = WANTED.get(kind, (str(item["msg"]), ""))
    kind_of_value = KINDS_OF_VALUE.get(type(value), type(value).__name__)
    wrong = (
        f"{quote(value)} is {kind_of_value}, but '{name}' is {wanted}."
        if kind in WANTED
        else f"{quote(value)}: {wanted}."
    )
    return source.problem(path, wrong, cure.format(value=value))


def quote(value: object) -> str:
    """The value as the file has it, cut to a readable length; containers by their size."""
    if value is None:
        return "Nothing"
    if isinstance(value, list | dict):
        return f"A {'list' if isinstance(value, list) else 'group'} of {len(value)}"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text if len(text) <= 60 else text[:59] + '…'}'"


def _cure_of_missing(model: type[BaseModel], path: Sequence[Step]) -> str:
    name, known = path[-1], words_at(model, path)
    parent = model_at(model, path[:-1])
    about = parent.model_fields[str(name)].description if parent and name in parent.model_fields else ""
    return f"Add '{name}: {known[0]}' (or {', '.join(known[1:])})." if known else f"Add '{name}: ...'. {about}".strip()


def _suggest(value: object, known: list[str]) -> str:
    return suggest_nearest(str(value), known) if isinstance(value, str) else "Put the word there."


def _describe_pattern(model: type[BaseModel], path: Sequence[Step]) -> str:
    parent = model_at(model, path[:-1])
    info = parent.model_fields.get(str(path[-1])) if parent else None
    about = (info.description or "") if info else ""
    return about.split("such as ")[-1].rstrip(".") if "such as " in about else "ae-4h-type1: small letters and hyphens"


def fields_at(model: type[BaseModel], path: Sequence[Step]) -> list[str]:
    parent = model_at(model, path)
    return list(parent.model_fields) if parent else []


def words_at(model: type[BaseModel], path: Sequence[Step]) -> list[str]:
    """The words a field may hold, when it takes words from a list."""
    kind = type_at(model, path)
    if get_origin(kind) is Literal:
        return [str(word) for word in get_args(kind) if word != ""]
    return [str(word.value) for word in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []


def model_at(model: type[BaseModel], path: Sequence[Step]) -> type[BaseModel] | None:
    kind = type_at(model, path)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def type_at(kind: Any, path: Sequence[Step]) -> Any:
    """The type the schema asks for at a path, without Optional and Annotated; None where the schema has nothing."""
    kind = _strip_hint(kind)
    for step in path:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            info = kind.model_fields.get(str(step))
            kind = _strip_hint(info.annotation) if info else None
        elif get_origin(kind) in (dict, list):
            kind = _strip_hint(get_args(kind)[-1])
        else:
            return None
    return kind


def _strip_hint(kind: Any) -> Any:
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, UnionType):
            kind = next(part for part in get_args(kind) if part is not NoneType)
        else:
            return kind
