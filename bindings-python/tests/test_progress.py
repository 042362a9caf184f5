"""Word of long calls, and stopping them."""

from __future__ import annotations

import os
import signal

import cohesion_core as cc
import numpy as np
import pytest


def table() -> dict[str, np.ndarray]:
    row = np.arange(60.0)
    weights = {f"r{place}": 1.0 + (row * (place + 1)) % 3 for place in range(8)}
    return {"y": (row * 7) % 2, "x": row % 5, "street": row // 6, "w": np.ones(60), **weights}


def imported(progress: object = None) -> cc.Survey:
    names = [f"r{place}" for place in range(8)]
    return cc.Survey(table(), weights="w", replicate_weights=names, scale=0.1, progress=progress)  # type: ignore[arg-type]


def test_progress_counts_the_replicates() -> None:
    told: list[tuple[int, int]] = []
    imported(lambda done, total: told.append((done, total))).mean("x")
    assert told == [(place, 8) for place in range(8)]
    told.clear()
    survey = cc.Survey(table(), clusters="street")
    made = survey.replicates("jk1", progress=lambda done, total: told.append((done, total)))
    made.regress("y", on="x", family="binomial")
    assert told == [(place, 10) for place in range(10)]


def test_what_the_callback_raises_stops_the_call() -> None:
    told: list[int] = []

    def stop(done: int, _total: int) -> None:
        told.append(done)
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imported(stop).ratio("x", "w")
    assert told == [0, 1, 2, 3]
    assert imported().mean("x").value == 2.0


def test_a_signal_stops_a_long_call() -> None:
    told: list[int] = []

    def interrupt(done: int, _total: int) -> None:
        told.append(done)
        if done == 2:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        imported(interrupt).alpha(["x", "y"])
    assert told[-1] < 7
