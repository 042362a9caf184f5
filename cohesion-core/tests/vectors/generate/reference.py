"""Turns reference numbers that may not be committed into vector files, at test time.

    python3 reference.py DIR OUT

DIR holds `survey/survey_reference.csv` and the data files it names; the vectors are written to OUT/survey/*.json in the
format of ../README.md, with the data by absolute path. Prints how many numbers became vectors and, by section, how many
did not and why: the two add up to the file. Standard library only.
"""

import collections
import csv
import json
import pathlib
import re
import sys

import reference_network

TOLERANCE = {"relative": 1e-10, "absolute": 1e-13}
# R's method = "logit" iterates and stops at a relative change of the deviance of 1e-8; "xlogit" is its closed form.
FITTED = {"relative": 1e-8, "absolute": 0}
# R's method = "likelihood" interpolates a profile of a few points; ours is exact (committed vectors, 1e-10).
PROFILED = {"relative": 2e-4, "absolute": 0}
METHODS = {"logit": "logit", "xlogit": "logit", "beta": "beta", "asin": "arcsine", "mean": "t", "likelihood": "likelihood"}

NO_CALL = {
    "count": "no call for the total of a category (a total needs a number column)",
    "mean_deffreplace": "the numbers of `mean` again; deff = replace is used only where the weights sum to n or less",
}

# The designs and the population totals that the section `calibration` names in short.
CALIBRATED = {
    "srs": {"fpc": ["fpc"]},
    "strat": {"weights": "pw", "strata": "stype", "fpc": ["fpc"]},
}
KINDS = {"columns": ["stype"], "totals": [{"levels": [kind], "total": n} for kind, n in zip("EHM", (4421, 755, 1018))]}
WIDE = {"columns": ["sch.wide"], "totals": [{"levels": ["No"], "total": 1072}, {"levels": ["Yes"], "total": 5122}]}
CALIBRATIONS = {
    "poststrat": {"margins": [KINDS], "method": "post_stratify"},
    "rake": {"margins": [KINDS, WIDE], "method": "raking"},
    "greg_linear": {"margins": [{"column": "api99", "total": 3914069}], "population": 6194, "method": "linear"},
}
# What was calibrated on has no error. R has the rounding of a variable near 600 (5e-14) where ours is exactly 0.
FIXED = {"relative": 1e-10, "absolute": 1e-12}

MODELS = ("svyglm", "svychisq", "svyttest", "svyranktest")
REGRESSION = {"relative": 1e-6, "absolute": 1e-13}
TEST = {"relative": 1e-8, "absolute": 1e-13}
# R finds the root of the saddlepoint approximation to 1e-8 only.
SADDLEPOINT = {"relative": 1e-6, "absolute": 1e-13}


# Other statistics of the section `replicate`.
NO_REPLICATE_CALL = {
    "quantile_quantile": "quantiles of every replicate: ours has Woodruff's interval, which is right for a jackknife too",
    "chisq": "no chi-square test with replicates",
}


class Tables:
    """The data files of DIR, read once, and those made of them in OUT."""

    def __init__(self, folder, made):
        self.folder = folder
        self.made = made
        self.read = {}

    def path(self, name):
        made = self.made / f"{name}.csv"
        return str((made if made.exists() else self.folder / f"{name}.csv").resolve())

    def join(self, name, left, right, keys):
        """Writes the rows of both side by side, after a check that they are the same rows."""
        rows = []
        for table in (left, right):
            with open(self.path(table), encoding="utf-8", newline="") as file:
                rows.append(list(csv.DictReader(file)))
        assert all(float(a[key]) == float(b[key]) for a, b in zip(*rows, strict=True) for key in keys)
        with open(self.made / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0][0]) + [key for key in rows[1][0] if key not in rows[0][0]])
            writer.writeheader()
            writer.writerows({**a, **b, **a} for a, b in zip(*rows, strict=True))
        return [key for key in rows[1][0] if key not in rows[0][0]]

    def column(self, name, column):
        if name not in self.read:
            with open(self.path(name), encoding="utf-8", newline="") as file:
                self.read[name] = list(csv.DictReader(file))
        return [row[column] for row in self.read[name]]


class Tally:
    """Counts the numbers that became expectations, and the others by reason."""

    def __init__(self):
        self.kept = collections.Counter()
        self.left = collections.defaultdict(collections.Counter)

    def keep(self, section, count=1):
        self.kept[section] += count

    def leave(self, section, reason, count=1):
        self.left[section][reason] += count


