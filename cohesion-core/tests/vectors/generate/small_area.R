# Makes data/neighbours.csv, data/neighbourhoods.csv and survey/small_areas.json with R's packages survey and metafor
# (JSON by jsonlite).
#
#   Rscript cohesion-core/tests/vectors/generate/small_area.R
#
# The areas' own figures and variances are svyby's. The variance between areas is the root of the restricted score in its
# projection-matrix form, found by uniroot; the script stops where metafor's rma (REML, tight control) gives another
# variance, other coefficients, another likelihood or other predictions. The mean squared error is g1 + g2 + 2 g3 of
# Datta and Lahiri (2000), the benchmark's share that of Steorts and Ghosh (2013), both written with full matrices here.

suppressPackageStartupMessages({
  library(survey)
  library(metafor)
  library(jsonlite)
})
options(warn = 1, digits = 17)
invisible(Sys.setlocale("LC_COLLATE", "C"))

here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))))
root <- dirname(here)
versions <- sprintf("R %s.%s, survey %s, metafor %s", R.version$major, R.version$minor,
                    packageDescription("survey")$Version, packageDescription("metafor")$Version)

# ---- Data ------------------------------------------------------------------------------------------------------------

make_data <- function() {
  set.seed(20261121)
  areas <- 26
  name <- sprintf("area %02d", seq_len(areas))
  known <- data.frame(area = name, residents = round(runif(areas, 900, 9000)),
                      tenants = round(pmin(90, pmax(8, rnorm(areas, 45, 18))), 1),
                      jobless = round(rexp(areas, 1 / 9) + 2, 1), same = 4)
  known$either <- known$tenants - 2 * known$jobless
  known$gap <- known$jobless
  known$gap[7] <- NA
  size <- pmax(1, rpois(areas, 17))
  size[c(4, 25)] <- 0
  size[9] <- 1
  level <- 7.2 - 0.03 * known$tenants - 0.02 * known$jobless + rnorm(areas, 0, 0.45)
  rows <- do.call(rbind, lapply(which(size > 0), function(a) {
    n <- size[a]
    data.frame(area = name[a], weight = round(known$residents[a] / n * runif(n, 0.7, 1.3), 3),
               trust = pmin(10, pmax(1, round(rnorm(n, level[a], 1.9)))),
               safe = ifelse(runif(n) < plogis(1.6 - 0.02 * known$tenants[a] + rnorm(1, 0, 0.3)), "yes", "no"),
               luck = rep_len(sample(10), n)[sample.int(n)])
  }))
  rows$safe[rows$area == "area 12"] <- "yes"
  rows$trust[c(3, 57, 120)] <- NA
  rows <- rows[sample(nrow(rows)), ]
  write.csv(rows, file.path(root, "data", "neighbours.csv"), row.names = FALSE, na = "", quote = FALSE)
  write.csv(known, file.path(root, "data", "neighbourhoods.csv"), row.names = FALSE, na = "", quote = FALSE)
}
make_data()
read <- function(name) read.csv(file.path(root, "data", paste0(name, ".csv")), na.strings = "")
people <- read("neighbours")
known <- read("neighbourhoods")

# ---- The areas' own figures --------------------------------------------------------------------------------------------

own_figures <- function(variable, values = NULL, weighted = TRUE) {
  d <- people
  d$y <- if (is.null(values)) d[[variable]] else as.numeric(d[[variable]] %in% values)
  design <- if (weighted) svydesign(~1, weights = ~weight, data = d) else suppressWarnings(svydesign(~1, data = d))
  design <- subset(design, !is.na(y))
  by <- svyby(~y, ~area, design, svymean)
  n <- as.numeric(table(design$variables$area)[by$area])
  whole <- svymean(~y, design)
  list(area = as.character(by$area), y = by$y, v = ifelse(n > 1 & by$se > 1e-12, by$se^2, NA), n = n,
       whole = as.numeric(whole), whole_se = as.numeric(SE(whole)))
}

