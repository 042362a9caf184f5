"""Regressions and tests as results: immutable, picklable, readable."""

from __future__ import annotations

import pickle

import cohesion_core as cc
import pytest

AGES = [20, 30, 45, 50, 60, 70, 35, 25]
DATA = {
    "score": [3, 5, 4, 6, 8, 7, 9, 6],
    "age": AGES,
    "club": ["no", "no", "no", "yes", "yes", "yes", "yes", "no"],
    "area": ["N", "S", "N", "S", "E", "E", "N", "S"],
}


def fitted() -> cc.Regression:
    return cc.Survey(DATA).regress("score", on=["age", "area"])


def test_a_regression_is_read() -> None:
    fit = fitted()
    assert [term.term for term in fit.terms] == ["(Intercept)", "age", "area=N", "area=S"]
    assert (fit.terms[2].variable, fit.terms[2].level, fit.base_levels) == ("area", "N", {"area": "E"})
    assert (fit.family, fit.variable, fit.success, fit.n, fit.n_missing, fit.df) == ("gaussian", "score", None, 8, 0, 4)
    assert fit.converged
    assert fit.notes == ()
    assert fit.method.startswith("gaussian regression")
    assert fit.provenance.library_version == cc.__version__
    assert fit.covariance[1][1] == pytest.approx((fit.terms[1].estimate.se or 0) ** 2)
    assert fit.covariance[0][3] == fit.covariance[3][0]
    assert fit.deviance == pytest.approx((fit.dispersion or 0) * 7)
    assert fit.estimates().rows[1].labels == ("age",)
    assert fit.estimates().keys == ("term",)


def test_a_test_is_read() -> None:
    test = cc.Survey(DATA).t_test("score", by="club")
    assert (test.name, test.variables, test.groups) == ("t", ("score", "club"), ("no", "yes"))
    assert test.estimate is not None
    assert test.estimate.value == pytest.approx(3.0)
    assert (test.df1, test.df2, test.n, test.n_missing, test.reason, test.notes) == (6, None, 8, 0, None, ())
    assert test.statistic is not None
    assert 0 < (test.p or 0) < 0.05
    assert test.method.startswith("difference of means")
    assert test.provenance.library_version == cc.__version__
    title, heads, _, figures = repr(test).splitlines()
    assert (title, heads.split()[-3:], figures.split()[-3:-1]) == (
        "t test: score, club",
        ["Statistic", "df", "p"],
        ["3.550", "6"],
    )


@pytest.mark.parametrize(
    "make", [fitted, lambda: fitted().test("area"), lambda: cc.Survey(DATA).chi_square("club", "area")]
)
def test_they_are_kept_to_the_last_digit(make: object) -> None:
    result = make()  # type: ignore[operator]
    assert pickle.loads(pickle.dumps(result)) == result
    assert type(result).from_json(result.to_json()) == result
    assert hash(result) == hash(type(result).from_json(result.to_json()))
    with pytest.raises(AttributeError):
        result.n = 3
    for language in ("en", "fr", "nl"):
        assert result.to_text(language)
    assert "score" in fitted().to_html()


def test_the_term_is_named() -> None:
    data = {**DATA, "half": [age / 2 for age in AGES]}
    with pytest.raises(cc.CohesionError, match="`half` is a combination of `age`"):
        cc.Survey(data).regress("score", on=["age", "half"])