def parse_design(text):
    """The design of `svydesign(id=~a, strata=~b, weights=~c, fpc=~d, nest=TRUE, data=e)`."""
    found = dict(re.findall(r"(\w+)\s*=\s*~?([\w.]+)", text[text.index("svydesign(") :]))
    design = {}
    if found.get("weights"):
        design["weights"] = found["weights"]
    if found.get("strata"):
        design["strata"] = found["strata"]
    if found.get("id", "1") != "1":
        design["clusters"] = [found["id"]]
    if found.get("fpc"):
        design["fpc"] = [found["fpc"]]
    if found.get("nest") == "TRUE":
        design["nested"] = True
    return design


def answered_df(tables, data, design, variable):
    """Clusters minus strata among the rows that answered; rows are the clusters of a design that names none."""
    answers = tables.column(data, variable)
    strata = tables.column(data, design["strata"]) if "strata" in design else [""] * len(answers)
    clusters = tables.column(data, design["clusters"][0]) if "clusters" in design else range(len(answers))
    pairs = {(s, c) for s, c, a in zip(strata, clusters, answers) if a not in ("", "NA")}
    return len(pairs) - len({s for s, _ in pairs})


class Converter:
    """Makes cases out of the groups of one file and keeps the tally."""

    def __init__(self, tables, tally):
        self.tables = tables
        self.tally = tally
        self.cases = collections.defaultdict(list)
        self.section = "taylor"
        self.asked = {}

    def add(self, section, name, call, data, design, args, rows, tolerance=None):
        expect = {"rows": [{"labels": labels, "estimate": estimate} for labels, estimate in rows]}
        self.cases[section].append(
            {
                "id": name,
                "call": call,
                "data": data,
                "design": design,
                "args": {**args, **self.asked},
                "expect": expect,
                "tolerance": tolerance or TOLERANCE,
            }
        )

    def group(self, section, case, data, design_text, rows):
        """One case of the reference file: every row with its section, case, data and design."""
        kind = case.split(":")[0]
        if section == "replicate":
            self.replicates(case, data, design_text, rows)
        elif section == "calibration":
            self.calibration(case, data, rows)
        elif section in MODELS:
            getattr(self, section)(case, data, parse_design(design_text), rows)
        elif section == "lonely":
            self.lonely(case, data, design_text, rows)
        elif kind in NO_CALL:
            self.tally.leave(section, NO_CALL[kind], len(rows))
        elif section == "quantile":
            self.quantiles(kind, case, data, parse_design(design_text), rows)
        elif section == "ciprop":
            self.share_interval(kind, case, data, parse_design(design_text), rows)
        else:
            handler = {
                "mean": self.variables,
                "total": self.variables,
                "prop": self.shares,
                "ratio": self.ratio,
                "var": self.variance,
                "domain_mean_subset": self.subset,
                "domain_mean_by": self.by_groups,
                "domain_total_by": self.by_groups,
                "domain2_mean_by": self.by_groups,
            }.get(kind)
            if handler is None:
                self.tally.leave(section, f"no rule for `{kind}`", len(rows))
            else:
                handler(kind, case, data, parse_design(design_text), rows)

    def variables(self, kind, case, data, design, rows):
        """`svymean` or `svytotal` of several variables: a case each."""
        stated = next((float(r["value"]) for r in rows if r["stat"] == "degf"), None)
        found = collections.defaultdict(dict)
        for row in rows:
            if row["stat"] == "cov":
                self.tally.leave(self.section, "covariance between two variables: a call speaks of one")
            elif row["stat"].startswith("ci95_z"):
                self.tally.leave(self.section, "normal interval: ours uses t")
            elif row["stat"] != "degf":
                found[row["term"]][row["stat"]] = float(row["value"])
        df_used = False
        for term, stats in found.items():
            estimate = {"value": stats["estimate"], "se": stats["se"]}
            self.tally.keep(self.section, 2)
            if "deff" in stats:
                estimate["deff"] = stats["deff"]
                self.tally.keep(self.section)
            if stated is not None and answered_df(self.tables, data, design, term) == stated:
                estimate["df"] = stated
                df_used = True
                interval = {"low": stats["ci95_t_lo"], "high": stats["ci95_t_hi"], "level": 0.95, "method": "t"}
                estimate["interval"] = interval
                self.tally.keep(self.section, 2)
            else:
                self.tally.leave(self.section, "t interval with a df that counts rows without an answer", 2)
            args = {"variable": term}
            if kind == "total":
                args["missing"] = "answered"
            margins = self.asked.get("calibrate", {}).get("margins", [])
            fixed = kind == "mean" and term in [margin.get("column") for margin in margins]
            tolerance = FIXED if fixed else TOLERANCE
            self.add(self.section, f"{case}-{term}", f"Survey.{kind}", data, design, args, [([], estimate)], tolerance)
        if df_used:
            self.tally.keep(self.section)
        elif stated is not None:
            self.tally.leave(self.section, "df that counts rows without an answer")

    def shares(self, kind, case, data, design, rows):
        """`svymean` of a category: a share of each value."""
        variable = re.search(r"svymean\(~([\w.]+)", rows[0]["call"]).group(1)
        stated = next(float(r["value"]) for r in rows if r["stat"] == "degf")
        found = collections.defaultdict(dict)
        for row in rows:
            if row["stat"] == "cov":
                self.tally.leave(self.section, "covariance between two values of a variable: a call speaks of one share")
            elif row["stat"].startswith("ci95"):
                self.tally.leave(self.section, "t or normal interval of a share: ours is on the logit scale")
            elif row["stat"] != "degf":
                found[row["term"]][row["stat"]] = float(row["value"])
        self.tally.keep(self.section)
        for term, stats in found.items():
            args = {"variable": variable, "values": [term[len(variable) :]]}
            # A share fixed by the strata has no variance; R leaves rounding noise, and so may we.
            tolerance = {"relative": 1e-10, "absolute": 1e-12}
            estimate = {"value": stats["estimate"], "se": stats["se"], "df": stated}
            self.tally.keep(self.section, 2)
            self.add(self.section, f"{case}-{term}", "Survey.share", data, design, args, [([], estimate)], tolerance)

    def subset(self, kind, case, data, design, rows):
        """`svymean(~v, subset(des, g == level))`: a domain each, with its df."""
        variable, key = re.search(r"svymean\(~([\w.]+), subset\(des, ([\w.]+)==level", rows[0]["call"]).groups()
        found = collections.defaultdict(dict)
        for row in rows:
            found[row["term"]][row["stat"]] = float(row["value"])
        for level, stats in found.items():
            estimate = {"value": stats["estimate"], "se": stats["se"], "df": stats["degf"]}
            self.tally.keep(self.section, 3)
            args = {"variable": variable, "where": {key: level}}
            self.add(self.section, f"{case}-{level}", "Survey.mean", data, design, args, [([], estimate)])

    def by_groups(self, kind, case, data, design, rows):
        """`svyby`: one case with a row per group."""
        variable, keys, function = re.search(
            r"svyby\(~([\w.]+), ?~([\w.+]+), ?des, ?(svymean|svytotal)", rows[0]["call"]
        ).groups()
        by = keys.split("+")
        found = collections.defaultdict(dict)
        for row in rows:
            found[tuple(row["term"].split(":"))][row["stat"]] = float(row["value"])
        out = []
        for labels in sorted(found, key=lambda labels: [label.encode() for label in labels]):
            stats = found[labels]
            out.append((list(labels), {"value": stats["estimate"], "se": stats["se"]}))
            self.tally.keep(self.section, 2)
        args = {"variable": variable, "by": by}
        if function == "svytotal":
            args["missing"] = "answered"
        self.add(self.section, case, f"Survey.{function[3:]}", data, design, args, out)

    def ratio(self, kind, case, data, design, rows):
        """`svyratio(~a, ~b, des)`: one case."""
        above, below = re.search(r"svyratio\(~([\w.]+),\s*~([\w.]+)", rows[0]["call"]).groups()
        if data == "scd":
            # The file states no more than `svydesign(scd)`; the manual page of scd gives the design.
            design = {"strata": "ESA", "clusters": ["ambulance"], "nested": True}
        stats = {row["stat"]: float(row["value"]) for row in rows}
        args = {"numerator": above, "denominator": below}
        estimate = {"value": stats["estimate"], "se": stats["se"]}
        self.tally.keep(self.section, len(stats))
        self.add(self.section, case, "Survey.ratio", data, design, args, [([], estimate)])

    def variance(self, kind, case, data, design, rows):
        """`svyvar(~v, des)`: one case."""
        stats = {row["stat"]: float(row["value"]) for row in rows}
        estimate = {"value": stats["estimate"], "se": stats["se"]}
        self.tally.keep(self.section, len(stats))
        args = {"variable": rows[0]["term"]}
        self.add(self.section, case, "Survey.variance", data, design, args, [([], estimate)])

    def quantiles(self, kind, case, data, design, rows):
        """`svyquantile`: a case for each probability."""
        _, rule, *interval = kind.split("_")
        variable = re.search(r"svyquantile\(~([\w.]+)", rows[0]["call"]).group(1)
        found = collections.defaultdict(dict)
        for row in rows:
            found[row["term"]][row["stat"]] = float(row["value"])
        for term, stats in found.items():
            if rule == "shahvaish":
                reason = "R leaves the weights of shahvaish unscaled: its quantile changes with their unit"
                self.tally.leave("quantile", reason, len(stats))
                continue
            if self.misses_tie(data, design, variable, rule, float(term), stats["estimate"]):
                reason = "cumulated weights that reach p exactly fall below it by rounding in R: ours compares with 1e-10"
                self.tally.leave("quantile", reason, len(stats))
                continue
            estimate = {"value": stats["estimate"]}
            if interval:
                self.tally.leave("quantile", f"interval by `{interval[0]}`: ours is Woodruff's with t", len(stats) - 1)
            else:
                estimate["se"] = stats["se"]
                estimate["interval"] = {"low": stats["ci95_t_lo"], "high": stats["ci95_t_hi"]}
            self.tally.keep("quantile", 1 if interval else 4)
            args = {"variable": variable, "probabilities": [float(term)], "rule": rule}
            self.add("quantile", f"{case}-{term}", "Survey.quantile", data, design, args, [([term], estimate)])

    def misses_tie(self, data, design, variable, rule, p, value):
        """Whether equal weights reach p exactly after k answers, and R gives another value than the k-th or its next."""
        answers = sorted(float(v) for v in self.tables.column(data, variable) if v not in ("", "NA"))
        weights = set(self.tables.column(data, design["weights"])) if "weights" in design else {"1"}
        k = round(p * len(answers))
        if rule not in ("math", "hf1", "school", "hf2", "hf3") or len(weights) > 1 or abs(p * len(answers) - k) > 1e-9:
            return False
        low, following = answers[k - 1], answers[k]
        if rule == "hf3":
            distinct = sorted(set(answers))
            return value != (low if distinct.index(low) % 2 == 1 else following)
        return value != (low if rule in ("math", "hf1") else (low + following) / 2)

    def calibration(self, case, data, rows):
        """`postStratify`, `rake` and `calibrate`: the weights, and figures of the calibrated design."""
        method, sample, *figure = case.split(":")
        design, asked = CALIBRATED[sample], {"calibrate": CALIBRATIONS[method]}
        if not figure:
            self.calibrated_weights(case, data, design, asked, rows)
            return
        handler = {"mean": self.variables, "total": self.variables, "prop": self.shares, "by": self.by_groups}[figure[0]]
        self.section, self.asked = "calibration", asked
        handler(figure[0], case, data, design, rows)
        self.section, self.asked = "taylor", {}

    def calibrated_weights(self, case, data, design, asked, rows):
        """`weights(des)`: the first of them, what they sum to and how far they lie apart."""
        first = [float(row["value"]) for row in rows if row["stat"] == "weight"]
        args = {**asked, "rows": list(range(len(first)))}
        self.model("calibration", f"{case}-weights", "Survey.weights", data, design, args, {"weights": first}, TOLERANCE)
        found = {row["stat"]: float(row["value"]) for row in rows if row["stat"] != "weight"}
        n = len(self.tables.column(data, "cds"))
        expect = {"sum_after": found["sum"], "kish_after": n * found["sumsq"] / found["sum"] ** 2}
        if "weights" in design:
            self.tally.leave("calibration", "least and greatest weight: ours says it of the factors", 2)
        else:
            start = float(self.tables.column(data, "fpc")[0]) / n
            expect |= {"g_min": found["min"] / start, "g_max": found["max"] / start}
            self.tally.keep("calibration", 2)
        self.model("calibration", case, "Survey.calibrate", data, design, asked, expect, TOLERANCE)
        self.tally.keep("calibration", len(first) + 2)

    def replicates(self, case, data, design_text, rows):
        """`as.svrepdesign`: what the replicates are, and means, totals and groups with their errors."""
        name, _, kind = case.partition(":")
        if kind in NO_REPLICATE_CALL:
            self.tally.leave("replicate", NO_REPLICATE_CALL[kind], len(rows))
            return
        mse = name.endswith("_mse")
        if name.startswith("boot"):
            columns = self.tables.join("apistrat_boot", "apistrat", "repw_boot_rwyb_strat", ["cds", "pw"])
            design = {"weights": "pw", "replicate_weights": columns, "scale": 1 / (len(columns) - 1), "mse": mse}
            data, asked = "apistrat_boot", {}
            if not kind:
                self.tally.leave("replicate", "scale, rscales, number and df of imported weights have no call", len(rows))
                return
        else:
            design = self.replicate_design(design_text)
            method = re.search(r"type='(\w+)'", design_text).group(1).lower()
            rho = re.search(r"fay.rho=([\d.]+)", design_text)
            asked = {"replicates": {"method": method, "mse": mse}}
            if rho:
                asked["replicates"]["rho"] = float(rho.group(1))
        found = collections.defaultdict(dict)
        for row in rows:
            found[row["term"]][row["stat"]] = float(row["value"])
        stated = found.pop("(design)", {})
        if not kind:
            expect = {"scale": stated["scale"], "count": stated["nrep"], "df": stated["degf"]}
            self.cases["replicate"].append(
                {
                    "id": case,
                    "call": "Survey.replicates",
                    "data": data,
                    "design": design,
                    "args": asked,
                    "expect": expect,
                    "tolerance": TOLERANCE,
                }
            )
            self.tally.keep("replicate", 3)
            self.tally.leave("replicate", "the first of many rscales: arrays are compared whole", len(rows) - 3)
        elif kind in ("ratio", "quantile_mean"):
            self.replicate_linear(kind, case, data, design, asked, rows, found)
        elif kind in ("glm", "logit"):
            self.replicate_model(case, data, design, asked, rows, found)
        elif kind == "by":
            variable, keys = re.search(r"svyby\(~([\w.]+), ?~([\w.+]+), ?rd", rows[0]["call"]).groups()
            labels = sorted(found, key=str.encode)
            out = [([label], {"value": found[label]["estimate"], "se": found[label]["se"]}) for label in labels]
            self.tally.keep("replicate", 2 * len(out))
            args = {"variable": variable, "by": [keys], **asked}
            self.add("replicate", case, "Survey.mean", data, design, args, out)
        else:
            self.replicate_figures(kind, case, data, design, asked, found, stated)

    def replicate_design(self, text):
        """The design that `as.svrepdesign` is given; rows as units are clusters of one row, by the school's number."""
        if "svydesign(" in text:
            return parse_design(text[text.index("svydesign(") :])
        if "(nhanes" in text:
            return {"weights": "WTMEC2YR", "strata": "SDMVSTRA", "clusters": ["SDMVPSU"], "nested": True}
        design = {"weights": "pw", "strata": "stype", "clusters": ["snum"]}
        return design if "strat_nofpc" in text else {**design, "fpc": ["fpc"]}

    def replicate_linear(self, kind, case, data, design, asked, rows, found):
        """`svyratio`, or `svyquantile(interval.type = 'mean')` with a case for each probability."""
        if kind == "ratio":
            above, below = re.search(r"svyratio\(~([\w.]+),\s*~([\w.]+)", rows[0]["call"]).groups()
            ((_, stats),) = found.items()
            args = {"numerator": above, "denominator": below, **asked}
            estimate = {"value": stats["estimate"], "se": stats["se"]}
            self.tally.keep("replicate", 2)
            self.add("replicate", case, "Survey.ratio", data, design, args, [([], estimate)])
            return
        variable = re.search(r"svyquantile\(~([\w.]+)", rows[0]["call"]).group(1)
        for term, stats in found.items():
            interval = {"low": stats["ci95_t_lo"], "high": stats["ci95_t_hi"], "level": 0.95, "method": "woodruff"}
            args = {"variable": variable, "probabilities": [float(term)], "rule": "math", **asked}
            out = [([term], {"value": stats["estimate"], "interval": interval})]
            self.tally.keep("replicate", 3)
            self.add("replicate", f"{case}-{term}", "Survey.quantile", data, design, args, out)

    def replicate_model(self, case, data, design, asked, rows, found):
        """`svyglm` with replicates: coefficients, errors and tests of the terms."""
        variable, right = re.search(r"svyglm\(([\w.]+)~([\w.+]+), rd", rows[0]["call"]).groups()
        family = "binomial" if "quasibinomial" in rows[0]["call"] else "gaussian"
        args = {"variable": variable, "on": right.split("+"), "family": family, **asked}

        def expected(term):
            stats = found[term]
            estimate = {"value": stats["estimate"], "se": stats["se"]}
            return {"term": term, "estimate": estimate, "statistic": stats["t"], "p": stats["p.value"]}

        if family == "binomial":
            reason = "binomial: errors of fits that stopped early; committed vectors have the limit"
            self.tally.leave("replicate", reason, len(rows))
            return
        expect = {"terms": [expected(term) for term in ["(Intercept)", *args["on"]]]}
        self.tally.keep("replicate", len(rows))
        self.model("replicate", case, "Survey.regress", data, design, args, expect, REGRESSION)

    def replicate_figures(self, kind, case, data, design, asked, found, stated):
        """`svymean` or `svytotal` with replicates: a case for each variable."""
        df_used = False
        for term, stats in found.items():
            if "cov" in stats:
                self.tally.leave("replicate", "covariance between two variables: a call speaks of one")
                continue
            answers = self.tables.column(data, term)
            estimate = {"value": stats["estimate"], "se": stats["se"]}
            kept = [name for name in stats if name not in ("estimate", "se")]
            self.tally.keep("replicate", 2)
            normal = [name for name in kept if name.startswith("ci95_z")]
            self.tally.leave("replicate", "normal interval: ours uses t", len(normal))
            if "degf" in stated and ("" not in answers and "NA" not in answers or data == "nhanes"):
                estimate["df"] = stated["degf"]
                ends = {"low": stats["ci95_t_lo"], "high": stats["ci95_t_hi"], "level": 0.95, "method": "t"}
                estimate["interval"] = ends
                df_used = True
                self.tally.keep("replicate", 2)
            else:
                self.tally.leave("replicate", "t interval with a df that counts rows without an answer", 2)
            args = {"variable": term, **asked}
            if kind == "total":
                args["missing"] = "answered"
            self.add("replicate", f"{case}-{term}", f"Survey.{kind}", data, design, args, [([], estimate)])
        if df_used:
            self.tally.keep("replicate")
        else:
            self.tally.leave("replicate", "df that counts rows without an answer", len(stated))

    def share_interval(self, kind, case, data, design, rows):
        """`svyciprop`: a share with an interval for each expression."""
        method = kind.split("_", 1)[1]
        found = collections.defaultdict(dict)
        for row in rows:
            found[row["term"]][row["stat"]] = float(row["value"]) if row["value"] else None
        for term, stats in found.items():
            low, high, value = stats["ci95_lo"], stats["ci95_hi"], stats["estimate"]
            if low is None or low == high or not 1e-6 < value < 1 - 1e-6:
                reason = "no variance: R gives no interval, ours is Korn-Graubard (committed vectors, closed form)"
                self.tally.leave("ciprop", reason, len(stats))
                continue
            variable, values = self.values_of(data, term)
            gaps = any(v in ("", "NA") for v in self.tables.column(data, variable))
            if gaps and method in ("beta", "likelihood"):
                reason = f"R's `{method}` counts rows without an answer; on those that answered it is ours"
                self.tally.leave("ciprop", reason, len(stats))
                continue
            ours = METHODS[method]
            estimate = {"value": value, "interval": {"low": low, "high": high, "level": 0.95, "method": ours}}
            self.tally.keep("ciprop", 3)
            args = {"variable": variable, "values": values, "interval": ours}
            name = f"{case}-{re.sub('[^A-Za-z0-9_.]+', '-', term).strip('-')}"
            tolerance = {"logit": FITTED, "likelihood": PROFILED}.get(method, TOLERANCE)
            self.add("ciprop", name, "Survey.share", data, design, args, [([], estimate)], tolerance)

    def values_of(self, data, term):
        """The column and the values of `I(a=='b')`, `I(a>900)` or `a` (1)."""
        equal = re.fullmatch(r"I\(([\w.]+)=='(.*)'\)", term)
        if equal:
            return equal.group(1), [equal.group(2)]
        above = re.fullmatch(r"I\(([\w.]+)>(\d+)\)", term)
        if above:
            answers = {v for v in self.tables.column(data, above.group(1)) if v not in ("", "NA")}
            return above.group(1), sorted(v for v in answers if float(v) > float(above.group(2)))
        return term, ["1"]

    def model(self, section, name, call, data, design, args, expect, tolerance):
        self.cases[section].append(
            {
                "id": name,
                "call": call,
                "data": data,
                "design": design,
                "args": args,
                "expect": expect,
                "tolerance": tolerance,
            }
        )

    def svyglm(self, case, data, design, rows):
        """`svyglm` and `regTermTest`."""
        variable, right = re.search(r"svyglm\(([\w.]+)~([\w.+]+), des", rows[0]["call"]).groups()
        family = {"gaussian": "gaussian", "binomial_logit": "binomial", "poisson": "poisson"}[case.split(":")[0]]
        args = {"variable": variable, "on": right.split("+"), "family": family}
        terms = ["(Intercept)", *args["on"]]
        found = collections.defaultdict(dict)
        covariance = [[None] * (place + 1) for place in range(len(terms))]
        joint = {}
        for row in rows:
            value = float(row["value"])
            if row["call"].startswith("regTermTest"):
                joint[row["stat"]] = value
            elif row["stat"] == "cov":
                low, high = sorted(terms.index(term) for term in row["term"].split("|"))
                covariance[high][low] = value
            else:
                found[row["term"]][row["stat"]] = value
        for place, term in enumerate(terms):
            covariance[place][place] = found[term]["se"] ** 2
        model = found["(model)"]

        def expected(term):
            stats = found[term]
            interval = {"low": stats["ci95_lo"], "high": stats["ci95_hi"]}
            estimate = {"value": stats["estimate"], "se": stats["se"], "interval": interval}
            return {"term": term, "estimate": estimate, "statistic": stats["t"], "p": stats["p.value"]}

        expect = {
            "terms": [expected(term) for term in terms],
            "covariance": covariance,
            "df": model["df.residual"],
            "deviance": model["deviance"],
            "dispersion": model["dispersion"],
            "converged": model["converged"] == 1,
        }
        if family == "binomial":
            # R stopped at a relative change of the deviance of 1e-8 and took its errors from the step before: they are
            # off by 1e-5. With R's epsilon at 1e-14 they agree (committed vectors).
            self.tally.leave("svyglm", "binomial: errors of a fit that stopped early; committed vectors have the limit", len(rows))
            return
        self.model("svyglm", case, "Survey.regress", data, design, args, expect, REGRESSION)
        tested = next(row["term"] for row in rows if row["call"].startswith("regTermTest")).split("+")
        expect = {"statistic": joint["F"], "df1": joint["df"], "df2": joint["ddf"], "p": joint["p.value"]}
        call = {**args, "variables": tested}
        self.model("svyglm", f"{case}-joint", "Regression.test", data, design, call, expect, REGRESSION)
        self.tally.keep("svyglm", len(rows))

    def svychisq(self, case, data, design, rows):
        """`svychisq` by each of its statistics."""
        up, across = next(row["term"] for row in rows).split(" x ")
        kind = case.split(":")[0].split("_", 1)[1]
        names = {"F": "f", "Chisq": "chi_square", "Wald": "wald", "adjWald": "adjusted_wald"}
        # R had no exact distribution at hand when the file was made: its `lincom` is the saddlepoint approximation.
        statistic = names.get(kind, "saddlepoint")
        stats = {row["stat"]: float(row["value"]) for row in rows}
        ours = {"statistic": "statistic", "p.value": "p", "param_ndf": "df1", "param_df": "df1", "param_ddf": "df2"}
        if data == "nhanes" and statistic in ("chi_square", "saddlepoint"):
            # R multiplies by all rows, those without an answer too; its p-value does not depend on it.
            stats.pop("statistic")
            self.tally.leave("svychisq", "a statistic that counts rows without an answer")
        expect = {ours[stat]: value for stat, value in stats.items()}
        args = {"rows": up, "columns": across, "statistic": statistic}
        tolerance = SADDLEPOINT if statistic == "saddlepoint" else TEST
        self.model("svychisq", case, "Survey.chi_square", data, design, args, expect, tolerance)
        self.tally.keep("svychisq", len(stats))

    def svyttest(self, case, data, design, rows):
        """`svyttest` of two groups, or of one mean."""
        groups = re.search(r"svyttest\(([\w.]+)~([\w.]+), des", rows[0]["call"])
        stats = {row["stat"]: float(row["value"]) for row in rows}
        if groups is None:
            variable, against = re.search(r"svyttest\(I\(([\w.]+)-([\d.]+)\)~0, des", rows[0]["call"]).groups()
            expect = {"statistic": stats["t"], "estimate": {"value": stats["mean"]}}
            args = {"variable": variable, "against": float(against)}
            self.model("svyttest", case, "Survey.t_test", data, design, args, expect, TEST)
            self.tally.keep("svyttest", 2)
            self.tally.leave("svyttest", "df and p of one mean: R takes one degree of freedom less than Student", 2)
            return
        interval = {"low": stats["ci95_lo"], "high": stats["ci95_hi"]}
        estimate = {"value": stats["difference"], "interval": interval}
        expect = {"statistic": stats["t"], "df1": stats["df"], "p": stats["p.value"], "estimate": estimate}
        args = {"variable": groups.group(1), "by": groups.group(2)}
        self.model("svyttest", case, "Survey.t_test", data, design, args, expect, TEST)
        self.tally.keep("svyttest", len(rows))

    def svyranktest(self, case, data, design, rows):
        """`svyranktest`; for three groups the file has the degrees of freedom as the statistic."""
        variable, by = re.search(r"svyranktest\(([\w.]+)~([\w.]+), des", rows[0]["call"]).groups()
        names = {"vanderWaerden": "van_der_waerden", "KruskalWallis": "kruskal_wallis", "kw3": "kruskal_wallis"}
        kind = case.split(":")[0].split("_", 1)[1]
        stats = {row["stat"]: float(row["value"]) for row in rows}
        if "df" in stats:
            estimate = {"value": stats["estimate"]}
            expect = {"statistic": stats["statistic"], "df1": stats["df"], "p": stats["p.value"], "estimate": estimate}
        else:
            expect = {"df1": stats["statistic"], "p": stats["p.value"]}
        args = {"variable": variable, "by": by, "test": names.get(kind, kind)}
        self.model("svyranktest", case, "Survey.rank_test", data, design, args, expect, TEST)
        self.tally.keep("svyranktest", len(rows))

    def lonely(self, case, data, design_text, rows):
        """Strata with one row, by rule; in a domain they are no fault."""
        if case == "lonely_fail":
            self.cases["lonely"].append(
                {
                    "id": case,
                    "call": "Survey.mean",
                    "data": data,
                    "design": parse_design(design_text),
                    "args": {"variable": "api00"},
                    "error": {"kind": "single_cluster"},
                }
            )
            self.tally.keep("lonely", len(rows))
        elif case.startswith("lonely_"):
            design = {**parse_design(design_text), "single_unit": case.split("_")[1]}
            for call in ("mean", "total"):
                stats = {r["stat"]: float(r["value"]) for r in rows if r["call"].startswith(f"svy{call}(")}
                names = {"estimate": "value", "se": "se", "degf": "df"}
                estimate = {names[stat]: value for stat, value in stats.items()}
                args = {"variable": "api00"}
                self.add("lonely", f"{case}-{call}", f"Survey.{call}", data, design, args, [([], estimate)])
                self.tally.keep("lonely", len(stats))
        elif case.startswith("domain_lonely_") and case.endswith("_FALSE"):
            stats = {row["stat"]: float(row["value"]) for row in rows}
            kinds = self.tables.column(data, "stype")
            schools = self.tables.column(data, "snum")
            first = schools[kinds.index("H")]
            domain = [s for s, k in zip(schools, kinds) if k != "H" or s == first]
            rule = case.split("_")[2].replace("fail", "refuse")
            design = {"weights": "pw", "strata": "stype", "single_unit": rule}
            args = {"variable": "api00", "where": {"snum": domain}}
            estimate = {"value": stats["estimate"], "se": stats["se"]}
            self.add("lonely", case, "Survey.mean", data, design, args, [([], estimate)])
            self.tally.keep("lonely", 2)
        else:
            self.tally.leave("lonely", "survey.adjust.domain.lonely: here a domain never makes a stratum lonely", len(rows))


