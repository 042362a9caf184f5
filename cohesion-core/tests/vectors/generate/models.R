# Makes data/schools.csv and the vectors survey/{regress,t_test,chi_square,rank_test}.json with R's package survey (JSON by jsonlite).
#
#   Rscript cohesion-core/tests/vectors/generate/models.R
#
# Every number comes from the package's own functions. The data are simulated here: two stages of sampling (schools
# within districts), both with a finite population correction, and answers that are missing.

suppressPackageStartupMessages({
  library(survey)
  library(jsonlite)
})
options(survey.lonely.psu = "fail", warn = 1, digits = 17)
invisible(Sys.setlocale("LC_COLLATE", "C"))

here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))))
root <- dirname(here)
versions <- sprintf("R %s.%s, survey %s", R.version$major, R.version$minor, packageDescription("survey")$Version)

# ---- Data ------------------------------------------------------------------------------------------------------------

make_schools <- function() {
  set.seed(20261120)
  districts <- 24
  rows <- do.call(rbind, lapply(seq_len(districts), function(district) {
    size <- sample(5:12, 1)
    taken <- sample(3:5, 1)
    school <- seq_len(taken)
    poor <- pmin(95, pmax(2, round(rnorm(taken, 45 + 12 * sin(district), 18), 1)))
    movers <- round(rexp(taken, 1 / 14), 1)
    kind <- sample(c("primary", "middle", "upper"), taken, TRUE, c(0.6, 0.25, 0.15))
    score <- round(760 - 2.4 * poor - 1.1 * movers + 25 * (kind == "middle") + rnorm(1, 0, 25) + rnorm(taken, 0, 40))
    data.frame(district = district, school = school, districts = 140, schools = size, kind = kind, poor = poor,
               movers = movers, score = score,
               goal = ifelse(runif(taken) < plogis(1.3 - 0.03 * poor + 0.02 * movers), "met", "not met"),
               pupils = rpois(taken, exp(5 + 0.004 * poor + 0.3 * (kind == "upper") + rnorm(taken, 0, 0.2))))
  }))
  rows$weight <- round(140 / districts * rows$schools / ave(rows$school, rows$district, FUN = length), 6)
  rows$belt <- ifelse(rows$district <= 10, "inner", ifelse(rows$district <= 17, "middle", "outer"))
  rows$belt_size <- c(inner = 60, middle = 40, outer = 40)[rows$belt]
  rows$passed <- as.integer(rows$goal == "met")
  rows$code <- c(primary = 1, middle = 2, upper = 10)[rows$kind]
  rows$score[c(5, 31)] <- NA
  rows$movers[17] <- NA
  rows$kind[40] <- NA
  rows
}
path <- file.path(root, "data", "schools.csv")
write.csv(make_schools(), path, row.names = FALSE, na = "", quote = FALSE)
read <- function(name) read.csv(file.path(root, "data", name), na.strings = "", check.names = FALSE)
tables <- list(schools = read("schools.csv"), nhanes = read("nhanes.csv"))

# ---- Designs ---------------------------------------------------------------------------------------------------------

designs <- list(
  schools_two_stage = list(
    data = "schools", ours = list(clusters = list("district", "school"), fpc = list("districts", "schools")),
    make = function(d) svydesign(id = ~district + school, fpc = ~districts + schools, data = d)),
  schools_one_stage = list(
    data = "schools", ours = list(weights = "weight", clusters = list("district")),
    make = function(d) svydesign(id = ~district, weights = ~weight, data = d)),
  schools_strata_fpc = list(
    data = "schools", ours = list(weights = "weight", strata = "belt", clusters = list("district"), fpc = list("belt_size")),
    make = function(d) svydesign(id = ~district, strata = ~belt, weights = ~weight, fpc = ~belt_size, data = d)),
  schools_rows = list(
    data = "schools", ours = list(weights = "weight", strata = "belt"),
    make = function(d) svydesign(id = ~1, strata = ~belt, weights = ~weight, data = d)),
  schools_simple = list(
    data = "schools", ours = setNames(list(), character()),
    make = function(d) suppressWarnings(svydesign(id = ~1, data = d))),
  nhanes = list(
    data = "nhanes",
    ours = list(weights = "WTMEC2YR", strata = "SDMVSTRA", clusters = list("SDMVPSU"), nested = TRUE),
    make = function(d) svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = d)))

