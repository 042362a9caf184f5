"""Objects that the core holds."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from cohesion_core._arguments import fault

_C = TypeVar("_C")


class Handle(Generic[_C]):
    """An object of the core with a face in Python: it does not change, and it is equal to one that holds the same."""

    __slots__ = ("_core",)
    _class: ClassVar[type]
    _made_by: ClassVar[str]

    def __init__(self, core: _C) -> None:
        if not isinstance(core, self._class):
            message = f"a {type(self).__name__} is made by {self._made_by}"
            raise fault("wrong_type", "", message, value=type(core).__name__)
        self._core = core

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Handle) and type(self) is type(other) and bool(self._core == other._core)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<cohesion_core.{type(self).__name__}: {self._shown()}>"

    def _shown(self) -> str:
        raise NotImplementedError


def core_of(argument: str, given: Handle[_C], wanted: type[Handle[_C]]) -> _C:
    """What the core knows an argument by."""
    if not isinstance(given, wanted):
        message = f"`{argument}` is a {wanted.__name__}, not {type(given).__name__}"
        raise fault("wrong_type", argument, message, value=type(given).__name__)
    return given._core