# ---- The model -------------------------------------------------------------------------------------------------------

score_at <- function(s, y, x, v) {
  w <- diag(1 / (s + v))
  p <- w - w %*% x %*% solve(t(x) %*% w %*% x, t(x) %*% w)
  py <- p %*% y
  drop(0.5 * (sum(py^2) - sum(diag(p))))
}

fit <- function(y, x, v) {
  if (score_at(0, y, x, v) <= 0) {
    s <- 0
  } else {
    high <- var(y)
    while (score_at(high, y, x, v) > 0) high <- high * 2
    s <- uniroot(score_at, c(0, high), y = y, x = x, v = v, tol = .Machine$double.eps, maxiter = 10000)$root
    # Newton's steps to the last digit: uniroot's tolerance is absolute.
    for (k in 1:20) {
      h <- s * 1e-5
      slope <- (score_at(s + h, y, x, v) - score_at(s - h, y, x, v)) / (2 * h)
      s <- s - score_at(s, y, x, v) / slope
    }
  }
  w <- diag(1 / (s + v))
  covariance <- solve(t(x) %*% w %*% x)
  beta <- drop(covariance %*% t(x) %*% w %*% y)
  peer <- rma(y, v, mods = x[, -1, drop = FALSE], method = "REML",
              control = list(threshold = 1e-15, maxiter = 10000, stepadj = if (s == 0) 0.5 else 1))
  near <- function(a, b, what, tolerance = 1e-7) {
    if (max(abs(a - b) / pmax(abs(b), 1e-3)) > tolerance) stop(what, ": ", toString(a), " and ", toString(b))
  }
  near(peer$tau2, s, "variance between areas")
  near(as.numeric(peer$beta), beta, "coefficients")
  near(sqrt(diag(peer$vb)), sqrt(diag(covariance)), "errors of the coefficients")
  gamma <- s / (s + v)
  near(as.numeric(blup(peer)$pred), gamma * y + (1 - gamma) * drop(x %*% beta), "predictions")
  list(s = s, beta = beta, covariance = covariance, log_likelihood = as.numeric(logLik(peer)),
       of_s = 2 / sum((s + v)^-2))
}

# ---- Cases -----------------------------------------------------------------------------------------------------------