design_of <- function(name) designs[[name]]$make(tables[[designs[[name]]$data]])
domain <- function(design, where) {
  for (column in names(where)) {
    inside <- design$variables[[column]] %in% unlist(where[[column]])
    design <- subset(design, inside)
  }
  design
}

# ---- Cases -----------------------------------------------------------------------------------------------------------

LEVEL <- 0.95
families <- list(gaussian = gaussian(), binomial = quasibinomial(), poisson = quasipoisson())

# The R name of a term: `kindprimary`, `factor(code)2`.
our_name <- function(term, on, categorical) {
  for (column in on) for (start in c(sprintf("factor(%s)", column), column)) {
    if (startsWith(term, start) && nchar(term) > nchar(start)) {
      return(paste0(column, "=", substring(term, nchar(start) + 1)))
    }
  }
  term
}

fit <- function(design, args) {
  right <- vapply(args$on, function(x) if (x %in% args$categorical) sprintf("factor(as.character(%s))", x) else x, "")
  left <- if (identical(args$family, "binomial") && !is.numeric(design$variables[[args$variable]])) {
    sprintf("factor(%s)", args$variable)
  } else args$variable
  family <- families[[if (is.null(args$family)) "gaussian" else args$family]]
  # R stops at a change of the deviance of 1e-8; ours goes on.
  svyglm(as.formula(paste(left, "~", paste(c("1", right), collapse = " + "))), design, family = family,
         control = glm.control(epsilon = 1e-14, maxit = 100))
}

clean <- function(name, on) {
  name <- sub("factor\\(as\\.character\\(([A-Za-z_]+)\\)\\)", "\\1", name)
  our_name(name, on, NULL)
}

regress_case <- function(id, design_name, args, where = NULL) {
  design <- design_of(design_name)
  if (!is.null(where)) {
    design <- domain(design, where)
    args$where <- where
  }
  level <- if (is.null(args$level)) LEVEL else args$level
  m <- fit(design, args)
  table <- summary(m)$coefficients
  covariance <- vcov(m)
  reach <- qt(0.5 + level / 2, m$df.residual)
  n <- nobs(m)
  terms <- lapply(seq_len(nrow(table)), function(i) {
    value <- unname(table[i, 1]); se <- unname(table[i, 2])
    list(term = clean(rownames(table)[i], args$on),
         estimate = list(value = value, se = se, df = m$df.residual, n = n, n_missing = nrow(design) - n,
                         interval = list(low = value - reach * se, high = value + reach * se, level = level)),
         statistic = unname(table[i, 3]), p = unname(table[i, 4]))
  })
  expect <- list(family = if (is.null(args$family)) "gaussian" else args$family, terms = terms, df = m$df.residual,
                 n = n, n_missing = nrow(design) - n, deviance = deviance(m),
                 dispersion = as.numeric(summary(m)$dispersion)[1], converged = TRUE,
                 covariance = lapply(seq_len(nrow(covariance)), function(i) as.list(unname(covariance[i, seq_len(i)]))))
  case(id, "Survey.regress", design_name, args, expect, 1e-6)
}

joint_case <- function(id, design_name, args, variables) {
  design <- design_of(design_name)
  m <- fit(design, args)
  test <- regTermTest(m, as.formula(paste("~", paste(variables, collapse = " + "))))
  args$variables <- as.list(variables)
  expect <- list(name = "wald_f", statistic = as.numeric(test$Ftest), df1 = test$df, df2 = test$ddf,
                 p = as.numeric(test$p), n = nobs(m))
  case(id, "Regression.test", design_name, args, expect, 1e-6)
}

case <- function(id, call, design_name, args, expect, tolerance) {
  args <- lapply(args, function(a) if (length(a) > 1 && !is.list(a)) as.list(a) else a)
  for (name in intersect(c("on", "categorical"), names(args))) args[[name]] <- as.list(args[[name]])
  list(id = id, call = call, data = designs[[design_name]]$data, design = designs[[design_name]]$ours, args = args,
       expect = expect, tolerance = list(relative = tolerance, absolute = 1e-12))
}

fault_case <- function(id, call, data, args, kind, path, design = setNames(list(), character())) {
  for (name in intersect(c("on", "categorical"), names(args))) args[[name]] <- as.list(args[[name]])
  list(id = id, call = call, data = data, design = design, args = args, error = list(kind = kind, path = path))
}

