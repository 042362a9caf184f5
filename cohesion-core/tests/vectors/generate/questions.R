# Makes the vectors survey/{one_sample,contrast,collapse,choices,top_boxes,bad_input}.json with R's package survey (JSON by jsonlite).
#
#   Rscript cohesion-core/tests/vectors/generate/questions.R
#
# Strata are collapsed here by hand: the column of strata is replaced by one in which neighbours share a label.

suppressPackageStartupMessages({
  library(survey)
  library(jsonlite)
})
options(survey.lonely.psu = "fail", warn = 1, digits = 17)
invisible(Sys.setlocale("LC_COLLATE", "C"))

here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))))
root <- dirname(here)
versions <- sprintf("R %s.%s, survey %s", R.version$major, R.version$minor, packageDescription("survey")$Version)
read <- function(name) read.csv(file.path(root, "data", paste0(name, ".csv")), na.strings = "", check.names = FALSE)
tables <- list(city = read("city"), schools = read("schools"), somerville = read("somerville"))

# ---- Inline data -----------------------------------------------------------------------------------------------------

make_wards <- function() {
  set.seed(20261122)
  clusters <- data.frame(ward = c("a", "a", "b", "c", "d", "d", "d", "e", "e", "f"), street = sprintf("s%02d", 1:10))
  rows <- clusters[rep(1:10, c(3, 2, 4, 3, 2, 3, 2, 3, 4, 3)), ]
  n <- nrow(rows)
  rows$weight <- round(runif(n, 2, 9), 2)
  rows$streets <- c(a = 9, b = 6, c = 5, d = 12, e = 8, f = 4)[rows$ward]
  rows$sex <- sample(c("f", "m"), n, TRUE)
  rows$age <- round(rnorm(n, 45, 14))
  rows$trust <- ifelse(runif(n) < 0.1, NA, sample(1:10, n, TRUE))
  rows
}
tables$wards <- make_wards()
tables$wards_rows <- subset(tables$wards, !(ward %in% c("b", "f")) | !duplicated(ward))
joined <- c(a = "a", b = "b", c = "b", d = "d", e = "e", f = "e")
for (name in c("wards", "wards_rows")) tables[[name]]$group <- unname(joined[tables[[name]]$ward])
tables$wards_alone <- subset(tables$wards, ward == "b")
tables$wards$group_streets <- unname(c(a = 9, b = 11, c = 11, d = 12, e = 12, f = 12)[tables$wards$ward])

make_ways <- function() {
  set.seed(20261123)
  n <- 60
  ward <- rep(c("east", "north", "south"), each = 20)
  street <- paste0(ward, rep(rep(1:5, each = 4), 3))
  bus <- runif(n) < 0.5; bike <- runif(n) < 0.3; walk <- runif(n) < 0.15
  answered <- runif(n) < 0.9
  tick <- function(x) ifelse(answered & x, "x", NA)
  none <- answered & !(bus | bike | walk)
  ways <- mapply(function(a, b, c, d) {
    given <- c("bus", "bike", "walk", "none")[c(a, b, c, d)]
    paste(sample(given), collapse = sample(c(";", "; "), 1))
  }, bus, bike, walk, none)
  data.frame(ward = ward, street = street, weight = round(runif(n, 1, 4), 2), bus = tick(bus), bike = tick(bike),
             walk = tick(walk), none = tick(none), ways = ifelse(answered, ways, NA))
}
tables$ways <- make_ways()

columns <- function(d) lapply(as.list(d), function(column) as.list(unname(column)))

# ---- Designs ---------------------------------------------------------------------------------------------------------