asked_case <- function(id, variable, on, values = NULL, weighted = TRUE, variances = "direct", method = NULL, level = 0.95,
                       name_method = TRUE) {
  own <- own_figures(variable, values, weighted)
  place <- match(known$area, own$area)
  y <- own$y[place]; n <- own$n[place]
  v <- if (variances == "direct") own$v[place] else {
    ok <- !is.na(own$v)
    per_answer <- sum((own$n[ok] - 1) * own$n[ok] * own$v[ok]) / sum(own$n[ok] - 1)
    per_answer / n
  }
  used <- !is.na(v)
  all_x <- cbind(1, as.matrix(known[on]))
  x <- all_x[used, , drop = FALSE]
  m <- fit(y[used], x, v[used])
  df <- sum(used) - ncol(x)
  gamma <- ifelse(used, m$s / (m$s + v), 0)
  synthetic <- drop(all_x %*% m$beta)
  value <- ifelse(used, gamma * y, 0) + (1 - gamma) * synthetic
  spread <- all_x %*% m$covariance %*% t(all_x)
  covariance <- outer(1 - gamma, 1 - gamma) * spread
  diag(covariance) <- ifelse(used, gamma * v + (1 - gamma)^2 * diag(spread) + 2 * v^2 / (m$s + v)^3 * m$of_s,
                             m$s + diag(spread))
  benchmark <- NULL
  args <- list(of = if (is.null(values)) "mean" else "share", variable = variable, by = list("area"),
               covariates = "neighbourhoods", on = as.list(on))
  if (!is.null(values)) args$values <- as.list(values)
  if (variances != "direct") args$variances <- variances
  if (level != 0.95) args$level <- level
  if (!is.null(method)) {
    part <- known$residents / sum(known$residents)
    before <- sum(part * value)
    a <- (part * (1 - gamma))[used]
    total <- diag(m$s + v[used]) - x %*% m$covariance %*% t(x)
    added <- drop(t(a) %*% total %*% a)
    if (method == "ratio") {
      applied <- own$whole / before
      covariance <- covariance + added * outer(value, value) / before^2
      value <- value * applied
    } else {
      applied <- own$whole - before
      covariance <- covariance + added
      value <- value + applied
    }
    stopifnot(abs(sum(part * value) - own$whole) < 1e-12)
    benchmark <- list(method = method, target = own$whole, target_se = own$whole_se, before = before, applied = applied,
                      added_variance = added)
    args$size <- "residents"
    args$benchmark <- TRUE
    if (name_method) args$benchmark_method <- method
  }
  reach <- qt(0.5 + level / 2, df)
  clip <- function(end) if (is.null(values)) end else min(1, max(0, end))
  areas <- lapply(seq_along(value), function(i) {
    se <- sqrt(covariance[i, i])
    one <- list(label = known$area[i], gamma = gamma[i], synthetic = synthetic[i],
                estimate = list(value = value[i], se = se, df = df, n = if (is.na(n[i])) 0 else n[i],
                                interval = list(low = clip(value[i] - reach * se), high = clip(value[i] + reach * se),
                                                level = level, method = "t")))
    if (used[i]) {
      percent <- round(100 * gamma[i])
      one$sampling_variance <- v[i]
      one$residual <- (y[i] - synthetic[i]) / sqrt(m$s + v[i])
      one$direct <- list(value = y[i])
      one$estimate$notes <- list(list(code = "borrowed_strength", params = list(own = percent,
        borrowed = 100 - percent, covariates = as.list(on))))
    } else {
      one["sampling_variance"] <- list(NULL)
      one["residual"] <- list(NULL)
      one$estimate$notes <- list(list(code = "synthetic_figure"))
    }
    one
  })
  se <- sqrt(diag(m$covariance))
  terms <- lapply(seq_along(m$beta), function(i) {
    t <- m$beta[[i]] / se[[i]]
    list(term = c("(Intercept)", on)[i], statistic = t, p = 2 * pt(-abs(t), df),
         estimate = list(value = m$beta[[i]], se = se[[i]], df = df))
  })
  expect <- list(statistic = args$of, key = "area", areas = areas, terms = terms, sigma_u2 = m$s,
                 sigma_u2_se = sqrt(m$of_s), log_likelihood = m$log_likelihood, n_areas = sum(used), df = df,
                 variances = variances)
  if (!is.null(method)) {
    expect$covariance <- lapply(seq_along(value), function(i) as.list(unname(covariance[i, seq_len(i)])))
  }
  expect["benchmark"] <- list(benchmark)
  codes <- c(if (m$s == 0) "no_area_variance", if (variances == "smoothed") "smoothed_variances",
             if (!is.null(method)) paste0("benchmarked_by_", method))
  expect$notes <- lapply(codes, function(code) list(code = code))
  list(id = id, call = "Estimates.small_areas", data = "neighbours",
       design = if (weighted) list(weights = "weight") else setNames(list(), character()), args = args, expect = expect,
       tolerance = list(relative = 1e-8, absolute = 1e-12))
}

fault_case <- function(id, args, kind, path, data = "neighbours") {
  base <- list(of = "mean", variable = "trust", by = list("area"), covariates = "neighbourhoods", on = list("tenants"))
  list(id = id, call = "Estimates.small_areas", data = data, design = setNames(list(), character()),
       args = {
         base[names(args)] <- args
         base
       }, error = list(kind = kind, path = path))
}