write_vectors <- function(name, about, cases, inline = list()) {
  ids <- vapply(cases, function(case) case$id, "")
  if (anyDuplicated(ids)) stop("an id twice: ", ids[duplicated(ids)])
  used <- unique(vapply(cases, function(case) case$data, ""))
  data <- lapply(setNames(used, used), function(name) {
    if (name %in% names(inline)) list(columns = inline[[name]]) else list(csv = sprintf("data/%s.csv", name))
  })
  document <- list(format = 1, module = "survey", about = about, source = paste0(versions, "; generate/models.R"),
                   data = data, cases = cases)
  text <- toJSON(document, auto_unbox = TRUE, digits = NA, pretty = 1, null = "null", na = "null")
  writeLines(text, file.path(root, "survey", paste0(name, ".json")), useBytes = TRUE)
}

# ---- Regression ------------------------------------------------------------------------------------------------------

three <- c("poor", "movers", "kind")
regressions <- list()
for (name in setdiff(names(designs), "nhanes")) {
  regressions <- c(regressions, list(
    regress_case(paste0(name, "-score"), name, list(variable = "score", on = three)),
    regress_case(paste0(name, "-goal"), name, list(variable = "goal", on = c("poor", "kind"), family = "binomial")),
    regress_case(paste0(name, "-pupils"), name, list(variable = "pupils", on = c("kind", "poor"), family = "poisson"))))
}
regressions <- c(regressions, list(
  regress_case("codes-as-groups", "schools_two_stage", list(variable = "score", on = c("code", "poor"), categorical = "code")),
  regress_case("codes-as-numbers", "schools_two_stage", list(variable = "score", on = c("code", "poor"))),
  regress_case("outcome-0-1", "schools_one_stage", list(variable = "passed", on = "poor", family = "binomial")),
  regress_case("intercept-alone", "schools_two_stage", list(variable = "score", on = character())),
  regress_case("domain", "schools_two_stage", list(variable = "score", on = c("poor", "movers")),
               where = list(belt = list("inner", "outer"))),
  regress_case("domain-lacks-a-level", "schools_strata_fpc", list(variable = "score", on = c("poor", "kind")),
               where = list(kind = list("primary", "middle"))),
  regress_case("level-90", "schools_rows", list(variable = "score", on = "poor", level = 0.9)),
  regress_case("nhanes-cholesterol", "nhanes",
               list(variable = "HI_CHOL", on = c("race", "agecat", "RIAGENDR"), categorical = c("race", "RIAGENDR"),
                    family = "binomial")),
  regress_case("nhanes-women", "nhanes",
               list(variable = "HI_CHOL", on = c("agecat", "race"), categorical = "race", family = "binomial"),
               where = list(RIAGENDR = list(2))),
  joint_case("joint-kind", "schools_two_stage", list(variable = "score", on = three), "kind"),
  joint_case("joint-two", "schools_strata_fpc", list(variable = "score", on = three), c("poor", "movers")),
  joint_case("joint-age", "nhanes", list(variable = "HI_CHOL", on = c("agecat", "RIAGENDR"), family = "binomial"), "agecat")))

# Faults that name their term; no number is involved.
bad <- list(y = list(1, 3, 2, 5, 4, 6), z = list(0, 0, 0, 1, 1, 1), yes = list("no", "no", "yes", "no", "yes", "yes"),
            x = list(1, 2, 4, 3, 6, 5), twice = list(3, 5, 9, 7, 13, 11), same = list(7, 7, 7, 7, 7, 7),
            one = list("a", "a", "a", "a", "a", "a"), g = list("a", "a", "b", "b", "c", "c"),
            three = list("p", "q", "r", "p", "q", "r"), count = list(0, 0, 3, 1, 2, 2))
