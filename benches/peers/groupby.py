"""One million rows x 20 columns by 25 groups: pandas `groupby` and cohesion_core on the same data in one run.

    python benches/peers/groupby.py [--rows N] [--columns N] [--repeat N]

Prints CPU seconds (all threads) of each, median of the repeats, and their ratio. Both give the mean of every column in
every group; cohesion_core gives its design-based standard error, degrees of freedom and covariance as well.
"""

from __future__ import annotations

import argparse

import numpy as np
import pandas as pd

import cohesion_core as cc
from timing import cpu


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--columns", type=int, default=20)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()

    random = np.random.default_rng(1)
    names = [f"x{column}" for column in range(options.columns)]
    columns = {name: random.uniform(0, 10, options.rows) for name in names}
    for values in columns.values():
        values[random.integers(0, options.rows, options.rows // 100)] = np.nan
    frame = pd.DataFrame(
        {"g": random.integers(0, 25, options.rows).astype(float), **columns}
    )
    # The same arrays, so that neither side pays for how the other stores them.
    arrays = {
        name: np.ascontiguousarray(frame[name].to_numpy()) for name in frame.columns
    }
    survey = cc.Survey(arrays)

    def means_and_errors() -> pd.DataFrame:
        return frame.groupby("g")[names].agg(["mean", "sem", "count"])

    def means() -> pd.DataFrame:
        return frame.groupby("g")[names].mean()

    def summary() -> object:
        return survey.summary(names, by=["g"])

    peer, small, ours = (
        cpu(job, options.repeat) for job in (means_and_errors, means, summary)
    )
    bound = cpu(
        lambda: [np.add.reduce(values) for values in arrays.values()], options.repeat
    )
    print(
        f"rows {options.rows:,}, columns {options.columns}, groups 25; pandas {pd.__version__}, cohesion_core {cc.__version__}"
    )
    print(f"pandas mean + sem + count   {peer:8.3f} s CPU   {peer / ours:5.1f} x ours")
    print(
        f"pandas mean alone           {small:8.3f} s CPU   {small / ours:5.1f} x ours"
    )
    print(f"cohesion_core summary       {ours:8.3f} s CPU")
    print(
        f"bound: a plain sum          {bound:8.3f} s CPU   ours is {ours / bound:5.1f} x the bound"
    )

    check = survey.summary(names[:1], by=["g"]).mean(names[0], by="g").to_frame()
    # Labels sort by bytes, groups of pandas by number.
    check = check.iloc[check["g"].astype(float).argsort().to_numpy()]
    np.testing.assert_allclose(
        check["value"].to_numpy(), means()[names[0]].to_numpy(), rtol=1e-12
    )


if __name__ == "__main__":
    main()