simple <- function(d) suppressWarnings(svydesign(~1, data = d))
designs <- list(
  city_rows = list(data = "city", ours = list(weights = "weight", strata = "kind"),
                   make = function(d) svydesign(~1, strata = ~kind, weights = ~weight, data = d)),
  city_people = list(data = "city", ours = list(weights = "weight", clusters = list("person")),
                     make = function(d) svydesign(~person, weights = ~weight, data = d)),
  city_streets = list(data = "city", ours = list(weights = "weight", strata = "kind", clusters = list("street_id"),
                                                 fpc = list("all_streets")),
                      make = function(d) svydesign(~street_id, strata = ~kind, weights = ~weight, fpc = ~all_streets, data = d)),
  schools = list(data = "schools", ours = list(weights = "weight", strata = "belt", clusters = list("district")),
                 make = function(d) svydesign(~district, strata = ~belt, weights = ~weight, data = d)),
  somerville = list(data = "somerville", ours = setNames(list(), character()), make = simple),
  ways_rows = list(data = "ways", ours = list(weights = "weight", strata = "ward"),
                   make = function(d) svydesign(~1, strata = ~ward, weights = ~weight, data = d)),
  ways_streets = list(data = "ways", ours = list(weights = "weight", clusters = list("street")),
                      make = function(d) svydesign(~street, weights = ~weight, data = d)),
  wards = list(data = "wards", ours = list(weights = "weight", strata = "ward", clusters = list("street"),
                                           single_unit = "collapse"),
               make = function(d) svydesign(~street, strata = ~group, weights = ~weight, data = d)),
  wards_fpc = list(data = "wards", ours = list(weights = "weight", strata = "ward", clusters = list("street"),
                                               fpc = list("streets"), single_unit = "collapse"),
                   make = function(d) svydesign(~street, strata = ~group, weights = ~weight, fpc = ~group_streets, data = d)),
  wards_rows = list(data = "wards_rows", ours = list(weights = "weight", strata = "ward", single_unit = "collapse"),
                    make = function(d) svydesign(~1, strata = ~group, weights = ~weight, data = d)))
design_of <- function(name) designs[[name]]$make(tables[[designs[[name]]$data]])
domain <- function(design, where) {
  for (column in names(where)) {
    inside <- design$variables[[column]] %in% unlist(where[[column]])
    design <- subset(design, inside)
  }
  design
}

case <- function(id, call, name, args, expect, tolerance = 1e-9) {
  list(id = id, call = call, data = designs[[name]]$data, design = designs[[name]]$ours, args = args, expect = expect,
       tolerance = list(relative = tolerance, absolute = 1e-12))
}
fault_case <- function(id, call, name, args, kind, path) {
  list(id = id, call = call, data = designs[[name]]$data, design = designs[[name]]$ours, args = args,
       error = list(kind = kind, path = path))
}
write_vectors <- function(name, about, cases) {
  ids <- vapply(cases, function(case) case$id, "")
  if (anyDuplicated(ids)) stop("an id twice: ", ids[duplicated(ids)])
  used <- unique(vapply(cases, function(case) case$data, ""))
  data <- lapply(setNames(used, used), function(name) {
    if (name %in% c("city", "schools", "somerville")) list(csv = sprintf("data/%s.csv", name))
    else list(columns = columns(tables[[name]]))
  })
  document <- list(format = 1, module = "survey", about = about, source = paste0(versions, "; generate/questions.R"),
                   data = data, cases = cases)
  text <- toJSON(document, auto_unbox = TRUE, digits = NA, pretty = 1, null = "null", na = "null")
  writeLines(text, file.path(root, "survey", paste0(name, ".json")), useBytes = TRUE)
}
t_ends <- function(value, se, df, level = 0.95) {
  reach <- qt(0.5 + level / 2, df) * se
  list(low = value - reach, high = value + reach, level = level, method = "t")
}

# ---- One mean --------------------------------------------------------------------------------------------------------

