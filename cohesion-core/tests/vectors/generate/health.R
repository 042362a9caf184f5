# Makes the vectors health/{retention,conflicts}.json with R's package survival (JSON by jsonlite).
#
#   Rscript cohesion-core/tests/vectors/generate/health.R
#
# Curves: survfit(conf.type = "log-log"); medians and their intervals: quantile() of it; test: survdiff. The permutation
# goes through all ways to hand out the labels, with scores from the Nelson-Aalen hazard of survfit. Memberships and
# conflicts are simulated here: nobody in them is real. The last day of a stay is part of it: a stay from one day to the
# same day lasts one day.

suppressPackageStartupMessages({
  library(survival)
  library(jsonlite)
})
options(warn = 1, digits = 17)
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))))
root <- dirname(here)
versions <- sprintf("R %s.%s, survival %s", R.version$major, R.version$minor, packageDescription("survival")$Version)
level <- 0.95

none <- function(x) if (length(x) == 0 || is.na(x) || is.nan(x)) NA else unname(x)

# ---- Curves ----------------------------------------------------------------------------------------------------------

steps <- function(fit) {
  s <- summary(fit, censored = TRUE)
  lapply(seq_along(s$time), function(i) {
    inside <- s$surv[i] > 0 && s$surv[i] < 1
    list(days = s$time[i], at_risk = s$n.risk[i], ended = s$n.event[i], open = s$n.censor[i], share = s$surv[i],
         se = if (s$surv[i] > 0) none(s$std.err[i]) else NA,
         low = if (inside) none(s$lower[i]) else NA, high = if (inside) none(s$upper[i]) else NA)
  })
}

curve <- function(group, clock, entry, exit, ended) {
  fit <- survfit(if (all(entry == 0)) Surv(exit, ended) ~ 1 else Surv(entry, exit, ended) ~ 1,
                 conf.type = "log-log", conf.int = level)
  q <- quantile(fit, 0.5)
  found <- list(group = group, clock = clock, n = length(exit), ended = sum(ended), late_entries = sum(entry > 0),
                steps = steps(fit),
                median = list(days = none(q$quantile), low = none(q$lower), high = none(q$upper), level = level))
  if (is.na(found$median$days)) found$median$reason <- list(code = "median_not_reached")
  found
}

# ---- Permutation -----------------------------------------------------------------------------------------------------

# Every way to hand out labels with these counts.
ways <- function(counts) {
  if (sum(counts) == 0) return(list(integer()))
  found <- list()
  for (label in which(counts > 0)) {
    rest <- counts
    rest[label] <- rest[label] - 1
    found <- c(found, lapply(ways(rest), function(way) c(label, way)))
  }
  found
}

permuted <- function(exit, ended, group) {
  fit <- survfit(Surv(exit, ended) ~ 1)
  hazard <- cumsum(fit$n.event / fit$n.risk)[match(exit, fit$time)]
  scores <- ended - hazard
  apart <- function(labels) sum(tapply(scores, factor(labels, levels = seq_len(max(group))), sum)^2 / table(factor(labels, levels = seq_len(max(group)))))
  all <- vapply(ways(as.vector(table(group))), apart, 0)
  list(p = mean(all >= apart(group) - 1e-9), count = length(all))
}

# ---- Cases -----------------------------------------------------------------------------------------------------------

plan_of <- function(ids, sectors, start = NULL) {
  stakeholders <- lapply(seq_along(ids), function(i) list(id = ids[i], name = ids[i], sector = sectors[i]))
  partnership <- list(stakeholders = stakeholders)
  if (!is.null(start)) partnership$start <- start
  list(partnership = partnership)
}

