"""Measures the house: how often a fact is written, what the faces cost, how much is shown by example.

    python3 benches/house.py [--at COMMIT] [--statistic COMMIT...] [--check]

Prints a table in Markdown; `--check` prints nothing where what must not grow has not grown, and fails where it has. `--at` measures a commit instead of the files as they are (sizes of what is built are those of
the working folder). How each line is counted:

* **Code lines**: lines with something besides comments and blanks, by the small lexer below (strings are code, doc
  strings and doc comments are comments). Code after `#[cfg(test)]` is left out. Files that say in their first lines
  that they are generated or written by a program are no hand-written lines.
* **Binding ratio**: hand-written code lines of `bindings-python` (Rust and Python, without tests), or of `bindings-wasm`
  (`src` and `js/src`), over the code lines of `cohesion-core/src`.
* **A statistic**: the commits given, each one statistic: hand-written files touched and lines added in them. Vectors,
  snapshots, JSON and generated files are left out.
* **Functions with an example**: public functions as the parity test sees them. Rust: methods of exported types and exported
  functions, with a fenced block in their doc comment that the tests run (`text` and `ignore` do not count). Python: public
  methods and functions with `>>>` or a fenced block in the docstring. JavaScript: with `@example`, or a fenced block, in
  the comment above. That the blocks are run is the business of the tests.
* **Comments per code line**: lines of `//` comments in the core that are no documentation, over its code lines.
* **Largest circle**: the largest strongly connected component of the files of the core. A file points to the file that
  defines what it names by `use`, `crate::`, `super::` or a module's name; re-exports are followed, `mod` is no edge.
* **Text tables**: `texts!` blocks, and files of the core that hold French outside such a block.
* **Sizes**: the wasm modules in `bindings-wasm/js/pkg` and all files in `bindings-wasm/page/dist/site`, in bytes: raw, gzip
  level 9, and brotli where the module is installed.
"""

import argparse
import gzip
import io
import re
import subprocess
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What `--check` accepts. Lower it when something was made smaller; raising it is a decision that the commit explains.
LARGEST_CIRCLE = 3
MOST_BY_HAND = {"Python": 0.0655, "JavaScript": 0.0585}
CORE = "cohesion-core/src/"
# Words by which answers in data are recognised; nobody reads them.
FRENCH = [CORE + "plan/guess.rs"]
GENERATED = re.compile(r"(Written|Generated) (by|from) [`\w./]|do not edit", re.IGNORECASE)
TOKEN = {
    "rs": re.compile(r'//[^\n]*|/\*.*?\*/|b?r(#*)".*?"\1|b?"(?:\\.|[^"\\])*"|b?\'(?:\\[^\n]+?|[^\\\n])\'', re.DOTALL),
    "py": re.compile(
        r'#[^\n]*|[rbf]*"""(?:\\.|[^\\])*?"""|[rbf]*"(?:\\.|[^"\\\n])*"|[rbf]*\'(?:\\.|[^\'\\\n])*\'', re.DOTALL
    ),
    "ts": re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|`(?:\\.|[^`\\])*`', re.DOTALL),
}
TOKEN |= {"js": TOKEN["ts"], "pyi": TOKEN["py"]}


def git(*words: str) -> bytes:
    return subprocess.run(["git", "-C", str(ROOT), *words], check=True, capture_output=True).stdout


def sources(commit: str | None) -> dict[str, str]:
    """Texts of the source files, by path."""
    wanted = re.compile(r"(cohesion-core|bindings-python|bindings-wasm)/.*\.(rs|py|pyi|ts|js)$")
    if commit is None:
        paths = filter(wanted.match, git("ls-files").decode().splitlines())
        return {path: (ROOT / path).read_text(encoding="utf-8") for path in paths if (ROOT / path).exists()}
    with tarfile.open(fileobj=io.BytesIO(git("archive", commit))) as archive:
        files = (member for member in archive if member.isfile() and wanted.match(member.name))
        return {member.name: archive.extractfile(member).read().decode() for member in files}


def extension(path: str) -> str:
    return path.rsplit(".", 1)[-1]


def is_generated(text: str) -> bool:
    return bool(GENERATED.search("\n".join(text.splitlines()[:5])) and not text.startswith("//! The pages"))


def is_comment(token: str) -> bool:
    return token.startswith(("//", "/*", "#")) or token.lstrip("rbf").startswith('"""')


def without_tests(path: str, text: str) -> str:
    return text.split("#[cfg(test)]")[0] if path.endswith(".rs") else text


def without_comments(path: str, text: str) -> str:
    blank = lambda match: re.sub(r"[^\n]", " ", match[0]) if is_comment(match[0]) else match[0]
    return TOKEN[extension(path)].sub(blank, text)


def code_lines(path: str, text: str) -> int:
    return sum(bool(line.strip()) for line in without_comments(path, without_tests(path, text)).splitlines())


def hand_written(files: dict[str, str], *folders: str) -> int:
    return sum(
        code_lines(path, text) for path, text in files.items() if path.startswith(folders) and not is_generated(text)
    )


def comment_lines(files: dict[str, str]) -> int:
    found = 0
    for path, text in files.items():
        if path.startswith(CORE):
            tokens = (match[0] for match in TOKEN["rs"].finditer(without_tests(path, text)))
            found += sum(token.startswith("//") and not token.startswith(("///", "//!")) for token in tokens)
    return found


# Functions with an example


def reexported(text: str) -> set[str]:
    return set(re.findall(r"\w+", " ".join(re.findall(r"pub use ([^;]*);", text))))


def with_example(above: str) -> bool:
    fences = re.findall(r"^\s*(?:///|\*)?\s*```([^\n]*)$", above, re.MULTILINE)[::2]
    return any(not re.search(r"text|ignore", fence) for fence in fences)


def rust_functions(files: dict[str, str]) -> dict[str, bool]:
    exported, reported = (reexported(files[CORE + name]) for name in ("lib.rs", "report.rs"))
    found = {}
    for path, text in files.items():
        if not path.startswith(CORE):
            continue
        inner, current, above = path[len(CORE) :], None, []
        for line in without_tests(path, text).splitlines():
            function = re.match(r"(    )?pub (?:const )?fn (\w+)", line)
            if opened := re.match(r"impl(?:<[^{]*?>)? (\w+)", line):
                current = opened[1] if opened[1] in exported and " for " not in line else None
            elif line == "}":
                current = None
            elif function and function[1] and current:
                found[f"{current}::{function[2]}"] = with_example("\n".join(above))
            elif function and not function[1]:
                room = inner.split("/")[0].removesuffix(".rs")
                if inner in ("report.rs", "chart.rs") or (inner.startswith("report/") and function[2] in reported):
                    found[f"{room}::{function[2]}"] = with_example("\n".join(above))
                elif function[2] in exported:
                    found[function[2]] = with_example("\n".join(above))
            above = [*above, line] if re.match(r"\s*(///|#\[)", line) else []
    return found


def python_functions(files: dict[str, str]) -> dict[str, bool]:
    package = "bindings-python/python/cohesion_core/"
    exported = set(re.findall(r'"(\w+)"', files[package + "__init__.py"].split("__all__ = [")[1].split("]")[0]))
    classes: dict[str, tuple[list[str], dict[str, bool]]] = {}
    found = {}
    for path, text in files.items():
        if not (path.startswith(package) and path.endswith(".py")):
            continue
        for block in re.split(r"^(?=class |def )", text, flags=re.MULTILINE)[1:]:
            kind, name = re.match(r"(class|def) (\w+)", block).groups()
            methods = re.split(r"^    (?=def )", block, flags=re.MULTILINE) if kind == "class" else []
            shown = lambda body: ">>>" in (doc := (body.split('"""') + ["", ""])[1]) or "```" in doc
            if kind == "def" and name in exported:
                found[name] = shown(block)
            elif kind == "class":
                bases = re.findall(r"\w+", re.match(r"class \w+(\([^)]*\))?", block)[1] or "")
                own = {re.match(r"def (\w+)", body)[1]: shown(body) for body in methods[1:]}
                # A class may be built on the written class of the same name in another file.
                known = classes.setdefault(name, ([], {}))
                known[0].extend(bases)
                known[1].update({method: has for method, has in own.items() if not method.startswith("_")})

    def methods_of(name: str, seen: frozenset[str] = frozenset()) -> dict[str, bool]:
        bases, own = classes.get(name, ([], {}))
        seen |= {name}
        inherited = {m: has for base in bases if base not in seen for m, has in methods_of(base, seen).items()}
        return inherited | own

    for name in exported & classes.keys():
        found |= {f"{name}.{method}": has for method, has in methods_of(name).items()}
    return found


