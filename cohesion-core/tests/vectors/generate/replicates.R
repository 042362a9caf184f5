# Makes the vectors survey/replicate_figures.json, survey/amounts.json and survey/replicate_models.json with R's package survey.
#
#   Rscript cohesion-core/tests/vectors/generate/replicates.R
#
# Ratios, variances, correlations, quantiles, alphas, regressions and t tests with errors from replicates: made ones
# (as.svrepdesign) and weights that came with the data (svrepdesign).

suppressPackageStartupMessages({
  library(survey)
  library(jsonlite)
})
options(survey.lonely.psu = "fail", warn = 1)
invisible(Sys.setlocale("LC_COLLATE", "C"))

here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))))
root <- dirname(here)
versions <- sprintf("R %s.%s, survey %s", R.version$major, R.version$minor, packageDescription("survey")$Version)
LEVEL <- 0.95

# ---- files -----------------------------------------------------------------------------------------------------------

write_vectors <- function(name, about, data, cases) {
  ids <- vapply(cases, function(case) case$id, "")
  stopifnot(!anyDuplicated(ids))
  document <- list(format = 1, module = "survey", about = about, source = paste0(versions, "; generate/replicates.R"),
                   data = data, cases = cases)
  text <- toJSON(document, auto_unbox = TRUE, digits = I(15), null = "null", na = "null", pretty = 1)
  flat <- gregexpr("[\\[{][^][{}]*[]}]", text, perl = TRUE)
  regmatches(text, flat) <- lapply(regmatches(text, flat), function(found) gsub("\n *", " ", found))
  writeLines(text, file.path(root, "survey", paste0(name, ".json")), useBytes = TRUE)
  cat(sprintf("%-18s %3d cases\n", name, length(cases)))
}

columns <- function(data) list(columns = lapply(as.list(data), function(x) unname(as.list(x))))
csv <- function(name) list(csv = paste0("data/", name, ".csv"))
read_data <- function(name) {
  read.csv(file.path(root, "data", paste0(name, ".csv")), na.strings = "", encoding = "UTF-8", check.names = FALSE)
}

# ---- designs ---------------------------------------------------------------------------------------------------------

design_of <- function(data, d, asked) {
  if (!is.null(d$replicate_weights)) {
    rscales <- if (is.null(d$rscales)) rep(1, length(d$replicate_weights)) else unlist(d$rscales)
    return(svrepdesign(data = data, weights = data[[d$weights]], repweights = as.matrix(data[unlist(d$replicate_weights)]),
                       type = "other", scale = d$scale, rscales = rscales, combined.weights = TRUE, mse = isTRUE(d$mse)))
  }
  as_formula <- function(x) if (is.null(x)) NULL else reformulate(paste0("`", unlist(x), "`"))
  design <- svydesign(ids = as_formula(d$clusters), strata = as_formula(d$strata), weights = as_formula(d$weights),
                      fpc = as_formula(d$fpc), nest = isTRUE(d$nested), data = data)
  if (is.null(asked)) return(design)
  type <- c(jk1 = "JK1", jkn = "JKn", brr = "BRR", fay = "Fay")[[asked$method]]
  rho <- if (is.null(asked$rho)) 0 else asked$rho
  suppressWarnings(as.svrepdesign(design, type = type, fay.rho = rho, mse = isTRUE(asked$mse), compress = FALSE))
}