two <- c("tenants", "jobless")
cases <- list(
  asked_case("mean", "trust", two),
  asked_case("mean-one-covariate", "trust", "tenants", weighted = FALSE, level = 0.9),
  asked_case("mean-smoothed", "trust", two, variances = "smoothed"),
  asked_case("mean-to-the-whole-by-ratio", "trust", two, method = "ratio", name_method = FALSE),
  asked_case("mean-to-the-whole-by-difference", "trust", "tenants", method = "difference"),
  asked_case("share", "safe", "tenants", values = "yes"),
  asked_case("share-smoothed", "safe", "tenants", values = "yes", variances = "smoothed"),
  asked_case("share-to-the-whole-by-ratio", "safe", two, values = "yes", method = "ratio"),
  asked_case("share-smoothed-to-the-whole", "safe", "jobless", values = "yes", variances = "smoothed", method = "difference"),
  asked_case("no-variance-between-areas", "luck", "tenants", weighted = FALSE),
  fault_case("too-few-areas", list(where = list(area = as.list(sprintf("area %02d", c(1:3, 5:8))))), "not_possible", "areas"),
  fault_case("constant-covariate", list(on = list("tenants", "same")), "not_possible", "column[same]"),
  fault_case("collinear-covariate", list(on = list("tenants", "jobless", "either")), "not_possible", "column[either]"),
  fault_case("covariate-with-a-gap", list(on = list("gap")), "missing_field", "column[gap].row[7]"),
  fault_case("no-such-covariate", list(on = list("income")), "missing_column", "column[income]"),
  fault_case("no-covariate", list(on = list()), "missing_field", "on"),
  fault_case("covariate-of-texts", list(on = list("area")), "not_numeric", "column[area]"),
  fault_case("no-such-area", list(covariates = "few"), "dangling_id", "column[area]"),
  fault_case("area-twice", list(covariates = "twice"), "duplicate_id", "column[area].row[2]"),
  fault_case("size-of-nought", list(covariates = "empty", size = "residents"), "out_of_range", "column[residents].row[2]"),
  fault_case("benchmark-without-sizes", list(benchmark = TRUE), "missing_field", "size"),
  fault_case("benchmark-of-another-question", list(benchmark = TRUE, benchmark_variable = "luck", size = "residents"),
             "inconsistent", "benchmark"),
  fault_case("no-such-method", list(benchmark = TRUE, size = "residents", benchmark_method = "raking"), "unknown_value",
             "benchmark_method"),
  fault_case("no-such-variances", list(variances = "log"), "unknown_value", "variances"),
  fault_case("a-total", list(of = "total", variable = "luck"), "not_possible", "statistic"),
  fault_case("no-groups", list(by = list()), "out_of_range", "by"),
  fault_case("level-of-nought", list(level = 0), "out_of_range", "level"))
ids <- vapply(cases, function(case) case$id, "")
stopifnot(!anyDuplicated(ids))
document <- list(format = 1, module = "survey",
                 about = "Small areas by the model of Fay and Herriot: restricted maximum likelihood, benchmarks, faults",
                 source = paste0(versions, "; generate/small_area.R"),
                 data = list(neighbours = list(csv = "data/neighbours.csv"),
                             neighbourhoods = list(csv = "data/neighbourhoods.csv"),
                             few = list(columns = list(area = list("area 01", "area 02"), tenants = list(1, 2))),
                             twice = list(columns = list(area = list("area 01", "area 01"), tenants = list(1, 2))),
                             empty = list(columns = list(area = list("area 01", "area 02"), tenants = list(1, 2),
                                                         residents = list(10, 0)))),
                 cases = cases)
text <- toJSON(document, auto_unbox = TRUE, digits = NA, pretty = 1, null = "null", na = "null")
writeLines(text, file.path(root, "survey", "small_areas.json"), useBytes = TRUE)
for (case in cases[1:10]) {
  e <- case$expect
  cat(sprintf("%-34s s %.6f  areas %d  terms %d  gamma %.2f to %.2f\n", case$id, e$sigma_u2, e$n_areas, length(e$terms),
              min(sapply(e$areas, `[[`, "gamma")), max(sapply(e$areas, `[[`, "gamma"))))
}