def javascript_functions(files: dict[str, str]) -> dict[str, bool]:
    folder = "bindings-wasm/js/src/"
    lists = re.findall(
        r"export \{([^}]*)\}", "".join(files.get(folder + name, "") for name in ("index.ts", "evaluate.ts"))
    )
    exported = {part.strip() for names in lists for part in names.split(",") if not part.strip().startswith("type ")}
    found = {}
    for path, text in files.items():
        if not path.startswith(folder):
            continue
        current, above = None, ""
        for line in text.splitlines():
            opened = re.match(r"export (?:abstract )?(class|function) (\w+)", line)
            member = re.match(r"  (?:static |async |get )*([a-z]\w*)[(<]", line)
            shown = "@example" in above or with_example(above)
            if opened and opened[1] == "class":
                # A class may be built on a written one, of its name with `Verbs` behind it.
                current = opened[2] if opened[2] in exported else opened[2].removesuffix("Verbs")
                current = current if current in exported else None
            elif opened and opened[2] in exported:
                found[opened[2]] = shown
            elif line == "}":
                current = None
            elif member and current and member[1] != "constructor" and "@internal" not in above:
                found[f"{current}.{member[1]}"] = shown
            above = above + line + "\n" if re.match(r"\s*(/\*\*|\*)", line) else ""
    return found


# The largest circle


def use_tree(text: str) -> list[tuple[list[str], str]]:
    """Paths of a `use`, with the name each is known by."""
    text, found = text.strip(), []
    if "{" in text:
        head, inner = text.split("{", 1)
        depth, part = 0, ""
        for letter in inner[: inner.rindex("}")] + ",":
            depth += (letter == "{") - (letter == "}")
            if letter == "," and depth == 0:
                found += [(head.split("::")[:-1] + path, name) for path, name in use_tree(part)] if part.strip() else []
                part = ""
            else:
                part += letter
        return found
    path, _, name = text.partition(" as ")
    words = [word.strip() for word in path.split("::")]
    if words[-1] == "self":
        words.pop()
    return [(words, name.strip() or (words[-1] if words else ""))]


def edges(files: dict[str, str]) -> dict[str, set[str]]:
    """For each file of the core, the files that define what it names."""
    module = {}
    for path in files:
        if path.startswith(CORE):
            words = path[len(CORE) : -3].split("/")
            module[() if words == ["lib"] else tuple(words)] = without_comments(path, without_tests(path, files[path]))
    uses = {}
    for name, text in module.items():
        statements = re.findall(r"^(?:pub(?:\([^)]*\))? )?use ([^;]+);", text, re.MULTILINE)
        uses[name] = {known: path for statement in statements for path, known in use_tree(statement)}

    def resolve(place: tuple[str, ...], path: list[str], seen: frozenset = frozenset()) -> tuple[str, ...] | None:
        here = place
        for index, word in enumerate(path):
            if word == "crate":
                here = ()
            elif word == "super":
                here = here[:-1]
            elif word == "self":
                continue
            elif (*here, word) in module:
                here = (*here, word)
            elif word in uses[here] and (here, word) not in seen:
                rest = uses[here][word] + path[index + 1 :]
                return resolve(here, rest, seen | {(here, word)})
            else:
                return here if index > 0 or here != place else None
        return here

    found = {}
    for name, text in module.items():
        body = re.sub(r"^(?:pub(?:\([^)]*\))? )?use [^;]+;", "", text, flags=re.MULTILINE)
        reexports = set(
            re.findall(r"\w+", " ".join(re.findall(r"^pub(?:\([^)]*\))? use ([^;]+);", text, re.MULTILINE)))
        )
        paths = [
            path for known, path in uses[name].items() if known not in reexports or re.search(rf"\b{known}\b", body)
        ]
        paths += [inline.split("::") for inline in re.findall(r"\b(?:[a-z_]\w*::)+\w+", body)]
        found[name] = {to for path in paths if (to := resolve(name, path)) is not None} - {name, ()}
    return found


def circles(graph: dict) -> list[set]:
    """Strongly connected components, by reachability: the graph is small."""

    def reach(start, links) -> set:
        seen, stack = {start}, [start]
        while stack:
            for to in links.get(stack.pop(), ()):
                if to not in seen:
                    seen.add(to)
                    stack.append(to)
        return seen

    back = {}
    for start, ends in graph.items():
        for end in ends:
            back.setdefault(end, set()).add(start)
    left, found = set(graph), []
    while left:
        node = min(left)
        circle = reach(node, graph) & reach(node, back)
        found.append(circle)
        left -= circle
    return found


# The table