faults <- list(
  list("constant-number", list(variable = "y", on = c("x", "same")), "not_possible", "column[same]"),
  list("constant-text", list(variable = "y", on = c("x", "one")), "not_possible", "column[one]"),
  list("collinear", list(variable = "y", on = c("x", "twice")), "not_possible", "column[twice]"),
  list("separated-number", list(variable = "z", on = "y", family = "binomial"), "not_possible", "column[y]"),
  list("separated-level", list(variable = "yes", on = "g", family = "binomial"), "not_possible", "column[g]"),
  list("separated-count", list(variable = "count", on = "g", family = "poisson"), "not_possible", "column[g]"),
  list("constant-outcome", list(variable = "same", on = "x", family = "poisson"), "x", "x"),
  list("outcome-of-three", list(variable = "three", on = "x", family = "binomial"), "out_of_range", "column[three]"),
  list("outcome-not-binary", list(variable = "y", on = "x", family = "binomial"), "out_of_range", "column[y]"),
  list("outcome-of-texts", list(variable = "g", on = "x"), "not_numeric", "column[g]"),
  list("regressor-twice", list(variable = "y", on = c("x", "x")), "duplicate_column", "on[1]"),
  list("outcome-as-regressor", list(variable = "y", on = c("x", "y")), "duplicate_column", "on[1]"),
  list("no-such-column", list(variable = "y", on = "w"), "missing_column", "column[w]"),
  list("no-such-family", list(variable = "y", on = "x", family = "gamma"), "unknown_value", "family"),
  list("categorical-not-named", list(variable = "y", on = "x", categorical = "g"), "unknown_value", "categorical"),
  list("too-few-rows", list(variable = "y", on = c("x", "g"), where = list(g = list("a", "b"), z = list(0))), "x", "x"))
faults <- Filter(function(f) f[[3]] != "x", faults)
faults <- lapply(faults, function(f) fault_case(f[[1]], "Survey.regress", "small", f[[2]], f[[3]], f[[4]]))
joint_fault <- fault_case("joint-unknown", "Regression.test", "small",
                          list(variable = "y", on = "x", variables = list("g")), "unknown_value", "variables")
write_vectors("regress", "Linear, logistic and Poisson regression with design-based errors (svyglm, regTermTest)",
              c(regressions, faults, list(joint_fault)), inline = list(small = bad))

# ---- Tests -----------------------------------------------------------------------------------------------------------

t_case <- function(id, design_name, args, where = NULL) {
  design <- design_of(design_name)
  if (!is.null(where)) {
    design <- domain(design, where)
    args$where <- where
  }
  test <- svyttest(as.formula(paste(args$variable, "~ factor(", args$by, ")")), design)
  m <- svyglm(as.formula(paste(args$variable, "~ factor(", args$by, ")")), design)
  se <- unname(SE(m)[2]); reach <- qt(0.975, m$df.residual) * se; value <- unname(coef(m)[2])
  expect <- list(name = "t", variables = list(args$variable, args$by), groups = as.list(m$xlevels[[1]]),
                 statistic = unname(test$statistic), df1 = unname(test$parameter), df2 = NA, p = as.numeric(test$p.value),
                 estimate = list(value = value, se = se, df = m$df.residual,
                                 interval = list(low = value - reach, high = value + reach)),
                 n = nobs(m), n_missing = nrow(design) - nobs(m))
  case(id, "Survey.t_test", design_name, args, expect, 1e-8)
}

chi_names <- c(f = "F", chi_square = "Chisq", wald = "Wald", adjusted_wald = "adjWald", saddlepoint = "saddlepoint")
our_tests <- c(f = "rao_scott_f", chi_square = "rao_scott_chi_square", wald = "wald_f", adjusted_wald = "adjusted_wald_f",
               saddlepoint = "rao_scott_saddlepoint")
chi_cases <- function(id, design_name, rows, columns, where = NULL) {
  lapply(names(chi_names), function(statistic) {
    design <- design_of(design_name)
    args <- list(rows = rows, columns = columns, statistic = statistic)
    if (!is.null(where)) {
      design <- domain(design, where)
      args$where <- where
    }
    design <- domain_complete(design, c(rows, columns))
    test <- suppressWarnings(svychisq(as.formula(paste("~", rows, "+", columns)), design,
                                      statistic = chi_names[[statistic]]))
    expect <- list(name = our_tests[[statistic]], statistic = as.numeric(test$statistic), p = as.numeric(test$p.value),
                   n = nrow(design))
    if (statistic != "saddlepoint") expect$df1 <- unname(test$parameter[1])
    if (length(test$parameter) == 2) expect$df2 <- unname(test$parameter[2])
    # R finds the root of the saddlepoint to 1e-8 only.
    case(paste(id, statistic, sep = "-"), "Survey.chi_square", design_name, args, expect,
         if (statistic == "saddlepoint") 1e-6 else 1e-8)
  })
}
domain_complete <- function(design, columns) {
  complete <- stats::complete.cases(design$variables[columns])
  subset(design, complete)
}