one_sample <- function(id, name, variable, against = NULL, paired = NULL, where = NULL) {
  design <- design_of(name)
  args <- list(variable = variable)
  if (!is.null(where)) { design <- domain(design, where); args$where <- where }
  design$variables$u <- if (is.null(paired)) design$variables[[variable]] - against
                        else design$variables[[variable]] - design$variables[[paired]]
  if (is.null(paired)) args$against <- against else args$paired <- paired
  rows <- nrow(design)
  design <- subset(design, !is.na(u))
  test <- svyttest(u ~ 0, design)
  mean <- svymean(~u, design)
  stopifnot(abs(as.numeric(test$statistic) - as.numeric(mean) / as.numeric(SE(mean))) < 1e-9)
  df <- degf(design)
  t <- as.numeric(test$statistic)
  expect <- list(name = if (is.null(paired)) "t_one_sample" else "t_paired",
                 variables = as.list(c(variable, paired)), groups = list(), statistic = as.numeric(test$statistic),
                 df1 = df, p = 2 * pt(-abs(t), df), n = nrow(design), n_missing = rows - nrow(design), reason = NA,
                 estimate = list(value = as.numeric(mean), se = as.numeric(SE(mean)), df = df,
                                 interval = t_ends(as.numeric(mean), as.numeric(SE(mean)), df)))
  one <- case(id, "Survey.t_test", name, args, expect)
  if (id == "simple") {
    classical <- t.test(design$variables$u)
    stopifnot(classical$parameter == df, abs(classical$p.value - expect$p) < 1e-15)
  }
  if (test$parameter != df) {
    one$difference <- sprintf(paste("svyttest of one mean takes one degree of freedom less than clusters less strata (%g, p %.15g);",
                                    "for a simple random sample Student's test (t.test) has n - 1, as here"),
                              test$parameter, test$p.value)
  }
  one
}
write_vectors("one_sample", "t tests of one mean and of pairs (svyttest)", list(
  one_sample("rows", "city_rows", "q2", against = 3),
  one_sample("people", "city_people", "q2", against = 3.5),
  one_sample("streets-with-fpc", "city_streets", "hours", against = 5.25),
  one_sample("simple", "somerville", "X1", against = 4),
  one_sample("domain", "city_streets", "q2", against = 3, where = list(wave = list(1))),
  one_sample("large-values", "city_rows", "income", against = 1e6),
  one_sample("pairs", "city_rows", "q1", paired = "q2"),
  one_sample("pairs-streets", "city_streets", "q1", paired = "q3"),
  one_sample("pairs-domain", "city_people", "q3", paired = "q1", where = list(wave = list(0))),
  list(id = "all-alike", call = "Survey.t_test", data = "city", design = designs$city_rows$ours,
       args = list(variable = "member", against = 0, where = list(district = list("North"))),
       expect = list(statistic = NA, p = NA, reason = list(code = "no_variance"), estimate = list(value = 0))),
  list(id = "one-street", call = "Survey.t_test", data = "city", design = designs$city_streets$ours,
       args = list(variable = "q1", against = 3, where = list(district = list("Quay"))),
       expect = list(statistic = NA, p = NA, reason = list(code = "one_unit"))),
  list(id = "nobody", call = "Survey.t_test", data = "city", design = designs$city_rows$ours,
       args = list(variable = "q1", against = 3, where = list(district = list("Nowhere"))),
       expect = list(statistic = NA, p = NA, n = 0, reason = list(code = "no_answers"))),
  fault_case("no-such-column", "Survey.t_test", "city_rows", list(variable = "q9", against = 3), "missing_column", "column[q9]"),
  fault_case("no-numbers", "Survey.t_test", "city_rows", list(variable = "kind", against = 3), "not_numeric", "column[kind]"),
  fault_case("pair-with-itself", "Survey.t_test", "city_rows", list(variable = "q1", paired = "q1"), "duplicate_column", "before")))

# ---- Contrasts -------------------------------------------------------------------------------------------------------