memberships <- function(id, seed, ids, sectors, start, as_of, mean_stay) {
  set.seed(seed)
  as_of <- as.Date(as_of)
  begin <- as.Date(start)
  joined <- begin + ifelse(runif(length(ids)) < 0.5, 0, sample(0:250, length(ids), TRUE))
  stay <- ceiling(rexp(length(ids), 1 / mean_stay))
  # Days tie on purpose: people leave at the end of a fortnight.
  left <- joined + 14 * ceiling(stay / 14) - 1
  ended <- left <= as_of
  data <- list(stakeholder = as.list(ids), joined = as.list(format(joined)),
               left = lapply(seq_along(ids), function(i) if (ended[i]) format(left[i]) else NA))
  last <- pmin(left, as_of)
  entry <- as.numeric(joined - begin)
  exit <- as.numeric(last - begin) + 1
  own <- as.numeric(last - joined) + 1
  event <- as.integer(ended)
  sorted <- sort(unique(sectors))
  group <- match(sectors, sorted)
  test <- survdiff(Surv(own, event) ~ group)
  permutation <- permuted(own, event, group)
  comparison <- list(groups = as.list(sorted), observed = as.list(unname(test$obs)), expected = as.list(unname(test$exp)),
                     chi_square = test$chisq, df = length(sorted) - 1, p = pchisq(test$chisq, length(sorted) - 1, lower.tail = FALSE),
                     permutation_p = permutation$p, permutations = permutation$count, exact = TRUE)
  expect <- list(retention = list(
    overall = curve("all", if (any(entry > 0)) "start" else "start", entry, exit, event),
    since_joining = curve("all", "joining", 0 * own, own, event),
    by_sector = lapply(seq_along(sorted), function(g) {
      of <- group == g
      curve(sorted[g], "joining", 0 * own[of], own[of], event[of])
    }),
    comparison = comparison))
  list(data = list(columns = data),
       case = list(id = id, call = "Plan.review",
                   args = list(value = plan_of(ids, sectors, start), tables = list(memberships = id), as_of = format(as_of)),
                   expect = expect, tolerance = list(relative = 1e-9, absolute = 1e-12)))
}

conflicts <- function(id, seed, n, as_of, mean_days) {
  set.seed(seed)
  as_of <- as.Date(as_of)
  opened <- as_of - sample(20:500, n, TRUE)
  days <- floor(rexp(n, 1 / mean_days))
  closed <- opened + days
  ended <- closed <= as_of
  mediated <- sample(c(TRUE, FALSE), n, TRUE)
  data <- list(id = as.list(paste0("c", seq_len(n))), opened = as.list(format(opened)),
               closed = lapply(seq_len(n), function(i) if (ended[i]) format(closed[i]) else NA),
               parties = as.list(rep("a;b", n)), mediated = as.list(ifelse(mediated, "true", "false")))
  last <- as.numeric(pmin(closed, as_of) - opened)
  event <- as.integer(ended)
  of <- function(name, keep) curve(name, "opening", 0 * last[keep], last[keep], event[keep])
  curves <- list(of("all", rep(TRUE, n)))
  if (any(mediated)) curves <- c(curves, list(of("mediated", mediated)))
  if (any(!mediated)) curves <- c(curves, list(of("not_mediated", !mediated)))
  expect <- list(conflicts = list(
    n = n, open = sum(!ended), settled = sum(ended), settled_share = mean(ended), mediated = sum(mediated),
    not_mediated = sum(!mediated), mediated_settled = sum(mediated & ended), curves = curves,
    recurring = if (n > 1) list(list(a = "a", b = "b", n = n, open = sum(!ended))) else list()))
  list(data = list(columns = data),
       case = list(id = id, call = "Plan.review",
                   args = list(value = plan_of(c("a", "b"), c("police", "resident")), tables = list(conflicts = id), as_of = format(as_of)),
                   expect = expect, tolerance = list(relative = 1e-9, absolute = 1e-12)))
}

write_file <- function(name, about, made) {
  data <- setNames(lapply(made, `[[`, "data"), vapply(made, function(one) one$case$id, ""))
  document <- list(format = 1, module = "health", about = about,
                   source = paste0(versions, "; tests/vectors/generate/health.R"),
                   data = data, cases = lapply(made, `[[`, "case"))
  text <- toJSON(document, auto_unbox = TRUE, digits = NA, null = "null", na = "null", pretty = TRUE)
  writeLines(text, file.path(root, "health", paste0(name, ".json")))
}

letters_of <- function(n) paste0("s", seq_len(n))
write_file("retention", "who stays: curves with late entry and since joining, sectors by log-rank and exact permutation", list(
  memberships("seven-stay-long", 11, letters_of(7), rep(c("police", "resident"), c(3, 4)), "2024-01-01", "2026-06-30", 900),
  memberships("nine-leave", 12, letters_of(9), rep(c("association", "business", "resident"), c(3, 3, 3)), "2024-01-01", "2026-06-30", 300),
  memberships("twelve", 13, letters_of(12), rep(c("association", "resident"), c(5, 7)), "2023-09-01", "2026-06-30", 500),
  memberships("ten-fast", 14, letters_of(10), rep(c("police", "school"), c(4, 6)), "2025-01-01", "2026-06-30", 120)))
write_file("conflicts", "conflicts: counts, time to settlement with open ones, by mediation", list(
  conflicts("twenty", 21, 20, "2026-06-30", 60),
  conflicts("eight-slow", 22, 8, "2026-06-30", 400),
  conflicts("one", 23, 1, "2026-06-30", 10),
  conflicts("four-even", 24, 4, "2026-06-30", 90)))
