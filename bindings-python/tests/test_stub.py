"""The stub of the compiled half says what is there."""

from __future__ import annotations

import subprocess
import sys


def test_the_stub_is_that_of_the_module() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "cohesion_core._core"], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr
