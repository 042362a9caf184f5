# Makes survey/explain.json: runs the calls of R that explain() prints, with R's package survey (JSON by jsonlite).
#
#   Rscript cohesion-core/tests/vectors/generate/explain.R
#
# Each case states the call by itself; R evaluates that very text over the data frame `d`. A test without R checks that
# explain() prints the same text and that our numbers are R's.

suppressPackageStartupMessages({
  library(survey)
  library(jsonlite)
})
options(warn = 1, digits = 17)
invisible(Sys.setlocale("LC_COLLATE", "C"))

here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))))
root <- dirname(here)
versions <- sprintf("R %s.%s, survey %s", R.version$major, R.version$minor, packageDescription("survey")$Version)
read <- function(name) read.csv(file.path(root, "data", paste0(name, ".csv")), na.strings = "", check.names = FALSE)
tables <- list(city = read("city"), schools = read("schools"), nhanes = read("nhanes"))

streets <- list(strata = "kind", clusters = list("street_id"), weights = "weight", fpc = list("all_streets"))
rows <- list(strata = "kind", weights = "weight")
simple <- setNames(list(), character())
two_stage <- list(clusters = list("district", "school"), fpc = list("districts", "schools"))
health <- list(strata = "SDMVSTRA", clusters = list("SDMVPSU"), weights = "WTMEC2YR", nested = TRUE)
STREETS <- "svydesign(ids = ~street_id, strata = ~kind, weights = ~weight, fpc = ~all_streets, data = d)"
ROWS <- "svydesign(ids = ~1, strata = ~kind, weights = ~weight, data = d)"
SIMPLE <- "svydesign(ids = ~1, data = d)"
TWO <- "svydesign(ids = ~district + school, fpc = ~districts + schools, data = d)"
HEALTH <- "svydesign(ids = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = d)"

# What a call's result says in our terms.
figure <- function(found) {
  list(rows = unname(Map(function(value, se) list(estimate = list(value = value, se = se)), as.numeric(coef(found)),
                         as.numeric(SE(found)))))
}
point <- function(found) list(rows = list(list(estimate = list(value = as.numeric(found)))))
variance <- function(found) list(rows = list(list(estimate = list(value = as.numeric(found), se = as.numeric(SE(found))))))
quantiles <- function(found) {
  list(rows = unname(Map(function(value, se) list(estimate = list(value = value, se = se)), as.numeric(coef(found)),
                         as.numeric(SE(found)))))
}
regression <- function(found) {
  table <- summary(found)$coefficients
  list(terms = lapply(seq_len(nrow(table)), function(i) list(estimate = list(value = unname(table[i, 1]), se = unname(table[i, 2])),
                                                             statistic = unname(table[i, 3]))), df = found$df.residual)
}
test <- function(found) list(statistic = as.numeric(found$statistic), p = as.numeric(found$p.value))
statistic <- function(found) list(statistic = as.numeric(found$statistic))
contrast <- function(found) list(estimate = list(value = as.numeric(found), se = as.numeric(SE(found))))

case <- function(id, of, data, design, args, r_call, how, tolerance = 1e-8) {
  d <- tables[[data]]
  found <- suppressWarnings(eval(parse(text = r_call), list(d = d), globalenv()))
  options(survey.lonely.psu = "fail")
  expect <- how(found)
  expect$r_call <- r_call
  kind <- if (of == "Survey.regress") "Regression" else if (grepl("test|chi_square|contrast", of)) "Test" else "Estimates"
  list(id = id, call = paste0(kind, ".explain"), of = of, data = data, design = design, args = args, expect = expect,
       tolerance = list(relative = tolerance, absolute = 1e-10))
}
q <- function(...) c(list(...))