key <- function(labels) paste(labels, collapse = ".")
contrast_case <- function(id, name, of, variable, by, coefficients, values = NULL, where = NULL) {
  design <- design_of(name)
  args <- list(of = of, variable = variable, by = as.list(by), coefficients = coefficients)
  if (!is.null(where)) { design <- domain(design, where); args$where <- where }
  if (is.null(values)) design$variables$u <- design$variables[[variable]]
  else {
    design$variables$u <- ifelse(is.na(design$variables[[variable]]), NA, as.numeric(design$variables[[variable]] %in% values))
    args$values <- as.list(values)
  }
  design <- subset(design, !is.na(u))
  how <- if (of == "total") svytotal else svymean
  figures <- svyby(~u, as.formula(paste("~", paste(by, collapse = "+"))), design, how, covmat = TRUE)
  names <- apply(as.data.frame(figures)[by], 1, function(row) key(trimws(row)))
  weights <- numeric(length(names))
  for (one in coefficients) weights[match(key(unlist(one$labels)), names)] <- one$coefficient
  value <- sum(weights * coef(figures))
  variance <- drop(weights %*% vcov(figures) %*% weights)
  peer <- svycontrast(figures, weights)
  stopifnot(abs(as.numeric(peer) - value) < 1e-9 * max(1, abs(value)), abs(as.numeric(SE(peer)) - sqrt(variance)) < 1e-9 * sqrt(variance))
  cells <- do.call(paste, c(lapply(by, function(column) as.character(design$variables[[column]])), sep = "."))
  used <- names[weights != 0]
  pairs <- if (length(used) == 1) list(used) else combn(used, 2, simplify = FALSE)
  df <- min(vapply(pairs, function(pair) { inside <- cells %in% pair; degf(subset(design, inside)) }, 0))
  related <- any(abs(cov2cor(vcov(figures))[weights != 0, weights != 0][upper.tri(diag(sum(weights != 0)))]) > 1e-8)
  expect <- list(name = "contrast", statistic = value / sqrt(variance), df1 = df, p = 2 * pt(-abs(value / sqrt(variance)), df),
                 estimate = list(value = value, se = sqrt(variance), df = df, interval = t_ends(value, sqrt(variance), df),
                                 notes = if (related || length(used) < 2) list() else list(list(code = "independent_samples"))))
  case(id, "Estimates.contrast", name, args, expect)
}
co <- function(...) {
  given <- list(...)
  Map(function(labels, coefficient) list(labels = as.list(labels), coefficient = coefficient),
      given[seq(1, length(given), 2)], given[seq(2, length(given), 2)]) |> unname()
}
waves <- co("0", -1, "1", 1)
write_vectors("contrast", "Contrasts of groups and waves with their covariance (svycontrast)", list(
  contrast_case("two-waves-of-the-same-people", "city_people", "mean", "q2", "wave", waves),
  contrast_case("two-waves-in-the-same-streets", "city_streets", "mean", "q2", "wave", waves),
  contrast_case("two-waves-of-other-people", "city_rows", "mean", "q2", "wave", waves),
  contrast_case("share-of-the-same-people", "city_people", "share", "q1", "wave", waves, values = c(3, 4)),
  contrast_case("total-of-the-same-people", "city_people", "total", "hours", "wave", waves),
  contrast_case("one-against-two", "city_streets", "mean", "hours", "kind", co("garden", 1, "harbour", -0.5, "terrace", -0.5),
                where = list(wave = list(0))),
  contrast_case("change-less-change", "city_people", "mean", "q3", c("kind", "wave"),
                co(c("garden", "1"), 1, c("garden", "0"), -1, c("harbour", "1"), -1, c("harbour", "0"), 1)),
  contrast_case("one-row", "city_streets", "mean", "q2", "wave", co("1", 1)),
  contrast_case("schools", "schools", "mean", "poor", "belt", co("inner", 2, "middle", -1, "outer", -1)),
  fault_case("no-such-row", "Estimates.contrast", "city_rows",
             list(of = "mean", variable = "q2", by = list("wave"), coefficients = co("7", 1)), "unknown_value", "wave"),
  fault_case("row-twice", "Estimates.contrast", "city_rows",
             list(of = "mean", variable = "q2", by = list("wave"), coefficients = co("1", 1, "1", -1)), "duplicate_id",
             "coefficients[1]"),
  fault_case("all-nought", "Estimates.contrast", "city_rows",
             list(of = "mean", variable = "q2", by = list("wave"), coefficients = co("1", 0, "0", 0)), "out_of_range",
             "coefficients"),
  fault_case("too-few-labels", "Estimates.contrast", "city_rows",
             list(of = "mean", variable = "q2", by = list("kind", "wave"), coefficients = co("garden", 1)), "out_of_range",
             "labels"),
  list(id = "one-side-cannot-be-estimated", call = "Estimates.contrast", data = "city", design = designs$city_streets$ours,
       args = list(of = "mean", variable = "q1", by = list("district"), coefficients = co("Quay", 1, "North", -1)),
       expect = list(statistic = NA, reason = list(code = "one_unit")))))

