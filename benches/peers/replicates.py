"""Replicate and Taylor means by 25 groups: svy, R's survey and cohesion_core on the same data in one run.

    python benches/peers/replicates.py [--rows N] [--replicates N] [--repeat N] [--peer PYTHON] [--no-r]

100,000 rows in 50 strata of 20 clusters, 1,000 bootstrap replicates. Prints CPU seconds (user and system, all threads) of
each and their ratios, and how far the resident memory of a process grows over the loaded data when replicates are
made and used. `--peer` is a Python that
has svy, where this one has not; a peer that is not there is said to be not installed. Both sides get their data, designs
and replicates beforehand; what is timed is the estimate.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

STRATA, CLUSTERS, DOMAINS = 50, 20, 25

DATA = """
import json, resource, statistics, sys, time
import numpy as np

def columns(rows):
    # A fixed rule: rows of a cluster stand together, groups go through all clusters.
    row = np.arange(rows)
    unit = row * 1000 // rows
    noise = np.modf(np.sin(row * 12.9898) * 43758.5453)[0]
    return {
        "stratum": (unit // 20).astype(float), "cluster": unit.astype(float), "group": (row % 25).astype(float),
        "weight": 1.0 + np.abs(noise), "y": 3.0 + np.sin(unit * 0.7) * 0.5 + noise,
    }

def cpu(job, repeat):
    job()
    times = []
    for _ in range(repeat):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return statistics.median(times)

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

rows, replicates, repeat, only = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
data = columns(rows)
found = {}
"""

OURS = (
    DATA
    + """
import cohesion_core as cc
found["version"] = cc.__version__
survey = cc.Survey(data, weights="weight", strata="stratum", clusters="cluster")
survey.mean("y", by="group")
if only == "memory":
    before = peak()
    made = survey.replicates("bootstrap", n=replicates, seed=1)
    made.mean("y", by="group")
    found["growth"] = peak() - before
else:
    made = survey.replicates("bootstrap", n=replicates, seed=1)
    found["replicates"] = cpu(lambda: made.mean("y", by="group"), repeat)
    found["taylor"] = cpu(lambda: survey.mean("y", by="group"), repeat)
    found["making"] = cpu(lambda: survey.replicates("bootstrap", n=replicates, seed=1), min(repeat, 3))
    found["fresh"] = cpu(lambda: cc.Survey(data, weights="weight", strata="stratum", clusters="cluster").mean("y", by="group"), repeat)
    table = survey.mean("y", by="group")
    found["value"] = sorted(row.estimate.value for row in table.rows)[:3]
    found["se"] = sorted(row.estimate.se for row in table.rows)[:3]
print(json.dumps(found))
"""
)

SVY = (
    DATA
    + """
try:
    import polars as pl
    import svy
except ImportError:
    print(json.dumps({"missing": True}))
    raise SystemExit(0)
found["version"] = svy.__version__
before = peak()
random = np.random.default_rng(1)
draws = np.zeros((1000, replicates))
for stratum in range(50):
    for replicate in range(replicates):
        np.add.at(draws, (stratum * 20 + random.integers(0, 20, 19), replicate), 20 / 19)
frame = pl.DataFrame({**data, "group": data["group"].astype(int).astype(str)})
taylor = svy.Sample(frame, svy.Design(wgt="weight", stratum="stratum", psu="cluster"))
unit = data["cluster"].astype(int)
weights = pl.DataFrame({f"rw{place + 1}": data["weight"] * draws[unit, place] for place in range(replicates)})
full = frame.hstack(weights)
spec = svy.BootstrapWgts(prefix="rw", n_reps=replicates)
repeated = svy.Sample(full, svy.Design(wgt="weight", stratum="stratum", psu="cluster", rep_wgts=spec))
def by_replicates():
    return repeated.estimation.mean("y", by="group", method="replication")
if only == "memory":
    by_replicates()
    found["growth"] = peak() - before
else:
    found["replicates"] = cpu(by_replicates, repeat)
    found["taylor"] = cpu(lambda: taylor.estimation.mean("y", by="group"), repeat)
print(json.dumps(found))
"""
)

R = """
suppressWarnings(suppressPackageStartupMessages({
  if (!requireNamespace("survey", quietly = TRUE)) { cat('{"missing": true}'); quit() }
  library(survey)
}))
given <- commandArgs(TRUE)
data <- read.csv(given[1])
cpu <- function(job) { job(); start <- proc.time(); job(); sum((proc.time() - start)[c(1, 2)]) }
design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = data)
taylor <- cpu(function() svyby(~y, ~group, design, svymean, covmat = TRUE))
table <- svyby(~y, ~group, design, svymean)
few <- as.integer(given[2])
set.seed(1)
made <- as.svrepdesign(design, type = "subbootstrap", replicates = few)
replicates <- cpu(function() svyby(~y, ~group, made, svymean, covmat = TRUE))
cat(sprintf('{"version": "%s", "taylor": %.4f, "replicates": %.4f, "se": [%s]}',
            packageDescription("survey")$Version, taylor, replicates,
            paste(sprintf("%.12g", sort(SE(table))[1:3]), collapse = ", ")))