# Half samples of the clusters in the order of their labels: the two waves of every kind.
pairs <- list(strata = "kind", clusters = list("wave"), weights = "weight", nested = TRUE)
halves <- function(how) {
  sprintf(paste("svymean(~hours, as.svrepdesign(subset(svydesign(ids = ~wave, strata = ~kind, weights = ~weight, nest = TRUE,",
                "data = d[order(as.character(d$kind), as.character(d$wave), method = \"radix\"), ]), !is.na(hours)), %s))"), how)
}

cases <- list(
  case("mean", "Survey.mean", "city", streets, list(variable = "q1"),
       sprintf("svymean(~q1, subset(%s, !is.na(q1)))", STREETS), figure),
  case("mean-simple", "Survey.mean", "city", simple, list(variable = "hours"),
       sprintf("svymean(~hours, subset(%s, !is.na(hours)))", SIMPLE), figure),
  case("mean-groups", "Survey.mean", "city", rows, list(variable = "q2", by = list("kind")),
       sprintf("svyby(~q2, ~kind, subset(%s, !is.na(q2)), svymean, covmat = TRUE)", ROWS), figure),
  case("mean-domain", "Survey.mean", "city", streets, list(variable = "q3", where = list(wave = list(1))),
       sprintf("svymean(~q3, subset(%s, wave %%in%% c(\"1\") & !is.na(q3)))", STREETS), figure),
  case("mean-two-stages", "Survey.mean", "schools", two_stage, list(variable = "score"),
       sprintf("svymean(~score, subset(%s, !is.na(score)))", TWO), figure),
  case("mean-nested", "Survey.mean", "nhanes", health, list(variable = "HI_CHOL"),
       sprintf("svymean(~HI_CHOL, subset(%s, !is.na(HI_CHOL)))", HEALTH), figure),
  case("mean-one-unit-rule", "Survey.mean", "schools", list(strata = "district", single_unit = "average"), list(variable = "poor"),
       "options(survey.lonely.psu = \"average\"); svymean(~poor, subset(svydesign(ids = ~1, strata = ~district, data = d), !is.na(poor)))",
       figure),
  case("share", "Survey.share", "city", streets, list(variable = "q1", values = list(4, 3)),
       sprintf("svymean(~as.numeric(q1 %%in%% c(\"3\", \"4\")), subset(%s, !is.na(q1)))", STREETS), figure),
  case("share-groups", "Survey.share", "city", rows, list(variable = "language", values = list("English"), by = list("kind", "wave")),
       sprintf("svyby(~as.numeric(language %%in%% c(\"English\")), ~kind + wave, subset(%s, !is.na(language)), svymean, covmat = TRUE)", ROWS),
       function(found) {
         order <- order(as.character(found$kind), as.character(found$wave), method = "radix")
         list(rows = lapply(order, function(i) list(estimate = list(value = as.numeric(coef(found))[i], se = as.numeric(SE(found))[i]))))
       }),
  case("total", "Survey.total", "city", streets, list(variable = "hours", missing = "answered"),
       sprintf("svytotal(~hours, subset(%s, !is.na(hours)))", STREETS), figure),
  case("ratio", "Survey.ratio", "city", streets, list(numerator = "q1", denominator = "hours"),
       sprintf("svyratio(~q1, ~hours, subset(%s, !is.na(q1) & !is.na(hours)))", STREETS), figure),
  case("variance", "Survey.variance", "city", rows, list(variable = "hours"),
       sprintf("svyvar(~hours, subset(%s, !is.na(hours)))", ROWS), variance),
  case("quantile", "Survey.quantile", "city", streets, list(variable = "hours", probabilities = list(0.25, 0.5, 0.75), rule = "hf7"),
       sprintf("svyquantile(~hours, subset(%s, !is.na(hours)), quantiles = c(0.25, 0.5, 0.75), qrule = \"hf7\", interval.type = \"mean\")",
               STREETS), quantiles),
  case("alpha", "Survey.alpha", "city", rows, list(items = list("q1", "q2", "q3")),
       sprintf("svycralpha(~q1 + q2 + q3, subset(%s, !is.na(q1) & !is.na(q2) & !is.na(q3)))", ROWS), point),
  case("alpha-simple", "Survey.alpha", "city", simple, list(items = list("q1", "q2", "q3")),
       sprintf("svycralpha(~q1 + q2 + q3, subset(%s, !is.na(q1) & !is.na(q2) & !is.na(q3)))", SIMPLE), point),
  case("regress", "Survey.regress", "schools", two_stage, list(variable = "score", on = list("poor", "kind")),
       sprintf("svyglm(score ~ poor + kind, subset(%s, !is.na(score) & !is.na(poor) & !is.na(kind)), family = gaussian())", TWO),
       regression, 1e-6),
  case("regress-odds", "Survey.regress", "schools", two_stage,
       list(variable = "goal", on = list("poor"), family = "binomial"),
       sprintf("svyglm(factor(goal) ~ poor, subset(%s, !is.na(goal) & !is.na(poor)), family = quasibinomial())", TWO),
       regression, 1e-6),
  case("regress-codes", "Survey.regress", "schools", two_stage,
       list(variable = "pupils", on = list("code"), categorical = list("code"), family = "poisson"),
       sprintf("svyglm(pupils ~ factor(as.character(code)), subset(%s, !is.na(pupils) & !is.na(code)), family = quasipoisson())", TWO),
       regression, 1e-6),
  case("t-test", "Survey.t_test", "schools", two_stage, list(variable = "score", by = "goal"),
       sprintf("svyttest(score ~ factor(goal), subset(%s, !is.na(score) & !is.na(goal)))", TWO), test),
  case("t-test-one-mean", "Survey.t_test", "city", streets, list(variable = "q1", against = 3),
       sprintf("svyttest(I(q1 - 3) ~ 0, subset(%s, !is.na(q1)))", STREETS), statistic),
  case("t-test-pairs", "Survey.t_test", "city", rows, list(variable = "q1", paired = "q2"),
       sprintf("svyttest(I(q1 - q2) ~ 0, subset(%s, !is.na(q1) & !is.na(q2)))", ROWS), statistic),
  case("chi-square", "Survey.chi_square", "city", rows, list(rows = "kind", columns = "language"),
       sprintf("svychisq(~kind + language, subset(%s, !is.na(kind) & !is.na(language)), statistic = \"F\")", ROWS), test),
  case("chi-square-wald", "Survey.chi_square", "schools", two_stage, list(rows = "belt", columns = "goal", statistic = "adjusted_wald"),
       sprintf("svychisq(~belt + goal, subset(%s, !is.na(belt) & !is.na(goal)), statistic = \"adjWald\")", TWO), test),
  case("rank-test", "Survey.rank_test", "schools", two_stage, list(variable = "poor", by = "goal"),
       sprintf("svyranktest(poor ~ factor(goal), subset(%s, !is.na(poor) & !is.na(goal)), test = \"wilcoxon\")", TWO), test),
  case("replicates-jkn", "Survey.mean", "city", list(strata = "kind", clusters = list("street_id"), weights = "weight"),
       list(replicates = list(method = "jkn"), variable = "hours"),
       paste0("svymean(~hours, as.svrepdesign(subset(svydesign(ids = ~street_id, strata = ~kind, weights = ~weight, data = d), ",
              "!is.na(hours)), type = \"JKn\", mse = FALSE))"), figure),
  case("replicates-jk1", "Survey.share", "city", list(clusters = list("street_id"), weights = "weight"),
       list(replicates = list(method = "jk1", mse = TRUE), variable = "q1", values = list(4)),
       paste0("svymean(~as.numeric(q1 %in% c(\"4\")), as.svrepdesign(subset(svydesign(ids = ~street_id, weights = ~weight, data = d), ",
              "!is.na(q1)), type = \"JK1\", mse = TRUE))"), figure),
  case("correlation", "Survey.correlation", "city", rows, list(x = "q1", y = "q2"),
       sprintf(paste("local({ v <- svyvar(~q1 + q2, subset(%s, !is.na(q1) & !is.na(q2))); svycontrast(structure(as.vector(v)[c(1, 2, 4)],",
                     "names = c(\"xx\", \"xy\", \"yy\"), var = attr(v, \"var\")[c(1, 2, 4), c(1, 2, 4)], class = \"svystat\"),",
                     "quote(xy / sqrt(xx * yy))) })"), ROWS), figure),
  case("quantile-groups", "Survey.quantile", "city", rows,
       list(variable = "hours", probabilities = list(0.25, 0.5), rule = "hf7", by = list("kind")),
       sprintf(paste("svyby(~hours, ~kind, subset(%s, !is.na(hours)), svyquantile, quantiles = c(0.25, 0.5), qrule = \"hf7\",",
                     "interval.type = \"mean\")"), ROWS),
       function(found) {
         order <- order(as.character(found$kind), method = "radix")
         errors <- as.matrix(SE(found))
         values <- matrix(as.numeric(coef(found)), ncol = 2)
         list(rows = unlist(lapply(order, function(i) lapply(1:2, function(j)
           list(estimate = list(value = values[i, j], se = unname(errors[i, j]))))), recursive = FALSE))
       }),
  case("alpha-groups", "Survey.alpha", "city", rows, list(items = list("q1", "q2", "q3"), by = list("kind")),
       sprintf(paste("sapply(sort(unique(as.character(d$kind)), method = \"radix\"), function(g) svycralpha(~q1 + q2 + q3,",
                     "subset(subset(%s, !is.na(q1) & !is.na(q2) & !is.na(q3)), kind %%in%% g)))"), ROWS),
       function(found) list(rows = lapply(as.numeric(found), function(value) list(estimate = list(value = value))))),
  case("replicates-brr", "Survey.mean", "city", pairs,
       list(replicates = list(method = "brr"), variable = "hours"), halves("type = \"BRR\", mse = FALSE"), figure),
  case("replicates-fay", "Survey.mean", "city", pairs,
       list(replicates = list(method = "fay", rho = 0.3, mse = TRUE), variable = "hours"),
       halves("type = \"Fay\", fay.rho = 0.3, mse = TRUE"), figure),
  case("chi-square-jkn", "Survey.chi_square", "city", list(strata = "kind", clusters = list("street_id"), weights = "weight"),
       list(replicates = list(method = "jkn"), rows = "kind", columns = "language"),
       paste0("svychisq(~kind + language, as.svrepdesign(subset(svydesign(ids = ~street_id, strata = ~kind, weights = ~weight, ",
              "data = d), !is.na(kind) & !is.na(language)), type = \"JKn\", mse = FALSE), statistic = \"F\")"), test),
  case("contrast", "Estimates.contrast", "city", list(clusters = list("person"), weights = "weight"),
       list(of = "mean", variable = "q2", by = list("wave"),
            coefficients = list(list(labels = list("1"), coefficient = 1), list(labels = list("0"), coefficient = -1))),
       paste0("svycontrast(svyby(~q2, ~wave, subset(svydesign(ids = ~person, weights = ~weight, data = d), !is.na(q2)), svymean, ",
              "covmat = TRUE), c(`1` = 1, `0` = -1))"), contrast))
ids <- vapply(cases, function(case) case$id, "")
stopifnot(!anyDuplicated(ids))
used <- unique(vapply(cases, function(case) case$data, ""))
document <- list(format = 1, module = "survey",
                 about = "The calls of R that explain() prints, run in R: the text and R's numbers",
                 source = paste0(versions, "; generate/explain.R"),
                 data = lapply(setNames(used, used), function(name) list(csv = sprintf("data/%s.csv", name))), cases = cases)
text <- toJSON(document, auto_unbox = TRUE, digits = NA, pretty = 1, null = "null", na = "null")
writeLines(text, file.path(root, "survey", "explain.json"), useBytes = TRUE)