# ---- Collapsed strata ------------------------------------------------------------------------------------------------

figure_case <- function(id, name, of, variable, by = NULL, where = NULL, rule) {
  design <- design_of(name)
  args <- list(variable = variable)
  if (!is.null(by)) args$by <- list(by)
  if (!is.null(where)) { design <- domain(design, where); args$where <- where }
  design$variables$u <- design$variables[[variable]]
  design <- subset(design, !is.na(u))
  how <- if (of == "total") svytotal else svymean
  rows <- if (is.null(by)) list(list(labels = list(), design = design)) else
    lapply(sort(unique(as.character(design$variables[[by]]))), function(label) {
      inside <- design$variables[[by]] == label
      list(labels = list(label), design = subset(design, inside))
    })
  found <- lapply(rows, function(row) {
    figure <- how(~u, row$design)
    value <- as.numeric(figure); se <- as.numeric(SE(figure)); df <- degf(row$design)
    list(labels = row$labels, estimate = list(value = value, se = se, df = df, interval = t_ends(value, se, df)))
  })
  case(id, paste0("Survey.", of), name, args,
       list(rows = found, notes = list(list(code = "single_unit_strata", params = list(rule = "collapse", joined = rule)))))
}
three <- list("b + c", "e + f")
write_vectors("collapse", "Strata with one cluster or row joined with their neighbour, by hand in R", list(
  figure_case("mean", "wards", "mean", "age", rule = three),
  figure_case("mean-missing", "wards", "mean", "trust", rule = three),
  figure_case("mean-groups", "wards", "mean", "age", by = "sex", rule = three),
  figure_case("mean-domain", "wards", "mean", "age", where = list(sex = list("f")), rule = three),
  figure_case("total", "wards", "total", "age", rule = three),
  figure_case("mean-fpc", "wards_fpc", "mean", "age", rule = three),
  figure_case("total-fpc", "wards_fpc", "total", "age", rule = three),
  figure_case("rows-mean", "wards_rows", "mean", "age", rule = three),
  figure_case("rows-total", "wards_rows", "total", "age", rule = three),
  figure_case("rows-groups", "wards_rows", "mean", "age", by = "sex", rule = three)) |> c(list(
    local({
      design <- design_of("wards")
      test <- svyttest(age ~ sex, design)
      case("t-test", "Survey.t_test", "wards", list(variable = "age", by = "sex"),
           list(statistic = as.numeric(test$statistic), df1 = unname(test$parameter)), 1e-8)
    }),
    local({
      design <- design_of("wards_rows")
      test <- svyttest(age ~ sex, design)
      case("rows-t-test", "Survey.t_test", "wards_rows", list(variable = "age", by = "sex"),
           list(statistic = as.numeric(test$statistic), df1 = unname(test$parameter)), 1e-8)
    }),
    local({
      design <- design_of("wards")
      figure <- svyratio(~age, ~weight, design)
      case("ratio", "Survey.ratio", "wards", list(numerator = "age", denominator = "weight"),
           list(rows = list(list(estimate = list(value = as.numeric(coef(figure)), se = as.numeric(SE(figure)))))))
    }),
    list(id = "no-neighbour", call = "Survey.mean", data = "wards_alone",
         design = list(strata = "ward", clusters = list("street"), single_unit = "collapse"), args = list(variable = "age"),
         error = list(kind = "single_cluster", path = "column[ward]")),
    list(id = "no-replicates", call = "Survey.replicates", data = "wards", design = designs$wards$ours,
         args = list(replicates = list(method = "jkn")), error = list(kind = "not_possible", path = "single_unit")))))

# ---- Questions with several answers ----------------------------------------------------------------------------------

logit_ends <- function(p, se, df) {
  reach <- qt(0.975, df) * se / (p * (1 - p))
  list(low = plogis(qlogis(p) - reach), high = plogis(qlogis(p) + reach), level = 0.95, method = "logit")
}
# The design, or its replicates by a method of R.
sampled <- function(name, type) if (is.null(type)) design_of(name) else as.svrepdesign(design_of(name), type = type)
share_case <- function(id, name, args, expect, type) {
  if (is.null(type)) return(case(id, "Survey.share", name, args, expect))
  # The covariance between the answers has no call with replicates.
  expect$covariance <- NULL
  case(id, "Survey.share", name, c(args, list(replicates = list(method = tolower(type)))), expect)
}
choices_case <- function(id, name, answers, args, by = NULL, where = NULL, type = NULL) {
  design <- sampled(name, type)
  if (!is.null(where)) { design <- domain(design, where); args$where <- where }
  if (!is.null(by)) args$by <- list(by)
  rows <- nrow(design)
  sizes <- if (is.null(by)) NULL else table(design$variables[[by]])
  d <- design$variables
  ticked <- sapply(answers, function(answer) !is.na(d[[answer]]))
  for (answer in answers) design$variables[[paste0("u_", answer)]] <- as.numeric(!is.na(d[[answer]]))
  answered <- if (identical(args$separator, ";")) !is.na(d$ways) else rowSums(!is.na(d[unlist(args$variable)])) > 0
  design <- subset(design, answered)
  formula <- as.formula(paste("~", paste0("u_", answers, collapse = "+")))
  if (is.null(by)) {
    figures <- svymean(formula, design)
    labels <- lapply(answers, list); values <- coef(figures); matrix <- vcov(figures)
    counts <- rep(nrow(design), length(answers)); dfs <- rep(degf(design), length(answers))
    missing <- rep(rows - nrow(design), length(answers))
  } else {
    figures <- svyby(formula, as.formula(paste("~", by)), design, svymean, covmat = TRUE)
    groups <- as.character(figures[[by]])
    labels <- unlist(lapply(answers, function(answer) lapply(groups, function(group) list(group, answer))), recursive = FALSE)
    values <- coef(figures); matrix <- vcov(figures)
    n <- as.numeric(table(design$variables[[by]])[groups])
    counts <- rep(n, length(answers))
    missing <- rep(as.numeric(sizes[groups]) - n, length(answers))
    dfs <- rep(vapply(groups, function(group) { inside <- design$variables[[by]] == group; degf(subset(design, inside)) }, 0), length(answers))
  }
  order <- order(vapply(labels, function(label) paste(unlist(label), collapse = "\001"), ""), method = "radix")
  found <- lapply(order, function(i) {
    p <- values[[i]]; se <- sqrt(matrix[i, i])
    estimate <- list(value = p, se = se, df = dfs[[i]], n = counts[[i]], n_missing = missing[[i]])
    # Shares of 0 have the interval of degenerate.json.
    if (p > 0) estimate$interval <- logit_ends(p, se, dfs[[i]])
    list(labels = labels[[i]], estimate = estimate)
  })
  covariance <- lapply(seq_along(order), function(i) as.list(unname(matrix[order[i], order[seq_len(i)]])))
  expect <- list(statistic = "share", keys = as.list(c(by, "answer")), rows = found, covariance = covariance)
  share_case(id, name, args, expect, type)
}
ways <- c("bus", "bike", "walk", "none")
ticks <- list(variable = as.list(ways), values = list("x"))
cell <- list(variable = "ways", separator = ";")
write_vectors("choices", "Questions with several answers: one column each, or several in a cell (svymean)", list(
  choices_case("columns-rows", "ways_rows", ways, ticks),
  choices_case("columns-streets", "ways_streets", ways, ticks),
  choices_case("columns-groups", "ways_rows", ways, ticks, by = "ward"),
  choices_case("columns-streets-groups", "ways_streets", ways, ticks, by = "ward"),
  choices_case("columns-domain", "ways_streets", ways, ticks, where = list(ward = list("east", "north"))),
  choices_case("cell-rows", "ways_rows", ways, cell),
  choices_case("cell-groups", "ways_streets", ways, cell, by = "ward"),
  choices_case("cell-only-two", "ways_rows", c("bus", "walk"), c(cell, list(values = list("walk", "bus")))),
  choices_case("columns-jk1", "ways_streets", ways, ticks, type = "JK1"),
  choices_case("columns-groups-jk1", "ways_streets", c("bus", "bike", "none"),
               list(variable = list("bus", "bike", "none"), values = list("x")), by = "ward", type = "JK1"),
  choices_case("cell-jk1", "ways_streets", ways, cell, type = "JK1"),
  choices_case("cell-domain-jk1", "ways_streets", c("bus", "walk"), c(cell, list(values = list("walk", "bus"))),
               where = list(ward = list("east", "north")), type = "JK1"),
  fault_case("column-twice", "Survey.share", "ways_rows", list(variable = list("bus", "bus"), values = list("x")),
             "duplicate_column", "variable[1]"),
  fault_case("no-value", "Survey.share", "ways_rows", list(variable = list("bus", "bike"), values = list()), "out_of_range",
             "values"),
  fault_case("no-such-column", "Survey.share", "ways_rows", list(variable = list("bus", "tram"), values = list("x")),
             "missing_column", "column[tram]"),
  fault_case("empty-separator", "Survey.share", "ways_rows", list(variable = "ways", separator = ""), "missing_field",
             "separator")))

