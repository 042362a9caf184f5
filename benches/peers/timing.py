"""How the scripts here take the time: CPU seconds, since the machines are shared."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def cpu(job: Callable[[], object], repeat: int) -> float:
    """Median CPU seconds of ``job()`` after one warm-up."""
    job()
    times = []
    for _ in range(repeat):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return statistics.median(times)
