"""Runs the Python of the book: every page's blocks in order, in one namespace, in a folder with the example files.

``INSTALLED`` names the folder from which the package must come: ``./test`` runs the book from a built wheel as well.

Marks in a page: ``<!-- not run: reason -->`` above a block that is shown only; ``<!-- file: name -->`` above a block
whose text is written to that file first. A ``text`` block right behind a Python block is what that block prints.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cohesion_core as cc
import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "cohesion-core" / "examples"
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


@dataclass
class Block:
    """One fenced block of a page."""

    language: str
    text: str
    line: int
    mark: str = ""
    shows: str | None = None


def blocks(page: str) -> list[Block]:
    """The blocks of a page; a ``text`` block that shows what the one before prints is part of that one."""
    found: list[Block] = []
    opened: Block | None = None
    mark, prose_between = "", True
    for number, line in enumerate(page.split("\n"), 1):
        if opened is not None:
            if line != "```":
                opened.text += line + "\n"
                continue
            if opened.language == "text" and not prose_between and found[-1].shows is None:
                found[-1].shows = opened.text
            else:
                found.append(opened)
            opened, prose_between = None, False
        elif line.startswith("```"):
            opened, mark = Block(line[3:].strip(), "", number, mark), ""
        elif line.strip():
            prose_between = True
            mark = line[5:-4] if line.startswith("<!-- ") and line.endswith(" -->") else ""
    assert opened is None, "a block is not closed"
    return found


def runs(block: Block) -> bool:
    """Whether a block is Python to be run."""
    return block.language == "python" and not block.mark.startswith("not run: ")


PAGES = [
    page
    for page in sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), ROOT / "bindings-python" / "README.md"])
    if any(runs(block) for block in blocks(page.read_text(encoding="utf-8")))
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("somerville.toml", "somerville.csv", "kombi.toml", "kombi.csv"):
        shutil.copy(EXAMPLES / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(page: str, name: str, folder: Path) -> list[str]:
    """What differs between what a page shows and what its blocks print."""
    differences = []
    space: dict[str, Any] = {"__name__": "__page__"}
    for block in blocks(page):
        if block.mark.startswith("file: "):
            (folder / block.mark[6:]).write_text(block.text, encoding="utf-8")
        if not runs(block):
            continue
        # Tracebacks then point into the page.
        code = compile("\n" * block.line + block.text, name, "exec")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, space)
        if printed.getvalue() != (block.shows or ""):
            differences.append(f"{name}, line {block.line} shows\n{block.shows or ''}and prints\n{printed.getvalue()}")
    return differences


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_python_of_a_page_runs_and_prints_what_is_shown(page: Path, folder: Path) -> None:
    differences = run(page.read_text(encoding="utf-8"), str(page.relative_to(ROOT)), folder)
    assert not differences, "\n".join(differences)


def test_a_wrong_figure_in_a_page_is_seen(folder: Path) -> None:
    page = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n"
    assert len(run(page, "page", folder)) == 1
    assert run(page.replace("3", "2"), "page", folder) == []


def test_the_package_comes_from_where_it_should() -> None:
    wanted = Path(os.environ.get("INSTALLED", ROOT / "bindings-python" / "python")).resolve()
    assert Path(cc.__file__).resolve().is_relative_to(wanted)


def test_the_tutorials_are_among_the_pages() -> None:
    names = {str(page.relative_to(ROOT)) for page in PAGES}
    assert {"README.md", "docs/tutorial/python.md", "docs/explanation/how-a-number-is-made.md"} <= names


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs(notebook: Path, folder: Path) -> None:
    document = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    code = [cell for cell in document.cells if cell.cell_type == "code"]
    assert code
    assert not any(cell.outputs for cell in code), "outputs are stripped before a notebook is committed"
    NotebookClient(document, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    assert all(cell.outputs for cell in code[1:]), "every cell but the first shows something"


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS
