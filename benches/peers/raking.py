"""Raking 100,000 rows to margins of 50, 25 and 2 levels: balance and cohesion_core on the same data in one run.

    python benches/peers/raking.py [--rows N] [--repeat N]

Needs `pip install balance` beside this package. Prints CPU seconds (all threads) of each, median of the repeats, their
ratio, and how far the weights of the two lie apart. The bound is a pass over the rows' codes: numpy's bincount of the
three columns.
"""

from __future__ import annotations

import argparse
import logging

import numpy as np
import pandas as pd

import cohesion_core as cc
from timing import cpu

LEVELS = {"area": 50, "age": 25, "sex": 2}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()

    random = np.random.default_rng(1)
    codes = {
        name: random.choice(count, options.rows, p=random.dirichlet([30] * count))
        for name, count in LEVELS.items()
    }
    frame = pd.DataFrame(
        {
            name: pd.Categorical.from_codes(
                values, [f"{name}{k:02}" for k in range(LEVELS[name])]
            )
            for name, values in codes.items()
        }
    )
    population = 10 * options.rows
    margins = {}
    for name in LEVELS:
        counts = frame[name].value_counts(sort=False)
        tilted = counts * random.uniform(0.8, 1.25, len(counts))
        margins[name] = (tilted / tilted.sum() * population).to_dict()
    survey = cc.Survey(frame)
    ours = cpu(lambda: survey.calibrate(margins), options.repeat)
    weights = survey.calibrate(margins).weights
    bound = cpu(
        lambda: [np.bincount(values) for values in codes.values()], options.repeat
    )
    print(
        f"rows {options.rows:,}, margins {tuple(LEVELS.values())}; cohesion_core {cc.__version__}"
    )
    print(f"cohesion_core {ours:.4f} s; a pass over the codes {bound:.4f} s")
    try:
        import balance
        from balance import Sample
        from balance.weighting_methods.rake import prepare_marginal_dist_for_raking
    except ImportError as error:
        print(f"balance is not installed: {error}")
        return
    logging.getLogger("balance").setLevel(logging.ERROR)
    sample = Sample.from_frame(
        frame.astype(str).assign(id=np.arange(options.rows).astype(str)), id_column="id"
    )
    shares = {
        name: {level: total / population for level, total in totals.items()}
        for name, totals in margins.items()
    }
    target = Sample.from_frame(
        prepare_marginal_dist_for_raking(shares, max_length=100_000), id_column="id"
    )
    joined = sample.set_target(target)
    peer = cpu(
        lambda: joined.adjust(method="rake", transformations=None), options.repeat
    )
    theirs = (
        joined.adjust(method="rake", transformations=None)
        .weights()
        .df.iloc[:, 0]
        .to_numpy()
    )
    apart = np.max(
        np.abs(theirs / theirs.sum() - weights / weights.sum()) * options.rows
    )
    print(
        f"balance {balance.__version__} {peer:.4f} s: {peer / ours:.0f} times as much; weights differ by up to {apart:.1e}"
    )


if __name__ == "__main__":
    main()