def main(folder, out):
    survey = pathlib.Path(folder) / "survey"
    tally = Tally()
    target = pathlib.Path(out) / "survey"
    target.mkdir(parents=True, exist_ok=True)
    converter = Converter(Tables(survey, target), tally)
    groups = collections.defaultdict(list)
    with open(survey / "survey_reference.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["section"] in ("taylor", "calibration", "ciprop", "lonely", "quantile", "replicate", *MODELS):
                groups[row["section"], row["case"], row["data"], row["design"]].append(row)
            else:
                tally.leave(row["section"], "no rule for this section")
    for (section, case, data, design), rows in groups.items():
        converter.group(section, case, data, design, rows)

    for section, cases in converter.cases.items():
        names = sorted({case["data"] for case in cases})
        document = {
            "format": 1,
            "module": "survey",
            "about": f"Reference tier: section {section}",
            "source": "R survey 4.1-1; generate/reference.py",
            "data": {name: {"csv": converter.tables.path(name)} for name in names},
            "cases": cases,
        }
        text = json.dumps(document, indent=1, ensure_ascii=False)
        (target / f"{section}.json").write_text(text + "\n", encoding="utf-8")

    total = sum(len(cases) for cases in converter.cases.values())
    print(f"reference tier: {sum(tally.kept.values())} numbers in {total} cases")
    for section, count in tally.kept.items():
        print(f"  {section}: {count} numbers")
    print(reference_network.write(folder, out))
    for section, reasons in sorted(tally.left.items()):
        for reason, count in reasons.items():
            print(f"  left out of {section}: {count} ({reason})")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
