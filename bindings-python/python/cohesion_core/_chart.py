"""Pictures: Vega-Lite specifications that the core writes, and what a notebook shows of them."""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path
from typing import Any, cast

from cohesion_core._arguments import fault

MIME = "application/vnd.vegalite.v5+json"
"""The version of Vega-Lite that notebooks draw without help."""


class Chart:
    """A picture as a Vega-Lite specification: plain data that holds its figures and no address.

    Example:
        >>> import cohesion_core as cc
        >>> mean = cc.Survey({"trust": [3, 4, 5, 4], "area": ["N", "N", "S", "S"]}).mean("trust", by="area")
        >>> mean.chart().alternative
        'Mean: trust, by area. Highest: S: 4.50 (−0.69 to 9.69). Lowest: N: 3.50 (−1.69 to 8.69).'
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    @property
    def spec(self) -> dict[str, Any]:
        """The specification; a new dict each time.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.chart().spec["description"] == means.chart().alternative
            True
        """
        return cast(dict[str, Any], json.loads(self._text))

    @property
    def alternative(self) -> str:
        """What somebody who does not see the picture is told.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> len(means.chart().alternative) > 0
            True
        """
        return str(self.spec.get("description", ""))

    def to_json(self) -> str:
        """The specification as JSON: the same text in Rust, Python and JavaScript.

        Example:
            >>> import cohesion_core as cc
            >>> means = cc.Survey({"trust": [3, 4, 5, 4]}).mean("trust")
            >>> means.chart().to_json().startswith("{")
            True
        """
        return self._text

    def to_altair(self) -> Any:
        """The picture as an Altair chart, to be changed or combined.

        Raises:
            CohesionError: ``not_possible`` where Altair is not installed.
        """
        try:
            import altair
        except ImportError as error:
            raise fault("not_possible", "chart", "altair is not installed: run `pip install altair`") from error
        return altair.Chart.from_dict(self.spec)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the picture to a file: ``.json``, ``.svg`` or ``.png`` (the last two need ``vl-convert-python``).

        Raises:
            CohesionError: ``unknown_value`` for another ending, ``not_possible`` where ``vl-convert-python`` is not
                installed, ``file`` where the file cannot be written.
        """
        ending = Path(path).suffix.lower()
        if ending not in (".json", ".svg", ".png"):
            message = f"`{ending}` is no kind of picture. Allowed: .json, .svg, .png"
            raise fault("unknown_value", "path", message, value=path, allowed=[".json", ".svg", ".png"])
        write(path, self._text if ending == ".json" else self._drawn(ending))

    def _drawn(self, ending: str) -> str | bytes:
        try:
            import vl_convert
        except ImportError as error:
            message = "vl-convert is not installed: run `pip install vl-convert-python`"
            raise fault("not_possible", "chart", message) from error
        if ending == ".svg":
            return vl_convert.vegalite_to_svg(self.spec)
        return vl_convert.vegalite_to_png(self.spec, scale=2)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:  # noqa: ARG002
        return {"text/plain": self.alternative, MIME: self.spec}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Chart) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return f"<cohesion_core.Chart: {self.alternative}>"


def shown(text: str, html: str, chart: Chart | None) -> dict[str, Any]:
    """What a notebook is offered of a result: text, a light table, the picture."""
    return {"text/plain": text, "text/html": html, **({MIME: chart.spec} if chart else {})}


def display(bundle: dict[str, Any]) -> None:
    """Shows the table and, below it, the picture: of one bundle a notebook would show the picture alone."""
    from IPython import display as shown_by

    publish: Any = shown_by.publish_display_data
    bundle = copy.copy(bundle)
    picture = bundle.pop(MIME, None)
    publish(bundle)
    if picture is not None:
        publish({"text/plain": picture.get("description", ""), MIME: picture})


def write(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Writes a file in UTF-8, line ends as they are; or the fault that says why not."""
    try:
        Path(path).write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise fault("file", str(path), f"the file cannot be written: {error}", value=path) from error