"""

# R takes minutes for a thousand replicates: it is timed with fewer, and its time per replicate is shown.
FEW = 50


def asked(python: str, script: str, options: argparse.Namespace, only: str) -> dict[str, object]:
    command = [python, "-c", script, str(options.rows), str(options.replicates), str(options.repeat), only]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return {"missing": True, "why": done.stderr.strip().splitlines()[-1:] or [""]}
    return json.loads(done.stdout.strip().splitlines()[-1])


def of_r(options: argparse.Namespace) -> dict[str, object]:
    if options.no_r or shutil.which("Rscript") is None:
        return {"missing": True}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.csv"
        write = (
            DATA
            + "np.savetxt(only, np.column_stack(list(data.values())), delimiter=',', header=','.join(data), comments='', fmt='%.17g')"
        )
        subprocess.run([sys.executable, "-c", write, str(options.rows), "0", "0", str(data)], check=True)
        done = subprocess.run(["Rscript", "-e", R, str(data), str(FEW)], capture_output=True, text=True, check=False)
        return json.loads(done.stdout) if done.returncode == 0 else {"missing": True}


def line(name: str, seconds: object, ours: float) -> None:
    print(f"  {name:<34}{seconds:9.4f} s CPU {float(str(seconds)) / ours:8.1f} x ours")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--replicates", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--peer", default=sys.executable)
    parser.add_argument("--no-r", action="store_true")
    options = parser.parse_args()
    ours, memory = (asked(sys.executable, OURS, options, only) for only in ("time", "memory"))
    peer, peer_memory = (asked(options.peer, SVY, options, only) for only in ("time", "memory"))
    r = of_r(options)
    print(
        f"{options.rows:,} rows, {STRATA} strata x {CLUSTERS} clusters, {options.replicates:,} replicates, {DOMAINS} groups"
    )
    for job in ("replicates", "taylor"):
        print(f"{job}: means by {DOMAINS} groups with their covariance")
        mine = float(str(ours[job]))
        line(f"cohesion_core {ours['version']}", mine, mine)
        if "missing" in peer:
            print(f"  svy: not installed {' '.join(map(str, peer.get('why', [])))}")
        else:
            line(f"svy {peer['version']}", peer[job], mine)
        if "missing" in r:
            print("  R survey: not installed")
        elif job == "taylor":
            line(f"R survey {r['version']}", r[job], mine)
        else:
            scaled = float(str(r[job])) * options.replicates / FEW
            line(f"R survey {r['version']} (from {FEW})", scaled, mine)
    print(
        f"making {options.replicates:,} bootstrap replicates: {ours['making']:.4f} s CPU; a fresh survey and its Taylor means: {ours['fresh']:.4f} s CPU"
    )
    grown = float(str(memory["growth"]))
    print(f"memory over the loaded data: cohesion_core {grown:.1f} MB (replicates made and used)", end="")
    print(
        "; svy: not installed"
        if "missing" in peer_memory
        else f"; svy {peer_memory['growth']:.1f} MB, {float(str(peer_memory['growth'])) / max(grown, 0.1):.0f} x ours"
    )
    if "se" in r:
        worst = max(abs(a / b - 1) for a, b in zip(ours["se"], r["se"], strict=True))
        assert worst < 1e-9, f"the errors differ from R's by {worst}"


if __name__ == "__main__":
    main()