# ---- From one number up or down --------------------------------------------------------------------------------------

boxes_case <- function(id, name, variable, low = NULL, high = NULL, by = NULL, type = NULL) {
  design <- sampled(name, type)
  args <- list(variable = variable)
  if (!is.null(low)) args$at_least <- low
  if (!is.null(high)) args$at_most <- high
  if (!is.null(by)) args$by <- list(by)
  v <- design$variables[[variable]]
  counted <- v >= (if (is.null(low)) -Inf else low) & v <= (if (is.null(high)) Inf else high)
  design$variables$u <- as.numeric(counted)
  values <- sort(as.character(unique(v[which(counted)])), method = "radix")
  design <- subset(design, !is.na(u))
  groups <- if (is.null(by)) list(NULL) else as.list(sort(unique(as.character(design$variables[[by]])), method = "radix"))
  rows <- lapply(groups, function(group) {
    inside <- if (is.null(group)) rep(TRUE, nrow(design)) else as.character(design$variables[[by]]) == group
    part <- subset(design, inside)
    figure <- svymean(~u, part)
    p <- as.numeric(figure); se <- as.numeric(SE(figure)); df <- degf(part)
    list(labels = as.list(group), estimate = list(value = p, se = se, n = nrow(part), interval = logit_ends(p, se, df)))
  })
  share_case(id, name, args, list(values = as.list(values), rows = rows), type)
}
write_vectors("top_boxes", "Shares of answers from one number up or down (svymean)", list(
  boxes_case("top-two", "somerville", "X4", low = 4),
  boxes_case("bottom-two", "somerville", "X4", high = 2),
  boxes_case("middle", "somerville", "X5", low = 2, high = 4),
  boxes_case("top-two-city", "city_streets", "q1", low = 4, by = "wave"),
  boxes_case("top-two-rows", "city_rows", "q2", low = 3.5),
  boxes_case("tenths", "city_rows", "hours", high = 7.5),
  boxes_case("top-two-city-jkn", "city_streets", "q1", low = 4, by = "wave", type = "JKn"),
  boxes_case("bottom-two-jkn", "city_streets", "q2", high = 2, type = "JKn"),
  boxes_case("middle-jk1", "ways_streets", "weight", low = 2, high = 3, type = "JK1"),
  list(id = "nobody-so-high", call = "Survey.share", data = "somerville", design = designs$somerville$ours,
       args = list(variable = "X1", at_least = 9),
       expect = list(values = list("9"), rows = list(list(estimate = list(value = 0))))),
  fault_case("texts", "Survey.share", "city_rows", list(variable = "kind", at_least = 2), "not_numeric", "column[kind]"),
  fault_case("wrong-order", "Survey.share", "city_rows", list(variable = "q1", at_least = 4, at_most = 2), "out_of_range",
             "at_least")))