rank_names <- c(wilcoxon = "wilcoxon", van_der_waerden = "vanderWaerden", median = "median",
                kruskal_wallis = "KruskalWallis")
rank_cases <- function(id, design_name, variable, by, where = NULL) {
  lapply(names(rank_names), function(name) {
    design <- design_of(design_name)
    args <- list(variable = variable, by = by, test = name)
    if (!is.null(where)) {
      design <- domain(design, where)
      args$where <- where
    }
    rows <- nrow(design)
    design <- domain_complete(design, c(variable, by))
    groups <- sort(unique(as.character(design$variables[[by]])))
    design$variables$group <- factor(design$variables[[by]])
    test <- svyranktest(as.formula(paste(variable, "~ group")), design, test = rank_names[[name]])
    expect <- list(name = name, p = as.numeric(test$p.value), groups = as.list(groups), n = nrow(design),
                   n_missing = rows - nrow(design))
    if (length(groups) == 2) {
      expect$statistic <- unname(test$statistic)
      expect$df1 <- unname(test$parameter)
      expect$estimate <- list(value = unname(test$estimate))
    } else {
      # R names the chi-square and holds its share per degree of freedom against F.
      expect$df1 <- length(groups) - 1
      expect$statistic <- as.numeric(test$parameter)[1] / (length(groups) - 1)
    }
    case(paste(id, name, sep = "-"), "Survey.rank_test", design_name, args, expect, 1e-8)
  })
}

t_cases <- c(
  lapply(setdiff(names(designs), "nhanes"), function(name) t_case(paste0(name, "-score"), name,
                                                                 list(variable = "score", by = "goal"))),
  list(t_case("codes", "schools_two_stage", list(variable = "score", by = "passed")),
       t_case("domain", "schools_one_stage", list(variable = "score", by = "kind"),
              where = list(kind = list("primary", "upper"))),
       t_case("nhanes", "nhanes", list(variable = "HI_CHOL", by = "RIAGENDR"))),
  list(fault_case("three-groups", "Survey.t_test", "small", list(variable = "y", by = "g"), "out_of_range", "column[g]"),
       fault_case("one-group", "Survey.t_test", "small", list(variable = "y", by = "one"), "not_possible", "column[one]"),
       fault_case("no-numbers", "Survey.t_test", "small", list(variable = "g", by = "yes"), "not_numeric", "column[g]")))
write_vectors("t_test", "t tests of two groups (svyttest)", t_cases, inline = list(small = bad))

chi_all <- c(
  chi_cases("two-stage", "schools_two_stage", "kind", "goal"),
  chi_cases("strata", "schools_strata_fpc", "belt", "kind"),
  chi_cases("rows", "schools_rows", "belt", "goal"),
  chi_cases("simple", "schools_simple", "kind", "belt"),
  chi_cases("domain", "schools_one_stage", "kind", "belt", where = list(kind = list("primary", "middle"))),
  chi_cases("nhanes", "nhanes", "HI_CHOL", "race"),
  list(fault_case("one-level", "Survey.chi_square", "small", list(rows = "one", columns = "g"), "not_possible",
                  "column[one]"),
       fault_case("same-column", "Survey.chi_square", "small", list(rows = "g", columns = "g"), "duplicate_column", "columns"),
       fault_case("no-such-statistic", "Survey.chi_square", "small",
                  list(rows = "yes", columns = "g", statistic = "fisher"), "unknown_value", "statistic")))
write_vectors("chi_square", "Independence of two columns (svychisq)", chi_all, inline = list(small = bad))

rank_all <- c(
  rank_cases("two-stage", "schools_two_stage", "score", "goal"),
  rank_cases("strata", "schools_strata_fpc", "score", "goal"),
  rank_cases("rows", "schools_rows", "poor", "goal"),
  rank_cases("three-groups", "schools_one_stage", "score", "kind"),
  rank_cases("domain", "schools_one_stage", "pupils", "goal", where = list(belt = list("inner", "middle"))),
  list(fault_case("one-group", "Survey.rank_test", "small", list(variable = "y", by = "one"), "not_possible", "column[one]"),
       fault_case("no-such-test", "Survey.rank_test", "small", list(variable = "y", by = "g", test = "rank"), "unknown_value",
                  "test")))
write_vectors("rank_test", "Rank tests (svyranktest)", rank_all, inline = list(small = bad))
