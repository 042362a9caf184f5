"""Checks the built book: nothing in it is loaded from elsewhere, and every page of `docs` is in it.

    python docs/book/check.py target/book
"""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

# What a browser fetches by itself; a link that a reader follows is no load.
LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "link": "href"}
OUTSIDE = re.compile(r"^(?:[a-z]+:)?//", re.IGNORECASE)
IN_STYLE = re.compile(r"(?:url\(|@import)\s*['\"]?\s*((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)


class Loads(HTMLParser):
    """Collects what a page loads from elsewhere."""

    def __init__(self) -> None:
        """Starts with nothing found."""
        super().__init__()
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at one tag."""
        address = dict(attrs).get(LOADS.get(tag, "")) or ""
        # The address of the page itself is metadata.
        if OUTSIDE.match(address) and dict(attrs).get("rel") != "canonical":
            self.outside.append(f"<{tag}> {address}")


def outside(text: str, suffix: str) -> list[str]:
    """What a file of the book loads from elsewhere."""
    if suffix == ".css":
        return IN_STYLE.findall(text)
    if suffix == ".html":
        page = Loads()
        page.feed(text)
        return page.outside + IN_STYLE.findall(text)
    return []


def main(site: Path) -> int:
    """Returns how many faults were found."""
    assert outside('<script src="https://example.org/a.js"></script>', ".html"), "the check sees nothing"
    assert outside("@import '//example.org/a.css'", ".css"), "the check sees nothing"
    files = [path for path in site.rglob("*") if path.suffix in {".html", ".css"}]
    faults = [f"{path}: {load}" for path in files for load in outside(path.read_text(encoding="utf-8"), path.suffix)]
    docs = Path(__file__).resolve().parents[1]
    pages = [page.relative_to(docs) for page in docs.rglob("*.md")]
    faults += [f"{page} is not in the book" for page in pages if not (site / page).with_suffix(".html").exists()]
    print(*faults, sep="\n")
    print(f"{len(files)} files, {len(pages)} pages, {len(faults)} faults")
    return len(faults)


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1])) else 0)
