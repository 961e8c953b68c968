"""The house rule: a file fits in one reading, and so does a function."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST_LINES = 300
MOST_IN_A_FUNCTION = 40


def sources() -> Iterator[Path]:
    """The package and the scripts beside it, without the tests."""
    yield from ROOT.glob("*.py")
    for folder in sorted({file.parent for file in ROOT.glob("[a-z]*/*.py")} - {ROOT / "tests"}):
        yield from sorted(folder.rglob("*.py"))


def own_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, its docstring left out."""
    first, last = function.lineno, function.end_lineno or function.lineno
    if ast.get_docstring(function) is None:
        return last - first + 1
    docstring = function.body[0]
    return last - first - ((docstring.end_lineno or docstring.lineno) - docstring.lineno)


def test_no_file_is_long() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in sources()
    }
    assert {"cli.py", "corpus/tables/header.py", "benchmarks/quality.py"} <= set(lengths)
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_no_function_is_long() -> None:
    lengths = {
        f"{file.relative_to(ROOT)}:{node.lineno} {node.name}": own_lines(node)
        for file in sources()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > MOST_IN_A_FUNCTION} == {}
