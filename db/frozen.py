"""Frozen records that cost little to define: a window stands empty until they all are.

`dataclass(frozen=True)` compiles six methods for every class, most of a millisecond each time a program
starts; the methods here are the same for every record and compiled once. In all else these are
dataclasses: `fields`, `replace` and `asdict` know them.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from typing import Any, ClassVar, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass. Defaults are values, never factories."""
    made = dataclass(init=False, repr=False, eq=False)(cls)
    for name, method in _METHODS.items():
        setattr(made, name, method)
    return made


class _Record:
    """What every record does; `__match_args__` are the names of its fields."""

    __match_args__: ClassVar[tuple[str, ...]]

    def __init__(self, *values: Any, **named: Any) -> None:
        fields = self.__match_args__
        for name, value in zip(fields, values, strict=False):
            _set(self, name, value)
        for name in fields[len(values) :]:
            try:
                _set(self, name, named.pop(name) if name in named else getattr(self, name))
            except AttributeError:
                raise TypeError(f"{type(self).__name__} needs {name!r}") from None
        if named or len(values) > len(fields):
            raise TypeError(f"{type(self).__name__} takes only {', '.join(fields)}, each once")

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({shown})"

    def __eq__(self, other: object) -> bool:
        return self.__dict__ == other.__dict__ if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self.__match_args__))

    def __setattr__(self, name: str, _: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")


_set = object.__setattr__
_METHODS = {name: value for name, value in vars(_Record).items() if callable(value)}