def statistic(commit: str) -> str:
    rows = [
        row.split("\t")
        for row in git("show", "--numstat", "--no-renames", "--format=", commit).decode().splitlines()
        if row
    ]
    files = lines = 0
    for added, _, path in rows:
        if added == "-" or re.search(r"/vectors/|\.(json|snap|csv|lock)$", path):
            continue
        text = subprocess.run(
            ["git", "-C", str(ROOT), "show", f"{commit}:{path}"], capture_output=True, check=False
        ).stdout.decode()
        if not is_generated(text):
            files, lines = files + 1, lines + int(added)
    return f"{files} files, {lines} lines"


def sizes(paths: list[Path]) -> str:
    contents = [path.read_bytes() for path in paths]
    if not contents:
        return "not built"
    found = f"{len(contents)} files, {sum(map(len, contents)):,} bytes"
    found += f", {sum(len(gzip.compress(content, 9)) for content in contents):,} gz"
    try:
        import brotli
    except ImportError:
        return found
    return found + f", {sum(len(brotli.compress(content)) for content in contents):,} br"


def table(commit: str | None, statistics: list[str]) -> list[tuple[str, str]]:
    files = sources(commit)
    core = hand_written(files, CORE)
    python = hand_written(files, "bindings-python/src/", "bindings-python/python/")
    javascript = hand_written(files, "bindings-wasm/src/", "bindings-wasm/js/src/")
    comments = comment_lines(files)
    rows = [(f"statistic {commit_[:8]}", statistic(commit_)) for commit_ in statistics]
    rows += [
        ("code lines of the core", f"{core:,}"),
        ("hand-written binding code / core code, Python", f"{python / core:.3f} ({python:,})"),
        ("hand-written binding code / core code, JavaScript", f"{javascript / core:.3f} ({javascript:,})"),
    ]
    finders = {"Rust": rust_functions, "Python": python_functions, "JavaScript": javascript_functions}
    for language, find in finders.items():
        functions = find(files)
        shown = sum(functions.values())
        rows.append(
            (f"functions with an example, {language}", f"{shown / len(functions):.0%} ({shown} of {len(functions)})")
        )
    graph = edges(files)
    circle = max(circles(graph), key=len)
    inside = sum(files[CORE + "/".join(name) + ".rs"].count("\n") for name in circle)
    texts = {path: text for path, text in files.items() if path.startswith(CORE)}
    tables = sum(len(re.findall(r"^\s*(?:\w+::)*texts! *[{(]", text, re.MULTILINE)) for text in texts.values())
    french = french_outside(files)
    rows += [
        ("comments per code line", f"{comments / core:.3f} ({comments:,})"),
        (
            "largest circle of files",
            f"{len(circle)} files, {inside:,} lines ({', '.join(sorted({name[0] for name in circle}))})",
        ),
        ("text tables", f"{tables} `texts!`, {len(french)} files with French outside one"),
        ("wasm modules", sizes(sorted((ROOT / "bindings-wasm/js/pkg").glob("*.wasm")))),
        (
            "the page, all files",
            sizes([path for path in sorted((ROOT / "bindings-wasm/page/dist/site").rglob("*")) if path.is_file()]),
        ),
    ]
    return rows


def french_outside(files: dict[str, str]) -> list[str]:
    """The files of the core that hold French outside a table of texts."""
    said = re.compile(r'"[^"\n]*[éèàçêù][^"\n]*"')
    return [
        path
        for path, text in files.items()
        if path.startswith(CORE) and said.search(without_tests(path, text)) and "texts!" not in text
    ]


def grown(files: dict[str, str]) -> list[str]:
    """What is larger than it may be, in words."""
    core = hand_written(files, CORE)
    ratios = {
        "Python": hand_written(files, "bindings-python/src/", "bindings-python/python/") / core,
        "JavaScript": hand_written(files, "bindings-wasm/src/", "bindings-wasm/js/src/") / core,
    }
    found = [
        f"hand-written code of the bindings, {language}: {ratio:.4f} of the core's, at most {MOST_BY_HAND[language]}"
        for language, ratio in ratios.items()
        if ratio > MOST_BY_HAND[language]
    ]
    found += [f"French outside a table of texts: {path}" for path in french_outside(files) if path not in FRENCH]
    large = [circle for circle in circles(edges(files)) if len(circle) > LARGEST_CIRCLE]
    found += [f"files that need each other: {', '.join(sorted('/'.join(name) for name in circle))}" for circle in large]
    return found


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--at", metavar="COMMIT")
    options.add_argument("--statistic", metavar="COMMIT", nargs="*", default=[])
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    if given.check:
        raise SystemExit("\n".join(grown(sources(None))) or None)
    print("| what | measured |\n|---|---|")
    for what, measured in table(given.at, given.statistic):
        print(f"| {what} | {measured} |")