# ---- What data cannot support ----------------------------------------------------------------------------------------

# Nothing is computed here: each case states what is said instead of a number.
stated <- function(id, call, args, expect, name = "whole_weights") {
  list(id = id, call = call, data = designs[[name]]$data, design = designs[[name]]$ours, args = args, expect = expect)
}
tables$whole <- data.frame(x = c(1, 2, 3, 4, 5, 6), y = c(2, 1, 4, 3, 5, 7), z = c(0, 1, 0, 1, 1, 0), k = 7,
                           g = c("a", "a", "b", "b", "a", "b"), h = c("u", "v", "u", "v", "u", "v"), w = c(1, 2, 3, 1, 2, 2),
                           v = c(1.5, 2, 3, 1, 2, 2), even = 2)
designs$whole_weights <- list(data = "whole", ours = list(weights = "w"))
designs$split_weights <- list(data = "whole", ours = list(weights = "v"))
designs$even_weights <- list(data = "whole", ours = list(weights = "even"))
nobody <- list(g = list("nobody"))
none <- list(rows = list(list(estimate = list(value = NA, se = NA, n = 0, reason = list(code = "no_answers")))))
where <- function(...) list(..., where = nobody)
counts <- list(list(code = "weights_look_like_counts", path = "column[w]", severity = "information"))
write_vectors("bad_input", "What data cannot support: said, and never a number", list(
  stated("whole-weights", "Survey.mean", list(variable = "x"), list(notes = counts)),
  stated("whole-weights-of-a-share", "Survey.share", list(variable = "x", values = list(1)), list(notes = counts)),
  stated("weights-with-fractions", "Survey.mean", list(variable = "x"), list(notes = list()), "split_weights"),
  stated("weights-all-alike", "Survey.mean", list(variable = "x"), list(notes = list()), "even_weights"),
  stated("nobody-mean", "Survey.mean", where(variable = "x"), none),
  stated("nobody-share", "Survey.share", where(variable = "x", values = list(1)), none),
  stated("nobody-total", "Survey.total", where(variable = "x"), none),
  stated("nobody-ratio", "Survey.ratio", where(numerator = "x", denominator = "y"), none),
  stated("nobody-variance", "Survey.variance", where(variable = "x"), none),
  stated("nobody-correlation", "Survey.correlation", where(x = "x", y = "y"), none),
  stated("nobody-quantile", "Survey.quantile", where(variable = "x", probabilities = list(0.5)), none),
  stated("nobody-alpha", "Survey.alpha", where(items = list("x", "y")),
         list(rows = list(list(estimate = list(value = NA, n = 0, reason = list(code = "too_few_complete")))))),
  fault_case("nobody-regress", "Survey.regress", "whole_weights", where(variable = "x", on = list("y")), "not_possible", "column[x]"),
  fault_case("nobody-t-test", "Survey.t_test", "whole_weights", where(variable = "x", by = "h"), "not_possible", "column[h]"),
  fault_case("nobody-rank-test", "Survey.rank_test", "whole_weights", where(variable = "x", by = "h"), "not_possible", "column[h]"),
  fault_case("nobody-chi-square", "Survey.chi_square", "whole_weights", where(rows = "g", columns = "h"), "not_possible", "column[g]"),
  fault_case("constant-regressor", "Survey.regress", "whole_weights", list(variable = "x", on = list("y", "k")), "not_possible",
             "column[k]"),
  fault_case("quantile-above-1", "Survey.quantile", "whole_weights", list(variable = "x", probabilities = list(1.5)), "out_of_range",
             "probabilities[0]"),
  fault_case("quantile-below-0", "Survey.quantile", "whole_weights", list(variable = "x", probabilities = list(-0.1)), "out_of_range",
             "probabilities[0]")))