city <- read_data("city")
keep <- c("kind", "street_id", "all_streets", "wave", "weight", "q1", "q2", "q3", "q4", "hours", "member", "language")
pairs <- city[city$street <= 2, keep]
pairs <- pairs[order(pairs$kind, pairs$street_id, method = "radix"), ]
streets <- list(weights = "weight", strata = "kind", clusters = list("street_id"))
streets_fpc <- c(streets, list(fpc = list("all_streets")))
alone <- list(weights = "weight", clusters = list("street_id"))
# A bootstrap of the pairs as somebody might publish it, and its own scale.
published_table <- local({
  set.seed(20260711, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  design <- svydesign(ids = ~street_id, strata = ~kind, weights = ~weight, data = pairs)
  made <- as.svrepdesign(design, type = "subbootstrap", replicates = 30, compress = FALSE)
  w <- round(unclass(as.matrix(weights(made, "analysis"))), 6)
  colnames(w) <- sprintf("bw%d", seq_len(ncol(w)))
  cbind(pairs[c("kind", "wave", "weight", "q1", "q2", "q3", "q4", "hours", "member")], w)
})
published <- list(weights = "weight", replicate_weights = as.list(sprintf("bw%d", 1:30)), scale = 1 / 29)
published_mse <- c(list(mse = TRUE), published)
tables <- list(city = city, pairs = pairs, published = published_table, nhanes = read_data("nhanes"))
sources <- list(city = csv("city"), nhanes = csv("nhanes"), pairs = columns(pairs), published = columns(published_table))
jk1 <- list(method = "jk1")
jkn <- list(method = "jkn")
brr <- list(method = "brr")
fay <- list(method = "fay", rho = 0.3)
mse <- function(asked) c(asked, list(mse = TRUE))

# ---- cases -----------------------------------------------------------------------------------------------------------

domains <- function(data, by, where) {
  inside <- rep(TRUE, nrow(data))
  for (name in names(where)) inside <- inside & as.character(data[[name]]) %in% as.character(unlist(where[[name]]))
  if (is.null(by)) return(list(list(labels = list(), rows = inside)))
  levels <- sort(unique(as.character(data[[by]][inside])), method = "radix")
  lapply(levels, function(level) list(labels = list(level), rows = inside & as.character(data[[by]]) %in% level))
}

interval <- function(ends, method) list(low = ends[1], high = ends[2], level = LEVEL, method = method)
t_ends <- function(value, se, df) value + c(-1, 1) * qt(0.5 + LEVEL / 2, df) * se

# `figure` makes the estimates of a domain from the design of the rows that answered.
case <- function(id, of, data_name, d, asked, args, variables, figure, by = NULL, where = NULL, tolerance = 1e-10) {
  data <- tables[[data_name]]
  design <- design_of(data, d, asked)
  rows <- unlist(lapply(domains(data, by, where), function(domain) {
    answered <- domain$rows & rowSums(is.na(data[variables])) == 0
    part <- design[answered, ]
    found <- figure(part)
    counts <- list(n = sum(answered), n_missing = sum(domain$rows) - sum(answered))
    lapply(found, function(one) {
      labels <- c(domain$labels, one$labels)
      one$labels <- NULL
      list(labels = labels, estimate = c(one, counts))
    })
  }), recursive = FALSE)
  if (!is.null(by)) args$by <- list(by)
  if (!is.null(where)) args$where <- where
  if (!is.null(asked)) args$replicates <- asked
  list(id = id, call = paste0("Survey.", of), data = data_name, design = d,
       args = args, expect = list(statistic = of, rows = rows),
       tolerance = list(relative = tolerance, absolute = 1e-12))
}

one <- function(value, se, df, ends) list(list(value = value, se = se, df = df, interval = ends))

ratio <- function(id, data_name, d, asked, numerator, denominator, ...) {
  case(id, "ratio", data_name, d, asked, list(numerator = numerator, denominator = denominator),
       c(numerator, denominator), function(part) {
         r <- svyratio(reformulate(numerator), reformulate(denominator), part)
         value <- as.vector(coef(r)); se <- as.vector(SE(r)); df <- degf(part)
         one(value, se, df, interval(t_ends(value, se, df), "t"))
       }, ...)
}

# R warns of arrays of length one in its own code.
quietly <- suppressWarnings

# The variance of every replicate about its own mean, times n / (n - 1).
spread_of <- function(w, x) sum(w * (x - sum(w * x) / sum(w))^2) / sum(w) * length(x) / (length(x) - 1)

variance <- function(id, data_name, d, asked, variable, ...) {
  case(id, "variance", data_name, d, asked, list(variable = variable), variable, function(part) {
    v <- quietly(withReplicates(part, function(w, data) spread_of(w, data[[variable]])))
    value <- as.vector(coef(v)); se <- as.vector(SE(v)); df <- degf(part)
    r <- quietly(svyvar(reformulate(variable), part))
    stopifnot(abs(as.vector(coef(r)) / value - 1) < 1e-10, abs(as.vector(SE(r)) / se - 1) < 1e-9)
    one(value, se, df, interval(t_ends(value, se, df), "t"))
  }, ...)
}

correlation <- function(id, data_name, d, asked, x, y, ...) {
  case(id, "correlation", data_name, d, asked, list(x = x, y = y), c(x, y), function(part) {
    r <- quietly(withReplicates(part, function(w, data) cov.wt(data[c(x, y)], w / sum(w), cor = TRUE)$cor[1, 2]))
    value <- as.vector(coef(r)); se <- as.vector(SE(r)); df <- degf(part)
    reach <- qt(0.5 + LEVEL / 2, df) * se / (1 - value^2)
    one(value, se, df, interval(tanh(atanh(value) + c(-1, 1) * reach), "fisher_z"))
  }, ...)
}

alpha <- function(id, data_name, d, asked, items, ...) {
  case(id, "alpha", data_name, d, asked, list(items = as.list(items)), items, function(part) {
    a <- quietly(withReplicates(part, function(w, data) {
      v <- cov.wt(data[items], w / sum(w), method = "ML")$cov
      length(items) / (length(items) - 1) * (1 - sum(diag(v)) / sum(v))
    }))
    value <- as.vector(coef(a)); se <- as.vector(SE(a)); df <- degf(part)
    reach <- qt(0.5 + LEVEL / 2, df) * se / (1 - value)
    one(value, se, df, interval(1 - (1 - value) * exp(c(1, -1) * reach), "bonett"))
  }, ...)
}

quantiles <- function(id, data_name, d, asked, variable, probabilities, rule, ...) {
  case(id, "quantile", data_name, d, asked, list(variable = variable, probabilities = as.list(probabilities), rule = rule),
       variable, function(part) {
         df <- degf(part)
         values <- sort(part$variables[[variable]])
         at <- function(p) as.vector(coef(svyquantile(reformulate(variable), part, p, qrule = rule, ci = FALSE)))
         lapply(probabilities, function(p) {
           value <- at(p)
           part$variables$.below <- as.numeric(part$variables[[variable]] <= value)
           m <- svymean(~.below, part)
           t <- qt(0.5 + LEVEL / 2, df)
           ends <- as.vector(coef(m)) + c(-1, 1) * t * as.vector(SE(m))
           ends <- c(if (ends[1] <= 0) values[1] else at(ends[1]),
                     if (ends[2] >= 1) values[length(values)] else at(ends[2]))
           se <- diff(ends) / (2 * t)
           whole <- svyquantile(reformulate(variable), part, p, qrule = rule, interval.type = "mean", df = df)
           stopifnot(abs(as.vector(SE(whole)) - se) < 1e-9 * (1 + se))
           list(labels = list(as.character(p)), value = value, se = se, df = df, interval = interval(ends, "woodruff"))
         })
       }, ...)
}

nhanes <- list(weights = "WTMEC2YR", strata = "SDMVSTRA", clusters = list("SDMVPSU"), nested = TRUE)
# Every figure under every kind of replicates.
ways <- list(jk1 = list("city", alone, jk1), jkn = list("city", streets, jkn),
             "jkn-fpc-mse" = list("city", streets_fpc, mse(jkn)), brr = list("pairs", streets, brr),
             "brr-mse" = list("pairs", streets, mse(brr)), fay = list("pairs", streets, fay),
             published = list("published", published, NULL), "published-mse" = list("published", published_mse, NULL))
over <- function(of, name, ...) {
  lapply(names(ways), function(way) {
    do.call(of, c(list(paste(name, way, sep = "-")), unname(ways[[way]][1:2]), list(ways[[way]][[3]]), list(...)))
  })
}
figures <- c(
  over(ratio, "ratio", "hours", "q2"), over(variance, "variance", "q2"), over(correlation, "correlation", "q1", "q2"),
  over(alpha, "alpha", c("q1", "q2", "q3", "q4")), over(quantiles, "quantile", "hours", c(0.25, 0.5, 0.75), "math"),
  list(
    ratio("ratio-by-wave", "city", streets, jkn, "hours", "q1", by = "wave"),
    ratio("ratio-of-a-domain", "pairs", streets, brr, "hours", "q2", where = list(wave = 1)),
    ratio("ratio-published-by-wave", "published", published, NULL, "hours", "q2", by = "wave"),
    variance("variance-by-kind", "city", streets, jkn, "hours", by = "kind"),
    variance("variance-published-by-wave", "published", published_mse, NULL, "q1", by = "wave"),
    correlation("correlation-by-wave", "city", streets, jkn, "q2", "q3", by = "wave"),
    correlation("correlation-negative", "city", streets, mse(jkn), "q1", "q4"),
    alpha("alpha-by-wave", "city", streets, jkn, c("q1", "q2", "q3"), by = "wave"),
    alpha("alpha-of-a-domain", "pairs", streets, fay, c("q1", "q2", "q3"), where = list(wave = 0)),
    alpha("alpha-published-by-wave", "published", published, NULL, c("q1", "q2", "q3"), by = "wave"),
    quantiles("quantile-by-kind", "city", streets, jkn, "hours", c(0.3, 0.5), "hf7", by = "kind"),
    quantiles("quantile-school", "pairs", streets, brr, "q2", 0.5, "school", where = list(wave = 1)),
    quantiles("quantile-published-by-wave", "published", published, NULL, "hours", 0.5, "hf6", by = "wave")))
write_vectors("replicate_figures", paste(
  "Ratios (svyratio), variances (svyvar), correlations and alphas (withReplicates), quantiles (svyquantile with",
  "interval.type = mean) with errors from replicates"),
  sources[c("city", "pairs", "published")], figures)

# ---- figures of amounts ---------------------------------------------------------------------------------------------

# Errors of replicates from `figure` of other weights; those of the design from `taylor`.
amount <- function(of, figure, taylor) function(id, data_name, d, asked, variable, ...) {
  case(id, of, data_name, d, asked, list(variable = variable), variable, function(part) {
    made <- inherits(part, "svyrep.design")
    r <- if (made) quietly(withReplicates(part, function(w, data) figure(w, data[[variable]]))) else
      taylor(part, part$variables[[variable]])
    value <- as.vector(coef(r)); se <- sqrt(as.vector(vcov(r))); df <- degf(part)
    one(value, se, df, interval(t_ends(value, se, df), "t"))
  }, ...)
}
# A function of totals, by svycontrast.
by_totals <- function(powers, formula) function(part, y) {
  for (name in names(powers)) part$variables[[name]] <- powers[[name]](y)
  svycontrast(svytotal(reformulate(names(powers)), part), formula(length(y)))
}
plain <- list("city", streets_fpc, NULL)
everywhere <- function(of, name) c(over(of, name, "hours"), lapply(list(
  list(paste0(name, "-by-wave"), by = "wave"), list(paste0(name, "-of-a-domain"), by = "kind", where = list(wave = 1))),
  function(more) do.call(of, c(more[1], plain, list("hours"), more[-1]))),
  list(do.call(of, c(list(paste0(name, "-taylor")), plain, list("hours")))))
merged <- function(id, of) {
  whole <- do.call(of, c(list(id), plain, list("hours"), list(by = "kind")))
  whole$args <- c(list(parts = 5, order = list(3, 0, 4, 1, 2), of = sub("^Survey.", "", whole$call)), whole$args)
  whole$call <- "Summary.merge"
  whole
}

squares <- list(one = function(y) y^0, y1 = identity, y2 = function(y) y^2)
variance_of_totals <- amount("variance", spread_of, by_totals(squares, function(n) bquote(
  (y2 / one - (y1 / one)^2) * .(n / (n - 1)))))
amounts <- list(everywhere(variance_of_totals, "variance"))

coefficient_of_variation <- amount("coefficient_of_variation", function(w, y) sqrt(spread_of(w, y)) * sum(w) / sum(w * y),
  by_totals(squares, function(n) bquote(sqrt((y2 / one - (y1 / one)^2) * .(n / (n - 1))) / (y1 / one))))
amounts <- c(amounts, list(everywhere(coefficient_of_variation, "cv"), list(merged("cv-merged", coefficient_of_variation))))

y_log_y <- function(y) ifelse(y > 0, y * log(y), 0)
theil <- amount("theil", function(w, y) sum(w * y_log_y(y)) / sum(w * y) - log(sum(w * y) / sum(w)),
  by_totals(list(one = function(y) y^0, y1 = identity, logs = y_log_y), function(n) quote(logs / y1 - log(y1 / one))))
amounts <- c(amounts, list(everywhere(theil, "theil"), list(merged("theil-merged", theil))))

# By definition, over all pairs.
gini_of <- function(w, y) sum(outer(w, w) * abs(outer(y, y, "-"))) / (2 * sum(w) * sum(w * y))
gini <- amount("gini", gini_of, function(part, y) {
  w <- weights(part)
  part$variables$u <- as.vector(abs(outer(y, y, "-")) %*% w) / (sum(w) * sum(w * y)) -
    gini_of(w, y) * (1 / sum(w) + y / sum(w * y))
  structure(gini_of(w, y), var = vcov(svytotal(~u, part)), class = "svystat")
})
amounts <- c(amounts, list(everywhere(gini, "gini")))

write_vectors("amounts", "Figures of amounts (svycontrast on svytotal, withReplicates, sums over all pairs)",
              sources[c("city", "pairs", "published")], do.call(c, amounts))

# ---- regressions and t tests -----------------------------------------------------------------------------------------

families <- list(gaussian = gaussian(), binomial = quasibinomial(), poisson = quasipoisson())

our_term <- function(term, on) {
  for (column in on) {
    start <- sprintf("factor(as.character(%s))", column)
    if (startsWith(term, start)) return(paste0(column, "=", substring(term, nchar(start) + 1)))
    if (startsWith(term, column) && nchar(term) > nchar(column)) return(paste0(column, "=", substring(term, nchar(column) + 1)))
  }
  term
}

inside <- function(design, where) {
  for (name in names(where)) design <- design[as.character(design$variables[[name]]) %in% as.character(where[[name]]), ]
  design
}

regress <- function(id, data_name, d, asked, variable, on, family = "gaussian", categorical = character(), where = NULL) {
  design <- inside(design_of(tables[[data_name]], d, asked), where)
  right <- vapply(on, function(x) if (x %in% categorical) sprintf("factor(as.character(%s))", x) else x, "")
  # R stops at a change of the deviance of 1e-8; ours goes on.
  formula <- as.formula(paste(variable, "~", paste(c("1", right), collapse = " + ")))
  m <- suppressWarnings(do.call(svyglm, list(formula, design, family = families[[family]],
                                             control = glm.control(epsilon = 1e-14, maxit = 100))))
  table <- summary(m)$coefficients
  covariance <- vcov(m)
  n <- nobs(m)
  # Degrees of freedom of the rows used, less the terms, plus 1.
  used <- design[!is.na(design$variables[[variable]]) & rowSums(is.na(design$variables[on])) == 0, ]
  df <- degf(used) - nrow(table) + 1
  terms <- lapply(seq_len(nrow(table)), function(i) {
    value <- unname(table[i, 1]); se <- unname(sqrt(diag(covariance))[i])
    ends <- t_ends(value, se, df)
    list(term = our_term(rownames(table)[i], on),
         estimate = list(value = value, se = se, df = df, n = n, n_missing = nrow(design) - n,
                         interval = list(low = ends[1], high = ends[2], level = LEVEL)),
         statistic = value / se, p = 2 * pt(-abs(value / se), df))
  })
  args <- list(variable = variable, on = as.list(unname(on)), family = family)
  if (length(categorical)) args$categorical <- as.list(categorical)
  if (!is.null(where)) args$where <- where
  if (!is.null(asked)) args$replicates <- asked
  lower <- lapply(seq_len(nrow(covariance)), function(i) as.list(unname(covariance[i, seq_len(i)])))
  list(id = id, call = "Survey.regress", data = data_name, design = d,
       args = args, expect = list(family = family, terms = terms, df = df, n = n, converged = TRUE, covariance = lower),
       tolerance = list(relative = if (family == "gaussian") 1e-8 else 1e-6, absolute = 1e-12))
}

t_test <- function(id, data_name, d, asked, variable, by, where = NULL) {
  design <- inside(design_of(tables[[data_name]], d, asked), where)
  formula <- as.formula(paste(variable, "~ factor(as.character(", by, "))"))
  m <- do.call(svyglm, list(formula, design))
  used <- design[!is.na(design$variables[[variable]]) & !is.na(design$variables[[by]]), ]
  df <- degf(used) - 1
  value <- unname(coef(m)[2]); se <- as.vector(SE(m)[2])
  ends <- t_ends(value, se, df)
  args <- list(variable = variable, by = by)
  if (!is.null(where)) args$where <- where
  if (!is.null(asked)) args$replicates <- asked
  list(id = id, call = "Survey.t_test", data = data_name, design = d,
       args = args,
       expect = list(name = "t", variables = list(variable, by), groups = as.list(m$xlevels[[1]]), statistic = value / se,
                     df1 = df, p = 2 * pt(-abs(value / se), df),
                     estimate = list(value = value, se = se, df = df, interval = list(low = ends[1], high = ends[2])),
                     n = nobs(m), n_missing = nrow(design) - nobs(m)),
       tolerance = list(relative = 1e-8, absolute = 1e-12))
}

models <- c(
  over(regress, "gaussian", "q2", c("q1", "hours")),
  over(regress, "binomial", "member", c("q1", "wave"), "binomial"),
  over(regress, "poisson", "hours", c("q2", "wave"), "poisson"),
  over(t_test, "t", "q2", "wave"),
  list(
    regress("gaussian-groups", "city", streets, jkn, "q2", c("kind", "q1")),
    regress("gaussian-codes", "city", streets, mse(jkn), "q3", c("wave", "q1"), categorical = "wave"),
    regress("gaussian-of-a-domain", "pairs", streets, brr, "q2", "q1", where = list(wave = 1)),
    regress("binomial-nhanes", "nhanes", nhanes, jkn, "HI_CHOL", "RIAGENDR", "binomial"),
    regress("gaussian-nhanes", "nhanes", nhanes, mse(jkn), "HI_CHOL", c("RIAGENDR", "race")),
    t_test("t-of-a-domain", "published", published, NULL, "q2", "wave", where = list(kind = list("centre", "village"))),
    t_test("t-nhanes", "nhanes", nhanes, jkn, "HI_CHOL", "RIAGENDR")))
write_vectors("replicate_models", "Regressions (svyglm) and t tests (its second term) with errors from replicates", sources,
              models)

# ---- Tests -----------------------------------------------------------------------------------------------------------

test_case <- function(id, how, data_name, d, asked, args, design, found, expect, where, tolerance = 1e-8) {
  if (!is.null(where)) args$where <- where
  if (!is.null(asked)) args$replicates <- asked
  list(id = id, call = paste0("Survey.", how), data = data_name, design = d, args = args,
       expect = c(list(statistic = as.numeric(found$statistic), p = as.numeric(found$p.value)), expect),
       tolerance = list(relative = tolerance, absolute = 1e-12))
}

# The design effects of Rao and Scott (1984): eigenvalues of the covariance of log-linear contrasts against that of a simple
# random sample.
design_effects <- function(design, rows, columns) {
  m <- svymean(as.formula(paste("~ interaction(", rows, ",", columns, ")")), design)
  p <- as.vector(coef(m))
  grid <- expand.grid(r = levels(design$variables[[rows]]), c = levels(design$variables[[columns]]))
  both <- model.matrix(~ r * c, grid)
  main <- model.matrix(~ r + c, grid)
  contrast <- qr.resid(qr(main), both[, -seq_len(ncol(main)), drop = FALSE]) / p
  simple <- (diag(p) - p %o% p) / nrow(design$variables)
  Re(eigen(solve(t(contrast) %*% simple %*% contrast, t(contrast) %*% vcov(m) %*% contrast))$values)
}

chi_square <- function(id, data_name, d, asked, rows, columns, statistic = "f", where = NULL) {
  design <- inside(design_of(tables[[data_name]], d, asked), where)
  used <- design[!is.na(design$variables[[rows]]) & !is.na(design$variables[[columns]]), ]
  # Levels that only rows outside have are no levels.
  for (column in c(rows, columns)) used$variables[[column]] <- factor(as.character(used$variables[[column]]))
  named <- c(f = "F", chi_square = "Chisq", wald = "Wald", adjusted_wald = "adjWald", saddlepoint = "saddlepoint")[[statistic]]
  found <- svychisq(as.formula(paste("~", rows, "+", columns)), used, statistic = named)
  df <- unname(found$parameter)
  expect <- switch(statistic, f = list(df1 = df[1], df2 = df[2]), chi_square = list(df1 = df[1]), saddlepoint = list(),
                   list(df1 = df[1], df2 = df[2]))
  expect <- c(expect, list(n = nrow(used$variables), n_missing = nrow(design$variables) - nrow(used$variables)))
  made <- test_case(id, "chi_square", data_name, d, asked, list(rows = rows, columns = columns, statistic = statistic), design,
                    found, expect, where)
  if (statistic != "saddlepoint") return(made)
  effects <- design_effects(used, rows, columns)
  f <- svychisq(as.formula(paste("~", rows, "+", columns)), used, statistic = "F")
  stopifnot(abs(sum(effects)^2 / sum(effects^2) / f$parameter[1] - 1) < 1e-9)
  # R finds the root of the saddlepoint approximation to 1e-8 only.
  made$tolerance$relative <- 1e-6
  made$expect$p <- pFsum(as.numeric(found$statistic), rep(1, length(effects)), effects, ddf = unname(f$parameter[2]),
                         lower.tail = FALSE, method = "saddlepoint")
  made$difference <- sprintf(paste("for replicates R takes the design effects as known (p %.15g); here they have the degrees of",
                                   "freedom that R gives them for other designs (pFsum)"), as.numeric(found$p.value))
  made
}

tests <- c(
  over(chi_square, "f", "kind", "member"),
  lapply(c("chi_square", "wald", "adjusted_wald", "saddlepoint"), function(statistic)
    chi_square(gsub("_", "-", statistic), "city", streets_fpc, jkn, "kind", "language", statistic)),
  list(
    chi_square("f-published-domain", "published", published_mse, NULL, "kind", "wave", where = list(member = 1)),
    chi_square("f-nhanes", "nhanes", nhanes, jkn, "race", "HI_CHOL")))
write_vectors("replicate_tests", "Rao-Scott tests (svychisq) with errors from replicates", sources, tests)
