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

TOLERANCE = {"relative": 1e-10, "absolute": 1e-13}
# R's method = "logit" iterates and stops at a relative change of the deviance of 1e-8; "xlogit" is its closed form.
FITTED = {"relative": 1e-8, "absolute": 0}

NO_CALL = {
    "ratio": "no call for a ratio yet",
    "var": "no call for a variance yet",
    "count": "no call for the total of a category (a total needs a number column)",
    "mean_deffreplace": "the numbers of `mean` again; deff = replace is used only where the weights sum to n or less",
}
WHOLE_SECTIONS = {
    "quantile": "no call for quantiles yet",
    "replicate": "no replicate weights yet",
    "calibration": "no calibration yet",
}

MODELS = ("svyglm", "svychisq", "svyttest", "svyranktest")
REGRESSION = {"relative": 1e-6, "absolute": 1e-13}
TEST = {"relative": 1e-8, "absolute": 1e-13}
# R finds the root of the saddlepoint approximation to 1e-8 only.
SADDLEPOINT = {"relative": 1e-6, "absolute": 1e-13}


class Tables:
    """The data files of DIR, read once."""

    def __init__(self, folder):
        self.folder = folder
        self.read = {}

    def path(self, name):
        return str((self.folder / f"{name}.csv").resolve())

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

    def add(self, section, name, call, data, design, args, rows, tolerance=None):
        expect = {"rows": [{"labels": labels, "estimate": estimate} for labels, estimate in rows]}
        self.cases[section].append(
            {
                "id": name,
                "call": call,
                "data": data,
                "design": design,
                "args": args,
                "expect": expect,
                "tolerance": tolerance or TOLERANCE,
            }
        )

    def group(self, section, case, data, design_text, rows):
        """One case of the reference file: every row with its section, case, data and design."""
        kind = case.split(":")[0]
        if section in MODELS:
            getattr(self, section)(case, data, parse_design(design_text), rows)
        elif section == "lonely":
            self.lonely(case, data, design_text, rows)
        elif kind in NO_CALL:
            self.tally.leave(section, NO_CALL[kind], len(rows))
        elif section == "ciprop":
            self.share_interval(kind, case, data, parse_design(design_text), rows)
        else:
            handler = {
                "mean": self.variables,
                "total": self.variables,
                "prop": self.shares,
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
                self.tally.leave("taylor", "covariance between two variables: a call speaks of one")
            elif row["stat"].startswith("ci95_z"):
                self.tally.leave("taylor", "normal interval: ours uses t")
            elif row["stat"] != "degf":
                found[row["term"]][row["stat"]] = float(row["value"])
        df_used = False
        for term, stats in found.items():
            estimate = {"value": stats["estimate"], "se": stats["se"]}
            self.tally.keep("taylor", 2)
            if "deff" in stats:
                estimate["deff"] = stats["deff"]
                self.tally.keep("taylor")
            if stated is not None and answered_df(self.tables, data, design, term) == stated:
                estimate["df"] = stated
                df_used = True
                interval = {"low": stats["ci95_t_lo"], "high": stats["ci95_t_hi"], "level": 0.95, "method": "t"}
                estimate["interval"] = interval
                self.tally.keep("taylor", 2)
            else:
                self.tally.leave("taylor", "t interval with a df that counts rows without an answer", 2)
            args = {"variable": term}
            if kind == "total":
                args["missing"] = "answered"
            self.add("taylor", f"{case}-{term}", f"Survey.{kind}", data, design, args, [([], estimate)])
        if df_used:
            self.tally.keep("taylor")
        elif stated is not None:
            self.tally.leave("taylor", "df that counts rows without an answer")

    def shares(self, kind, case, data, design, rows):
        """`svymean` of a category: a share of each value."""
        variable = re.search(r"svymean\(~([\w.]+)", rows[0]["call"]).group(1)
        stated = next(float(r["value"]) for r in rows if r["stat"] == "degf")
        found = collections.defaultdict(dict)
        for row in rows:
            if row["stat"] == "cov":
                self.tally.leave("taylor", "covariance between two values of a variable: a call speaks of one share")
            elif row["stat"].startswith("ci95"):
                self.tally.leave("taylor", "t or normal interval of a share: ours is on the logit scale")
            elif row["stat"] != "degf":
                found[row["term"]][row["stat"]] = float(row["value"])
        self.tally.keep("taylor")
        for term, stats in found.items():
            args = {"variable": variable, "values": [term[len(variable) :]]}
            # A share fixed by the strata has no variance; R leaves rounding noise, and so may we.
            tolerance = {"relative": 1e-10, "absolute": 1e-12}
            estimate = {"value": stats["estimate"], "se": stats["se"], "df": stated}
            self.tally.keep("taylor", 2)
            self.add("taylor", f"{case}-{term}", "Survey.share", data, design, args, [([], estimate)], tolerance)

    def subset(self, kind, case, data, design, rows):
        """`svymean(~v, subset(des, g == level))`: a domain each, with its df."""
        variable, key = re.search(r"svymean\(~([\w.]+), subset\(des, ([\w.]+)==level", rows[0]["call"]).groups()
        found = collections.defaultdict(dict)
        for row in rows:
            found[row["term"]][row["stat"]] = float(row["value"])
        for level, stats in found.items():
            estimate = {"value": stats["estimate"], "se": stats["se"], "df": stats["degf"]}
            self.tally.keep("taylor", 3)
            args = {"variable": variable, "where": {key: level}}
            self.add("taylor", f"{case}-{level}", "Survey.mean", data, design, args, [([], estimate)])

    def by_groups(self, kind, case, data, design, rows):
        """`svyby`: one case with a row per group."""
        variable, keys, function = re.search(
            r"svyby\(~([\w.]+), ~([\w.+]+), des, (svymean|svytotal)", rows[0]["call"]
        ).groups()
        by = keys.split("+")
        found = collections.defaultdict(dict)
        for row in rows:
            found[tuple(row["term"].split(":"))][row["stat"]] = float(row["value"])
        out = []
        for labels in sorted(found, key=lambda labels: [label.encode() for label in labels]):
            stats = found[labels]
            out.append((list(labels), {"value": stats["estimate"], "se": stats["se"]}))
            self.tally.keep("taylor", 2)
        args = {"variable": variable, "by": by}
        if function == "svytotal":
            args["missing"] = "answered"
        self.add("taylor", case, f"Survey.{function[3:]}", data, design, args, out)

    def share_interval(self, kind, case, data, design, rows):
        """`svyciprop`: a share with an interval for each expression."""
        method = kind.split("_", 1)[1]
        if method not in ("logit", "xlogit"):
            what = "Korn-Graubard without our cap" if method == "beta" else f"interval by `{method}`"
            reason = f"{what}: ours is logit, and Korn-Graubard where that has no answer"
            self.tally.leave("ciprop", reason, len(rows))
            return
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
            estimate = {"value": value, "interval": {"low": low, "high": high, "level": 0.95, "method": "logit"}}
            self.tally.keep("ciprop", 3)
            args = {"variable": variable, "values": values}
            name = f"{case}-{re.sub('[^A-Za-z0-9_.]+', '-', term).strip('-')}"
            tolerance = FITTED if method == "logit" else TOLERANCE
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
        """`svyttest` of two groups."""
        groups = re.search(r"svyttest\(([\w.]+)~([\w.]+), des", rows[0]["call"])
        if groups is None or groups.group(2) == "0":
            self.tally.leave("svyttest", "a t test of one mean: `mean` gives its interval", len(rows))
            return
        stats = {row["stat"]: float(row["value"]) for row in rows}
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
        """Strata with one cluster: an error of ours; in a domain they are no fault."""
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
        elif case == "domain_lonely_fail_FALSE":
            stats = {row["stat"]: float(row["value"]) for row in rows}
            kinds = self.tables.column(data, "stype")
            schools = self.tables.column(data, "snum")
            first = schools[kinds.index("H")]
            domain = [s for s, k in zip(schools, kinds) if k != "H" or s == first]
            design = {"weights": "pw", "strata": "stype"}
            args = {"variable": "api00", "where": {"snum": domain}}
            estimate = {"value": stats["estimate"], "se": stats["se"]}
            self.add("lonely", case, "Survey.mean", data, design, args, [([], estimate)])
            self.tally.keep("lonely", 2)
        else:
            self.tally.leave("lonely", "another policy for a stratum with one cluster: ours is an error", len(rows))


def main(folder, out):
    survey = pathlib.Path(folder) / "survey"
    tally = Tally()
    converter = Converter(Tables(survey), tally)
    groups = collections.defaultdict(list)
    with open(survey / "survey_reference.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["section"] in WHOLE_SECTIONS:
                tally.leave(row["section"], WHOLE_SECTIONS[row["section"]])
            elif row["section"] in ("taylor", "ciprop", "lonely", *MODELS):
                groups[row["section"], row["case"], row["data"], row["design"]].append(row)
            else:
                tally.leave(row["section"], "no rule for this section")
    for (section, case, data, design), rows in groups.items():
        converter.group(section, case, data, design, rows)

    target = pathlib.Path(out) / "survey"
    target.mkdir(parents=True, exist_ok=True)
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
    for section, reasons in sorted(tally.left.items()):
        for reason, count in reasons.items():
            print(f"  left out of {section}: {count} ({reason})")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
