# Makes the vectors survey/interval.json, stages.json, single_unit.json, ratio.json, variance.json, correlation.json
# and quantile.json with R's package survey.
#
#   Rscript cohesion-core/tests/vectors/generate/estimates.R
#
# The script stops when two ways to the same number disagree.

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
TOLERANCE <- list(relative = 1e-10, absolute = 1e-13)

# ---- files -----------------------------------------------------------------------------------------------------------

write_vectors <- function(name, about, data, cases) {
  ids <- vapply(cases, function(case) case$id, "")
  stopifnot(!anyDuplicated(ids))
  document <- list(format = 1, module = "survey", about = about, source = paste0(versions, "; generate/estimates.R"),
                   data = data, cases = cases)
  text <- toJSON(document, auto_unbox = TRUE, digits = I(15), null = "null", na = "null", pretty = 1)
  # Lists and objects without another list or object inside stand on one line.
  flat <- gregexpr("[\\[{][^][{}]*[]}]", text, perl = TRUE)
  regmatches(text, flat) <- lapply(regmatches(text, flat), function(found) gsub("\n *", " ", found))
  writeLines(text, file.path(root, "survey", paste0(name, ".json")), useBytes = TRUE)
  cat(sprintf("%-14s %3d cases\n", name, length(cases)))
}

columns <- function(data) list(columns = lapply(as.list(data), function(x) unname(as.list(x))))
csv <- function(name) list(csv = paste0("data/", name, ".csv"))
read_data <- function(name) {
  read.csv(file.path(root, "data", paste0(name, ".csv")), na.strings = "", encoding = "UTF-8", check.names = FALSE)
}

design_of <- function(data, d) {
  as_formula <- function(x) if (is.null(x)) NULL else reformulate(paste0("`", unlist(x), "`"))
  weights <- d$weights
  if (is.null(weights) && is.null(d$fpc)) {
    data$.one <- 1
    weights <- ".one"
  }
  svydesign(ids = if (is.null(d$clusters)) ~1 else as_formula(d$clusters), strata = as_formula(d$strata),
            weights = as_formula(weights), fpc = as_formula(d$fpc), nest = isTRUE(d$nested), data = data)
}

# The groups of a call: NULL labels for all rows.
domains <- function(data, by, where = NULL) {
  inside <- rep(TRUE, nrow(data))
  for (name in names(where)) inside <- inside & as.character(data[[name]]) %in% as.character(where[[name]])
  if (is.null(by)) return(list(list(labels = list(), rows = inside)))
  levels <- sort(unique(as.character(data[[by]][inside])), method = "radix")
  lapply(levels, function(level) list(labels = list(level), rows = inside & as.character(data[[by]]) %in% level))
}

# `figure` gives the estimate of one domain; `args` is what the call is given.
case <- function(id, call, data_name, d, args, figure, tolerance = TOLERANCE) {
  design <- design_of(tables[[data_name]], d)
  rows <- lapply(domains(tables[[data_name]], args$by, args$where), function(domain) {
    list(labels = domain$labels, estimate = figure(design, domain$rows))
  })
  if (!is.null(args$by)) args$by <- list(args$by)
  list(id = id, call = call, data = data_name, design = if (length(d)) d else setNames(list(), character()), args = args,
       expect = list(rows = rows), tolerance = tolerance)
}

refused <- function(id, call, data_name, d, args, kind) {
  list(id = id, call = call, data = data_name, design = if (length(d)) d else setNames(list(), character()), args = args,
       error = list(kind = kind))
}

interval <- function(ends, method) list(low = ends[1], high = ends[2], level = LEVEL, method = method)

t_interval <- function(value, se, df) interval(value + c(-1, 1) * qt(0.5 + LEVEL / 2, df) * se, "t")

# ---- data ------------------------------------------------------------------------------------------------------------

# 4 of 9 streets in two strata, 2 to 4 of 5 to 9 houses in each, every grown-up in a house.
make_stages <- function() {
  set.seed(20260207, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
  pieces <- list()
  for (side in c("north", "south")) {
    for (street in 1:4) {
      houses <- sample(2:4, 1)
      all_houses <- sample(5:9, 1)
      effect <- rnorm(1, 0, 6)
      for (house in seq_len(houses)) {
        people <- sample(1:3, 1)
        pieces[[length(pieces) + 1]] <- data.frame(
          side = side, street = paste0(side, street), house = house, streets = if (side == "north") 9 else 14,
          houses = all_houses, age = round(40 + effect + rnorm(people, 0, 9), 1),
          trust = sample(c(1:5, NA), people, TRUE), rooms = sample(2:6, people, TRUE))
      }
    }
  }
  out <- do.call(rbind, pieces)
  out$weight <- out$streets / 4 * out$houses / ave(out$house, out$street, FUN = max)
  out$group <- sample(c("a", "b"), nrow(out), TRUE)
  out
}

tables <- list(city = read_data("city"), nhanes = read_data("nhanes"), stages = make_stages())
# One of the strata has one street, or one row.
tables$single <- subset(tables$stages, side == "north" | street == "south2")
tables$single_row <- rbind(subset(tables$stages, side == "north"), subset(tables$stages, side == "south")[1, ])

rows_design <- list(weights = "weight", strata = "kind", fpc = list("all_rows"))
streets <- list(weights = "weight", strata = "kind", clusters = list("street_id"), fpc = list("all_streets"))
nhanes <- list(weights = "WTMEC2YR", strata = "SDMVSTRA", clusters = list("SDMVPSU"), nested = TRUE)

# ---- intervals of shares ---------------------------------------------------------------------------------------------

# Halves the way between where a condition holds and where it does not, to the last digit.
halved <- function(inside, outside, holds) {
  repeat {
    middle <- (inside + outside) / 2
    if (middle == inside || middle == outside) return(inside)
    if (holds(middle)) inside <- middle else outside <- middle
  }
}

# R's methods; for "likelihood" the closed form of what R interpolates on a profile (within 1e-4 of the half-width), and
# closed forms for the two methods that R 4.1 does not have.
share_ends <- function(part, method, p, v, n, df) {
  t <- qt(0.5 + LEVEL / 2, df)
  of_r <- function(name) as.vector(attr(svyciprop(~.y, part, method = name, df = df, level = LEVEL), "ci"))
  if (method == "logit") return(of_r("xlogit"))
  if (method == "arcsine") return(of_r("asin"))
  if (method == "beta") return(of_r("beta"))
  if (method == "t") return(of_r("mean"))
  if (method == "korn_graubard") {
    size <- min(n, p * (1 - p) / v) * (qt(0.5 + LEVEL / 2, n - 1) / t)^2
    a <- (1 - LEVEL) / 2
    return(c(qbeta(a, size * p, size * (1 - p) + 1), qbeta(1 - a, size * p + 1, size * (1 - p))))
  }
  m <- p * (1 - p) / v
  if (method == "wilson") {
    # The roots of (p - x)^2 m = t^2 x (1 - x).
    a <- m + t^2
    b <- 2 * m * p + t^2
    return((b + c(-1, 1) * sqrt(b^2 - 4 * a * m * p^2)) / (2 * a))
  }
  near <- function(x) 2 * (p * log(p / x) + (1 - p) * log((1 - p) / (1 - x))) <= t^2 / m * n / (n - 1)
  ends <- c(halved(p, 0, near), halved(p, 1, near))
  stopifnot(max(abs(of_r("likelihood") - ends)) < 2e-4 * diff(ends))
  ends
}

share_figure <- function(variable, values, method) function(design, rows) {
  y <- design$variables[[variable]]
  design$variables$.y <- as.numeric(as.character(y) %in% as.character(values))
  part <- design[rows & !is.na(y), ]
  m <- svymean(~.y, part)
  p <- as.vector(coef(m))
  v <- as.vector(vcov(m))
  n <- sum(rows & !is.na(y))
  df <- degf(part)
  list(value = p, se = sqrt(v), df = df, n = n, interval = interval(share_ends(part, method, p, v, n, df), method))
}

share_case <- function(id, method, data_name, d, variable, values, ...) {
  args <- list(variable = variable, values = as.list(as.character(values)), interval = method, ...)
  case(paste0(id, "-", method), "Survey.share", data_name, d, args, share_figure(variable, values, method))
}

methods <- c("logit", "wilson", "korn_graubard", "beta", "likelihood", "arcsine", "t")
by_method <- function(method) list(
  share_case("overall-no-design", method, "city", list(), "q2", 4:5),
  share_case("overall-rows", method, "city", rows_design, "q2", 4:5),
  share_case("overall-streets", method, "city", streets, "q2", 4:5),
  share_case("small-share", method, "city", streets, "q4", 5),
  share_case("by-kind", method, "city", streets, "q3", 4:5, by = "kind"),
  share_case("of-a-wave", method, "city", streets, "q1", 4:5, where = list(wave = 1)),
  share_case("nhanes-by-race", method, "nhanes", nhanes, "HI_CHOL", 1, by = "race"),
  share_case("stages", method, "stages", two_stages, "rooms", 4:6))

two_stages <- list(weights = "weight", strata = "side", clusters = list("street", "house"),
                   fpc = list("streets", "houses"))

# Without variance every method gives way to Korn and Graubard with n answers.
exact <- function(p, n, df) {
  a <- (1 - LEVEL) / 2
  size <- n * (qt(a, n - 1) / qt(a, df))^2
  interval(c(if (p == 0) 0 else qbeta(a, size * p, size * (1 - p) + 1),
             if (p == 1) 1 else qbeta(1 - a, size * p + 1, size * (1 - p))), "korn_graubard")
}
no_variance <- function(method, district) {
  args <- list(variable = "member", values = list("1"), where = list(district = district), interval = method)
  case(paste0("no-variance-", district, "-", method), "Survey.share", "city", streets, args, function(design, rows) {
    part <- design[rows, ]
    p <- unique(part$variables$member)
    list(value = p, se = 0, interval = exact(p, sum(rows), degf(part)), notes = list(list(code = "no_variance")))
  })
}

write_vectors("interval", paste(
  "Intervals of shares by name (R: svyciprop with xlogit, beta, likelihood, asin, mean). Korn and Graubard and Wilson",
  "are closed forms; so is likelihood, which R interpolates"),
  list(city = csv("city"), nhanes = csv("nhanes"), stages = columns(tables$stages)),
  c(unlist(lapply(methods, by_method), recursive = FALSE), lapply(methods, no_variance, "North"), lapply(methods, no_variance, "South"), list(
    refused("unknown-method", "Survey.share", "city", list(),
            list(variable = "q1", values = list("5"), interval = "exactly"), "unknown_value"))))

# ---- stages of sampling ----------------------------------------------------------------------------------------------

mean_figure <- function(variable, of = svymean, shape = TRUE) function(design, rows) {
  design$variables$.y <- as.numeric(design$variables[[variable]])
  part <- design[rows & !is.na(design$variables$.y), ]
  m <- of(~.y, part)
  value <- as.vector(coef(m))
  se <- as.vector(SE(m))
  df <- degf(part)
  list(value = value, se = se, df = df, interval = t_interval(value, se, df))
}

mean_case <- function(id, data_name, d, variable, ...) {
  case(paste0("mean-", id), "Survey.mean", data_name, d, list(variable = variable, ...), mean_figure(variable))
}
total_case <- function(id, data_name, d, variable, ...) {
  case(paste0("total-", id), "Survey.total", data_name, d, list(variable = variable, missing = "answered", ...),
       mean_figure(variable, svytotal))
}

no_fpc <- within(two_stages, rm(fpc))
no_weights <- within(two_stages, rm(weights))
no_strata <- list(weights = "weight", clusters = list("street", "house"))
stage_designs <- list("two-fpc" = two_stages, "no-fpc" = no_fpc, "fpc-as-weights" = no_weights,
                      "no-strata" = no_strata)
per_design <- function(name) {
  d <- stage_designs[[name]]
  list(mean_case(name, "stages", d, "age"), mean_case(paste0(name, "-missing"), "stages", d, "trust"),
       mean_case(paste0(name, "-by-side"), "stages", d, "age", by = "side"),
       mean_case(paste0(name, "-of-a-group"), "stages", d, "age", where = list(group = "a")),
       total_case(name, "stages", d, "rooms"), total_case(paste0(name, "-by-group"), "stages", d, "age", by = "group"))
}

write_vectors("stages", "Two stages of clusters with a finite population correction at each (R: svydesign(id = ~a + b, fpc = ~f1 + f2))",
  list(stages = columns(tables$stages)), unlist(lapply(names(stage_designs), per_design), recursive = FALSE))

# ---- strata with one unit --------------------------------------------------------------------------------------------

single_cases <- function(rule) {
  options(survey.lonely.psu = if (rule == "refuse") "fail" else rule)
  on.exit(options(survey.lonely.psu = "fail"))
  clusters <- list(weights = "weight", strata = "side", clusters = list("street"), single_unit = rule)
  rows <- list(weights = "weight", strata = "side", single_unit = rule)
  with_fpc <- c(clusters, list(fpc = list("streets")))
  list(mean_case(paste0("clusters-", rule), "single", clusters, "age"),
       mean_case(paste0("fpc-", rule), "single", with_fpc, "age"),
       mean_case(paste0("missing-", rule), "single", clusters, "trust"),
       mean_case(paste0("rows-", rule), "single_row", rows, "age"),
       total_case(paste0("clusters-", rule), "single", clusters, "rooms"),
       total_case(paste0("rows-", rule), "single_row", rows, "rooms"))
}
refuse <- list(strata = "side", clusters = list("street"))
write_vectors("single_unit", "A stratum with one cluster or row, by rule (R: options(survey.lonely.psu))",
  list(single = columns(tables$single), single_row = columns(tables$single_row)),
  c(unlist(lapply(c("remove", "certainty", "adjust", "average"), single_cases), recursive = FALSE), list(
    refused("refused-by-default", "Survey.mean", "single", refuse, list(variable = "age"), "single_cluster"),
    refused("refused-by-name", "Survey.mean", "single", c(refuse, single_unit = "refuse"), list(variable = "age"),
            "single_cluster"),
    refused("unknown-rule", "Survey.mean", "single", c(refuse, single_unit = "ignore"), list(variable = "age"),
            "unknown_value"))))

# ---- ratio, variance, correlation ------------------------------------------------------------------------------------

# R's deff = TRUE where the weights sum to more than n by more than one in a hundred, else deff = "replace".
deff_kind <- function(part) if (sum(weights(part)) > 1.01 * nrow(part$variables)) TRUE else "replace"

counts <- function(rows, answered) list(n = sum(answered), n_missing = sum(rows) - sum(answered))

ratio_figure <- function(numerator, denominator) function(design, rows) {
  answered <- rows & !is.na(design$variables[[numerator]]) & !is.na(design$variables[[denominator]])
  part <- design[answered, ]
  r <- svyratio(reformulate(numerator), reformulate(denominator), part, deff = deff_kind(part))
  value <- as.vector(coef(r))
  df <- degf(part)
  c(list(value = value, se = as.vector(SE(r)), df = df, deff = as.vector(deff(r)),
         interval = t_interval(value, as.vector(SE(r)), df)), counts(rows, answered))
}
ratio_case <- function(id, data_name, d, numerator, denominator, ...) {
  case(id, "Survey.ratio", data_name, d, list(numerator = numerator, denominator = denominator, ...),
       ratio_figure(numerator, denominator))
}

variance_figure <- function(variable) function(design, rows) {
  answered <- rows & !is.na(design$variables[[variable]])
  part <- design[answered, ]
  v <- svyvar(reformulate(variable), part)
  value <- as.vector(coef(v))
  se <- as.vector(SE(v))
  df <- degf(part)
  c(list(value = value, se = se, df = df, interval = t_interval(value, se, df)), counts(rows, answered))
}
variance_case <- function(id, data_name, d, variable, ...) {
  case(id, "Survey.variance", data_name, d, list(variable = variable, ...), variance_figure(variable))
}

# svycontrast on the matrix of svyvar, whose names R states only by place; the linearised values give the same.
correlation_figure <- function(x, y) function(design, rows) {
  answered <- rows & !is.na(design$variables[[x]]) & !is.na(design$variables[[y]])
  part <- design[answered, ]
  v <- svyvar(reformulate(c(x, y)), part)
  flat <- structure(as.vector(v)[c(1, 2, 4)], var = attr(v, "var")[c(1, 2, 4), c(1, 2, 4)], class = "svystat")
  names(flat) <- c("xx", "xy", "yy")
  dimnames(attr(flat, "var")) <- list(names(flat), names(flat))
  r <- svycontrast(flat, quote(xy / sqrt(xx * yy)))
  value <- as.vector(coef(r))
  se <- as.vector(SE(r))
  df <- degf(part)
  a <- part$variables[[x]]
  b <- part$variables[[y]]
  w <- weights(part)
  standard <- function(x) (x - weighted.mean(x, w)) / sqrt(weighted.mean((x - weighted.mean(x, w))^2, w))
  part$variables$.u <- standard(a) * standard(b) - value * (standard(a)^2 + standard(b)^2) / 2
  stopifnot(abs(as.vector(SE(svymean(~.u, part))) / se - 1) < 1e-9)
  ends <- tanh(atanh(value) + c(-1, 1) * qt(0.5 + LEVEL / 2, df) * se / (1 - value^2))
  c(list(value = value, se = se, df = df, interval = interval(ends, "fisher_z")), counts(rows, answered))
}
correlation_case <- function(id, data_name, d, x, y, ...) {
  case(id, "Survey.correlation", data_name, d, list(x = x, y = y, ...), correlation_figure(x, y))
}

tables$odd <- data.frame(g = c("a", "a", "a", "b", "b", "b", "c", "d", "d"), x = c(1, 2, 4, 3, 3, 3, 2, NA, NA),
                         y = c(2, 4, 8, 1, 5, 6, 1, 3, 4), zero = c(1, -1, 0, 1, 2, 3, 4, 5, 6),
                         w = c(1, 1, 2, 1, 2, 1, 1, 1, 1))
not_estimable <- function(code) list(value = NULL, se = NULL, df = NULL, interval = NULL, reason = list(code = code))
stated <- function(id, call, args, estimate) {
  list(id = id, call = call, data = "odd", design = list(weights = "w"), args = args,
       expect = list(rows = list(list(labels = list(), estimate = estimate))), tolerance = TOLERANCE)
}
where_g <- function(level) list(g = level)

plain <- list("no-design" = list(), "weights" = list(weights = "weight"), "rows" = rows_design, "streets" = streets,
              "fpc-as-weights" = list(strata = "kind", clusters = list("street_id"), fpc = list("all_streets")))
over_designs <- function(of, ...) lapply(names(plain), function(name) of(paste0("overall-", name), "city", plain[[name]], ...))

all_data <- list(city = csv("city"), stages = columns(tables$stages), odd = columns(tables$odd))
ratio_cases <- c(over_designs(ratio_case, "hours", "q2"), list(
  ratio_case("by-kind", "city", streets, "hours", "q1", by = "kind"),
  ratio_case("by-kind-missing", "city", streets, "q3", "q2", by = "kind"),
  ratio_case("of-a-wave", "city", streets, "hours", "q1", where = list(wave = 1)),
  ratio_case("two-stages", "stages", two_stages, "age", "rooms"),
  ratio_case("two-stages-missing-by-side", "stages", two_stages, "age", "trust", by = "side"),
  stated("zero-denominator", "Survey.ratio", list(numerator = "y", denominator = "zero", where = where_g("a")),
         not_estimable("zero_denominator")),
  stated("constant-ratio", "Survey.ratio", list(numerator = "y", denominator = "x", where = where_g("a")),
         list(value = 2, se = 0, deff = NULL, interval = list(low = 2, high = 2))),
  stated("one-row", "Survey.ratio", list(numerator = "y", denominator = "x", where = where_g("c")),
         list(value = 0.5, se = NULL, interval = NULL, reason = list(code = "one_unit"))),
  stated("nobody-answered-both", "Survey.ratio", list(numerator = "y", denominator = "x", where = where_g("d")),
         not_estimable("no_answers")),
  refused("no-such-column", "Survey.ratio", "city", list(), list(numerator = "hour", denominator = "q1"),
          "missing_column"),
  refused("a-text-column", "Survey.ratio", "city", list(), list(numerator = "kind", denominator = "q1"),
          "not_numeric"),
  refused("level", "Survey.ratio", "city", list(), list(numerator = "hours", denominator = "q1", level = 1),
          "out_of_range")))

variance_cases <- c(over_designs(variance_case, "q2"), list(
  variance_case("by-kind", "city", streets, "hours", by = "kind"),
  variance_case("of-a-wave", "city", streets, "q1", where = list(wave = 1)),
  variance_case("two-stages", "stages", two_stages, "age"),
  variance_case("two-stages-by-side", "stages", two_stages, "trust", by = "side"),
  stated("constant", "Survey.variance", list(variable = "x", where = where_g("b")), list(value = 0, se = 0)),
  stated("one-row", "Survey.variance", list(variable = "x", where = where_g("c")), not_estimable("one_unit")),
  stated("nobody-answered", "Survey.variance", list(variable = "x", where = where_g("d")), not_estimable("no_answers")),
  refused("no-such-column", "Survey.variance", "city", list(), list(variable = "hour"), "missing_column")))

correlation_cases <- c(over_designs(correlation_case, "q1", "q2"), list(
  correlation_case("by-kind", "city", streets, "q2", "q3", by = "kind"),
  correlation_case("negative", "city", streets, "q1", "q4"),
  correlation_case("of-a-wave", "city", streets, "hours", "q5", where = list(wave = 1)),
  correlation_case("two-stages", "stages", two_stages, "age", "rooms"),
  stated("with-itself", "Survey.correlation", list(x = "x", y = "y", where = where_g("a")),
         list(value = 1, se = 0, interval = NULL)),
  stated("constant", "Survey.correlation", list(x = "x", y = "y", where = where_g("b")),
         not_estimable("constant_values")),
  stated("nobody-answered-both", "Survey.correlation", list(x = "x", y = "y", where = where_g("d")),
         not_estimable("no_answers")),
  refused("no-such-column", "Survey.correlation", "city", list(), list(x = "q1", y = "q11"), "missing_column")))

write_vectors("ratio", "Ratios of two totals (R: svyratio)", all_data, ratio_cases)
write_vectors("variance", "Variances of a column (R: svyvar)", all_data, variance_cases)
write_vectors("correlation", "Correlations (R: svycontrast on svyvar); intervals on Fisher's scale are a closed form",
              all_data, correlation_cases)

# The same figures, asked of summaries of contiguous parts merged in another order.
merged <- function(case, parts, order) {
  of <- sub("Survey.", "", case$call, fixed = TRUE)
  case$id <- paste(of, case$id, sep = "-")
  case$args <- c(list(parts = parts, order = as.list(order), of = of), case$args)
  case$call <- "Summary.merge"
  case
}
write_vectors("merge_moments", "Ratios, variances and correlations of merged summaries are those of the rows together", all_data,
  lapply(c(ratio_cases, variance_cases, correlation_cases), function(case) {
    if (case$data == "city") merged(case, 5, c(3, 0, 4, 2, 1)) else merged(case, 2, c(1, 0))
  }))

# ---- quantiles -------------------------------------------------------------------------------------------------------

# R leaves the weights of its rule shahvaish unscaled; scaled to a mean of 1 they give Shah and Vaish's own points.
quantile_rows <- function(design, rows, variable, probabilities, rule, labels) {
  y <- design$variables[[variable]]
  answered <- rows & !is.na(y)
  part <- design[answered, ]
  df <- degf(part)
  values <- sort(part$variables[[variable]])
  scaled <- part
  if (rule == "shahvaish") {
    # Errors do not change with the scale, but for the fpc, which the figure does not read.
    w <- weights(part) * sum(answered) / sum(weights(part))
    scaled <- svydesign(id = ~1, weights = w, data = part$variables)
  }
  at <- function(p) as.vector(coef(svyquantile(reformulate(variable), scaled, p, qrule = rule, ci = FALSE)))
  lapply(sort(probabilities), function(p) {
    value <- at(p)
    # Between two equal answers R's interpolation may miss them by rounding, and then leaves them out of the share below.
    nearest <- values[which.min(abs(values - value))]
    missed <- nearest != value && abs(nearest - value) < 1e-9
    if (missed) value <- nearest
    part$variables$.below <- as.numeric(part$variables[[variable]] <= value)
    m <- svymean(~.below, part)
    t <- qt(0.5 + LEVEL / 2, df)
    ends <- as.vector(coef(m)) + c(-1, 1) * t * as.vector(SE(m))
    ends <- c(if (ends[1] <= 0) values[1] else at(ends[1]), if (ends[2] >= 1) values[length(values)] else at(ends[2]))
    se <- diff(ends) / (2 * t)
    if (rule != "shahvaish" && !missed) {
      whole <- svyquantile(reformulate(variable), part, p, qrule = rule, interval.type = "mean", df = df)
      stopifnot(abs(as.vector(SE(whole)) - se) < 1e-9 * (1 + se))
    }
    list(labels = c(labels, list(as.character(p))),
         estimate = c(list(value = value, se = se, df = df, interval = interval(ends, "woodruff")),
                      counts(rows, answered)))
  })
}

quantile_case <- function(id, data_name, d, variable, probabilities, rule, by = NULL, ...) {
  where <- list(...)$where
  design <- design_of(tables[[data_name]], d)
  rows <- unlist(lapply(domains(tables[[data_name]], by, where), function(domain) {
    quantile_rows(design, domain$rows, variable, probabilities, rule, domain$labels)
  }), recursive = FALSE)
  args <- list(variable = variable, probabilities = as.list(probabilities), rule = rule, ...)
  if (!is.null(by)) args$by <- list(by)
  list(id = id, call = "Survey.quantile", data = data_name, design = if (length(d)) d else setNames(list(), character()),
       args = args, expect = list(statistic = "quantile", keys = c(as.list(by), "probability"), rows = rows),
       tolerance = TOLERANCE)
}

quarters <- c(0.25, 0.5, 0.75)
rules <- c("math", "school", "shahvaish", paste0("hf", 1:9))
by_rule <- function(rule) list(
  quantile_case(paste0("hours-no-design-", rule), "city", list(), "hours", quarters, rule),
  quantile_case(paste0("hours-streets-", rule), "city", streets, "hours", c(0.1, 0.5, 0.9), rule),
  quantile_case(paste0("answers-", rule), "city", streets, "q2", quarters, rule),
  quantile_case(paste0("two-stages-", rule), "stages", two_stages, "age", quarters, rule),
  quantile_case(paste0("by-kind-", rule), "city", streets, "hours", c(0.3, 0.5), rule, by = "kind"))

# 8 answers of weight 1: p = 0.25, 0.5 and 0.75 are reached exactly after 2, 4 and 6 of them, and 0.1 and 0.9 are not.
tables$eight <- data.frame(x = c(30, 10, 20, 60, 80, 40, 70, 50), w = 1)
known <- list(math = c(20, 40, 60), school = c(25, 45, 65), hf1 = c(20, 40, 60), hf2 = c(25, 45, 65), hf3 = c(20, 40, 60),
              hf4 = c(20, 40, 60), hf5 = c(25, 45, 65), hf6 = c(22.5, 45, 67.5), hf7 = c(27.5, 45, 62.5),
              hf8 = c(290 / 12, 45, 790 / 12), hf9 = c(24.375, 45, 65.625))
types <- c(hf1 = 1, hf2 = 2, hf3 = 3, hf4 = 4, hf5 = 5, hf6 = 6, hf7 = 7, hf8 = 8, hf9 = 9)
eight_case <- function(rule) {
  if (rule %in% names(types)) {
    # On equal weights they are the types of stats::quantile.
    stopifnot(max(abs(known[[rule]] - quantile(tables$eight$x, quarters, type = types[[rule]]))) < 1e-12)
  }
  rows <- Map(function(p, value) list(labels = list(as.character(p)), estimate = list(value = value)), quarters,
              known[[rule]])
  list(id = paste0("eight-", rule), call = "Survey.quantile", data = "eight", design = setNames(list(), character()),
       args = list(variable = "x", probabilities = as.list(quarters), rule = rule),
       expect = list(rows = unname(rows)), tolerance = TOLERANCE)
}

# 20 weights of 0.1 of 200: cumulated they miss 0.1 of their sum by rounding.
tables$rounded <- data.frame(x = 1:20, w = 0.1)
ask <- function(...) list(variable = "hours", probabilities = list(...))
beyond <- list(value = 80, se = NULL, interval = NULL, reason = list(code = "nothing_beyond"))
quantile_stated <- function(id, data_name, d, args, rows, ...) {
  list(id = id, call = "Survey.quantile", data = data_name, design = d, args = args, expect = list(rows = rows),
       tolerance = TOLERANCE, ...)
}
write_vectors("quantile", paste(
  "Weighted quantiles by rule (R: svyquantile with qrule and interval.type = mean); shahvaish on weights scaled to a",
  "mean of 1; eight equal answers by stats::quantile"),
  list(city = csv("city"), stages = columns(tables$stages), eight = columns(tables$eight),
       rounded = columns(tables$rounded), odd = columns(tables$odd)),
  c(unlist(lapply(rules, by_rule), recursive = FALSE), lapply(names(known), eight_case), list(
    quantile_case("of-a-wave", "city", streets, "hours", 0.5, "math", where = list(wave = 1)),
    quantile_case("default-rule", "city", rows_design, "q3", 0.5, "math"),
    quantile_stated("ties-by-tolerance", "rounded", list(weights = "w"),
      list(variable = "x", probabilities = list(0.1, 0.3, 0.6, 0.9), rule = "school"),
      lapply(c(0.1, 0.3, 0.6, 0.9), function(p) {
        list(labels = list(as.character(p)), estimate = list(value = 20 * p + 0.5))
      })),
    quantile_stated("below-the-first-answer", "eight", setNames(list(), character()),
      list(variable = "x", probabilities = list(0.1), rule = "math"),
      list(list(labels = list("0.1"), estimate = list(value = 10))),
      difference = "R 4.1 gives 20, the second answer, where p lies below the first cumulated weight; F(10) = 0.125 is at least 0.1"),
    quantile_stated("highest", "eight", setNames(list(), character()),
      list(variable = "x", probabilities = list(1), rule = "math"), list(list(labels = list("1"), estimate = beyond))),
    quantile_stated("one-row", "odd", list(weights = "w"),
      list(variable = "x", probabilities = list(0.5), rule = "hf7", where = list(g = "c")),
      list(list(labels = list("0.5"), estimate = list(value = 2, se = NULL, interval = NULL,
                                                      reason = list(code = "one_unit"))))),
    quantile_stated("nobody-answered", "odd", list(weights = "w"),
      list(variable = "x", probabilities = list(0.5), where = list(g = "d")),
      list(list(labels = list("0.5"), estimate = not_estimable("no_answers")))),
    refused("no-probability", "Survey.quantile", "city", list(), list(variable = "hours", probabilities = list()),
            "out_of_range"),
    refused("above-1", "Survey.quantile", "city", list(), ask(0.5, 1.5), "out_of_range"),
    refused("twice", "Survey.quantile", "city", list(), ask(0.5, 0.5), "out_of_range"),
    refused("unknown-rule", "Survey.quantile", "city", list(), c(ask(0.5), rule = "median"), "unknown_value"),
    refused("no-such-column", "Survey.quantile", "city", list(),
            list(variable = "hour", probabilities = list(0.5)), "missing_column"))))
