# Makes data/assessment.csv and the vectors health/{assess,assess_edges,assess_publish,assess_beside}.json (JSON by
# jsonlite).
#
#   Rscript cohesion-core/tests/vectors/generate/assessment.R
#
# Means, intervals and changes come from R's own functions on the means of organisations (aggregate, t.test, p.adjust),
# weighted ones from the package survey with organisations as clusters, ICC(1) and ICC(2) from psych where organisations
# have equally many respondents and from anova() where they do not; rwg(j) is the closed form of James, Demaree and Wolf
# (1984), r*wg(j) that of Lindell, Brandt and Whitney (1999). The ratings are simulated here; nobody in them is real.

suppressPackageStartupMessages({
  library(survey)
  library(psych)
  library(jsonlite)
})
options(warn = 1, digits = 17)
invisible(Sys.setlocale("LC_COLLATE", "C"))

here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))))
root <- dirname(here)
versions <- sprintf("R %s.%s, survey %s, psych %s", R.version$major, R.version$minor,
                    packageDescription("survey")$Version, packageDescription("psych")$Version)

# ---- Data ------------------------------------------------------------------------------------------------------------

organisations <- c("city", "police", "residents", "college", "youth_work", "welfare", "school", "shops", "sports")
sectors <- c("local_authority", "police", "resident", "research", "youth_work", "association", "school", "business",
             "association")

make_ratings <- function() {
  set.seed(20261121)
  clip <- function(x, low = 1, high = 5) pmin(high, pmax(low, round(x)))
  rows <- do.call(rbind, lapply(c("2024", "2026"), function(wave) {
    do.call(rbind, lapply(seq_along(organisations), function(i) {
      if ((wave == "2024" && i == 8) || (wave == "2026" && i == 9)) return(NULL)
      n <- c(5, 3, 4, 1, 2, 3, 1, 2, 2)[i]
      level <- 3.1 + 0.5 * sin(i) + 0.4 * (wave == "2026")
      person <- rnorm(n, 0, 0.4)
      q <- function(shift) clip(level + shift + person + rnorm(n, 0, 0.7))
      data.frame(organisation = organisations[i], wave = wave, person = sprintf("%s%d", substr(organisations[i], 1, 2), seq_len(n)),
                 trust1 = q(0.3), trust2 = 6 - q(0.2), trust3 = q(0.5), goals1 = q(0.7), goals2 = q(0.9), open = q(-0.6),
                 imp_trust = clip(4.3 + rnorm(n, 0, 0.5)), imp_goals = clip(3.9 + rnorm(n, 0, 0.6)),
                 imp_open = clip(3.4 + rnorm(n, 0, 0.7)))
    }))
  }))
  rows$trust2[4] <- NA
  rows$trust1[9] <- NA
  rows$trust3[9] <- NA
  rows$goals2[c(2, 30)] <- NA
  rows$open[c(7, 27)] <- 9
  rows$imp_goals[33] <- NA
  rows
}
path <- file.path(root, "data", "assessment.csv")
write.csv(make_ratings(), path, row.names = FALSE, na = "", quote = FALSE)
ratings <- read.csv(path, na.strings = "", colClasses = c(wave = "character"))
ratings$open[ratings$open %in% 9] <- NA
ratings$trust2r <- 6 - ratings$trust2
mean_of <- function(columns, needed) {
  answered <- rowSums(!is.na(ratings[columns]))
  ifelse(answered >= needed, rowMeans(ratings[columns], na.rm = TRUE), NA)
}
ratings$trust <- mean_of(c("trust1", "trust2r", "trust3"), 2)
ratings$goals <- mean_of(c("goals1", "goals2"), 2)
items <- list(trust = c("trust1", "trust2r", "trust3"), goals = c("goals1", "goals2"), open = "open")

# ---- The plan --------------------------------------------------------------------------------------------------------

set <- function(x, ...) {
  given <- list(...)
  for (name in names(given)) x[[name]] <- given[[name]]
  x
}
code_list <- lapply(1:5, function(value) list(value = value))
variable <- function(id, ...) list(id = id, type = "ordinal", codes = code_list, ...)
plan <- function(..., stakeholders = organisations, sector = sectors) {
  assessment <- list(
    title = list(en = "Ratings of the partners", fr = "Évaluation par les partenaires", nl = "Oordeel van de partners"),
    wave = "wave",
    waves = list(list(id = "2024", date = "2024-05-01"), list(id = "2026", label = "Spring of 2026", date = "2026-05-01")), strength = 4, concern = 3,
    dimensions = list(
      list(id = "trust", title = list(en = "Trust", fr = "Confiance", nl = "Vertrouwen"), scale = "trust", importance = "imp_trust"),
      list(id = "goals", title = list(en = "Shared goals", fr = "Objectifs partagés", nl = "Gedeelde doelen"), scale = "goals", importance = "imp_goals"),
      list(id = "open", title = list(en = "Openness to residents", fr = "Ouverture aux habitants", nl = "Openheid naar bewoners"), variable = "open", importance = "imp_open")))
  assessment <- set(assessment, ...)
  list(
    title = "A partnership that does not exist",
    partnership = list(
      name = "A partnership that does not exist",
      stakeholders = lapply(seq_along(stakeholders), function(i) list(
        id = stakeholders[i], name = stakeholders[i], sector = sector[i])),
      assessment = assessment),
    codebook = list(variables = c(
      list(list(id = "organisation", type = "nominal"), list(id = "wave", type = "nominal")),
      lapply(c("trust1", "trust2", "trust3", "goals1", "goals2", "imp_trust", "imp_goals", "imp_open"), variable),
      list(variable("open", missing = list(dont_know = list(9)))))),
    scales = list(
      list(id = "trust", version = 2, range = list(1, 5), missing = list(rule = "at_least", k = 2),
           items = list(list(variable = "trust1"), list(variable = "trust2", reversed = TRUE), list(variable = "trust3"))),
      list(id = "goals", range = list(1, 5), items = list(list(variable = "goals1"), list(variable = "goals2")))))
}

# ---- Figures ---------------------------------------------------------------------------------------------------------

chance <- (5^2 - 1) / 12
by_organisation <- function(column, wave) {
  rows <- ratings[ratings$wave == wave & !is.na(ratings[[column]]), ]
  means <- tapply(rows[[column]], factor(rows$organisation, organisations), mean)
  setNames(as.vector(means), organisations)
}
interval <- function(test, method = "t") list(low = test$conf.int[1], high = test$conf.int[2], level = 0.95, method = method)
equal <- function(column, wave) {
  means <- na.omit(by_organisation(column, wave))
  test <- t.test(means)
  rows <- ratings[ratings$wave == wave, ]
  list(value = unname(test$estimate), se = test$stderr, df = unname(test$parameter), n = sum(!is.na(rows[[column]])),
       n_missing = sum(is.na(rows[[column]])), interval = interval(test))
}
weighted <- function(column, wave) {
  rows <- ratings[ratings$wave == wave & !is.na(ratings[[column]]), ]
  design <- svydesign(id = ~organisation, data = rows, weights = ~1)
  found <- svymean(reformulate(column), design)
  df <- degf(design)
  ends <- confint(found, df = df)
  list(value = unname(coef(found)), se = unname(SE(found)[1]), df = df, n = nrow(rows),
       interval = list(low = ends[1], high = ends[2], level = 0.95, method = "t"))
}
rwg_j <- function(ratio, j) if (ratio >= 1) 0 else j * (1 - ratio) / (j * (1 - ratio) + ratio)
agreement <- function(dimension, wave) {
  columns <- items[[dimension]]
  rows <- ratings[ratings$wave == wave, ]
  complete <- rows[complete.cases(rows[columns]), ]
  ratios <- unlist(lapply(split(complete[columns], complete$organisation), function(answers) {
    if (nrow(answers) < 2) NULL else mean(apply(answers, 2, var) / chance)
  }))
  means <- na.omit(sapply(columns, function(column) by_organisation(column, wave)))
  between <- mean(apply(means, 2, var) / chance)
  j <- length(columns)
  scored <- rows[!is.na(rows[[dimension]]), ]
  table <- anova(lm(reformulate("organisation", dimension), scored))
  icc <- intraclass(table[["Mean Sq"]], table[["Df"]], table(scored$organisation))
  list(within = list(rwg_j = mean(sapply(ratios, rwg_j, j = j)), rwg_star = mean(1 - ratios), organisations = length(ratios)),
       between = list(rwg_j = rwg_j(between, j), rwg_star = 1 - between, organisations = nrow(means)),
       icc1 = icc$icc1, icc2 = icc$icc2)
}
# Donner (1986) for the size of a group, Shrout and Fleiss (1979) for the interval.
intraclass <- function(square, df, sizes) {
  n <- sum(sizes)
  size <- (n - sum(sizes^2) / n) / df[1]
  f <- square[1] / square[2]
  ends <- c(f / qf(0.975, df[1], df[2]), f * qf(0.975, df[2], df[1]))
  ends <- (ends - 1) / (ends + size - 1)
  list(icc1 = list(value = (square[1] - square[2]) / (square[1] + (size - 1) * square[2]),
                   interval = list(low = ends[1], high = ends[2], level = 0.95, method = "shrout_fleiss")),
       icc2 = (square[1] - square[2]) / square[1])
}
changes <- lapply(names(items), function(dimension) {
  now <- by_organisation(dimension, "2026")
  before <- by_organisation(dimension, "2024")
  both <- !is.na(now) & !is.na(before)
  list(test = t.test(now[both], before[both], paired = TRUE), both = sum(both), now = sum(!is.na(now) & !both),
       before = sum(!is.na(before) & !both))
})
names(changes) <- names(items)
adjusted <- p.adjust(sapply(changes, function(change) change$test$p.value), "BH")
change <- function(dimension) {
  found <- changes[[dimension]]
  list(comparison = list(
         a = list(dimension, "2026"), b = list(dimension, "2024"),
         estimate = list(value = unname(found$test$estimate), se = found$test$stderr, df = unname(found$test$parameter),
                         interval = interval(found$test)),
         p = found$test$p.value, p_adjusted = adjusted[[dimension]]),
       organisations = found$both, only_now = found$now, only_before = found$before)
}
# Every organisation of 2026 rated every dimension and its importance, so a gap is a mean of differences.
gap <- function(columns, dimension) {
  means <- sapply(columns, function(column) by_organisation(column, "2026"))
  means <- means[rowSums(is.na(means)) < ncol(means), ]
  stopifnot(!anyNA(means))
  test <- t.test(means[, dimension] - rowMeans(means))
  list(value = unname(test$estimate), se = test$stderr, df = unname(test$parameter), interval = interval(test))
}
quadrant_of <- function(performance, importance) {
  names <- matrix(c("low_priority", "possible_overkill", "concentrate", "keep_up"), 2)
  crosses <- function(gap) gap$interval$low <= 0 && gap$interval$high >= 0
  list(name = names[1 + (performance$value >= 0), 1 + (importance$value >= 0)],
       crosses = as.list(c("performance", "importance")[c(crosses(performance), crosses(importance))]),
       decided = !crosses(performance) && !crosses(importance), performance_gap = performance, importance_gap = importance)
}
standing <- function(figure, strength = 4, concern = 3, round = identity) {
  reaches <- function(value, cut) round(value) >= cut
  ends <- c(figure$interval$low, figure$interval$high)
  crosses <- Filter(function(cut) !reaches(ends[1], cut) && reaches(ends[2], cut), c(concern, strength))
  name <- if (reaches(figure$value, strength)) "strength" else if (reaches(figure$value, concern)) "discuss" else "concern"
  list(name = name, crosses = as.list(crosses), decided = length(crosses) == 0)
}
spread <- function(dimension, wave) {
  means <- na.omit(by_organisation(dimension, wave))
  list(sd = sd(means), low = min(means), high = max(means))
}
figure <- function(dimension, definition) {
  importance <- paste0("imp_", dimension)
  importances <- paste0("imp_", names(items))
  of <- by_organisation(dimension, "2026")
  list(id = dimension, definition = definition, performance = equal(dimension, "2026"),
       organisations = sum(!is.na(of)), largest_share = 1 / sum(!is.na(of)), spread = spread(dimension, "2026"),
       agreement = agreement(dimension, "2026"), standing = standing(equal(dimension, "2026")),
       importance = equal(importance, "2026"),
       quadrant = quadrant_of(gap(names(items), dimension), gap(importances, importance)),
       by_wave = lapply(c("2024", "2026"), function(wave) list(wave = wave, estimate = equal(dimension, wave))),
       change = change(dimension),
       by_organisation = lapply(organisations[!is.na(of)], function(name) list(
         organisation = name, performance = of[[name]], importance = by_organisation(importance, "2026")[[name]])))
}

# ---- Cases -----------------------------------------------------------------------------------------------------------

exact <- list(relative = 1e-9, absolute = 1e-12)
case <- function(id, call, data, args, expect, tolerance = exact, ...) {
  list(id = id, call = call, data = data, args = args, expect = expect, tolerance = tolerance, ...)
}
fault <- function(id, data, plan, kind, path) {
  list(id = id, call = "Plan.assess", data = data, args = list(value = plan), error = list(kind = kind, path = path))
}
write_vectors <- function(name, about, cases, inline = list()) {
  stopifnot(!anyDuplicated(vapply(cases, function(case) case$id, "")))
  used <- unique(c(vapply(cases, function(case) case$data, ""), if (name == "assess_beside") c("somerville", "city")))
  data <- lapply(setNames(used, used), function(name) {
    if (is.null(inline[[name]])) list(csv = sprintf("data/%s.csv", name)) else list(columns = inline[[name]])
  })
  document <- list(format = 1, module = "health", about = about,
                   source = sprintf("%s; generate/assessment.R", versions), data = data, cases = cases)
  text <- toJSON(document, auto_unbox = TRUE, digits = NA, pretty = 1, null = "null", na = "null")
  dir.create(file.path(root, "health"), showWarnings = FALSE)
  writeLines(text, file.path(root, "health", paste0(name, ".json")), useBytes = TRUE)
  cat(sprintf("%s: %d cases\n", name, length(cases)))
}

response <- list(
  organisations = 9, answered = 8, share = 8 / 9, people = sum(ratings$wave == "2026"), silent = list("sports"),
  by_organisation = lapply(seq_along(organisations), function(i) list(
    organisation = organisations[i], sector = sectors[i],
    people = sum(ratings$wave == "2026" & ratings$organisation == organisations[i]), representatives = NULL)),
  by_sector = lapply(sort(unique(sectors)), function(sector) {
    mine <- organisations[sectors == sector]
    list(sector = sector, organisations = length(mine), answered = sum(mine != "sports"),
         people = sum(ratings$wave == "2026" & ratings$organisation %in% mine))
  }))
whole <- list(
  kind = "confidential_assessment", wave = "2026", wave_before = "2024", across = "organisations", crosshair = "means",
  range = list(1, 5), response = response,
  dimensions = list(figure("trust", "trust@2"), figure("goals", "goals@1"), figure("open", "open")))
cases <- list(case("two-waves", "Plan.assess", "assessment", list(value = plan()), whole))

by_people <- lapply(names(items), function(dimension) list(
  id = dimension, performance = weighted(dimension, "2026"), importance = weighted(paste0("imp_", dimension), "2026"),
  largest_share = max(table(ratings$organisation[ratings$wave == "2026" & !is.na(ratings[[dimension]])])) /
    sum(ratings$wave == "2026" & !is.na(ratings[[dimension]]))))
cases <- c(cases, list(case("across-respondents", "Plan.assess", "assessment", list(value = plan(across = "respondents")),
                            list(across = "respondents", dimensions = by_people))))
half_up <- function(value) floor(value * 10 + 0.5) / 10
cases <- c(cases, list(
  case("cut-points-on-one-decimal", "Plan.assess", "assessment",
       list(value = plan(decimals = 1, strength = 3.9, concern = 3.4)),
       list(dimensions = lapply(names(items), function(dimension) list(
         standing = standing(equal(dimension, "2026"), 3.9, 3.4, half_up))))),
  case("crosshair-at-the-middle", "Plan.assess", "assessment", list(value = plan(crosshair = "midpoint")),
       list(dimensions = lapply(names(items), function(dimension) {
         less <- function(figure) {
           figure$value <- figure$value - 3
           figure$interval$low <- figure$interval$low - 3
           figure$interval$high <- figure$interval$high - 3
           figure
         }
         list(quadrant = quadrant_of(less(equal(dimension, "2026")), less(equal(paste0("imp_", dimension), "2026"))))
       }))),
  case("level-90", "Plan.assess", "assessment", list(value = plan(level = 0.9)),
       list(level = 0.9, dimensions = lapply(names(items), function(dimension) {
         ends <- t.test(na.omit(by_organisation(dimension, "2026")), conf.level = 0.9)$conf.int
         list(performance = list(interval = list(low = ends[1], high = ends[2], level = 0.9)))
       })))))

# Equally many respondents: psych's ICC1, ICC1k and their interval.
balanced <- matrix(c(4, 5, 4, 3, 2, 3, 5, 5, 4, 2, 3, 2, 4, 4, 5, 1, 2, 2), 6, byrow = TRUE)
icc <- psych::ICC(balanced, lmer = FALSE)$results
simple <- function(...) {
  names <- c("a", "b", "c", "d", "e", "f")
  list(partnership = list(
    stakeholders = lapply(names, function(id) list(id = id, name = id, sector = "association")),
    assessment = set(list(dimensions = list(list(id = "q", title = "Q", variable = "q"))), ...)),
    codebook = list(variables = list(variable("q"), variable("r"), variable("s"))))
}
inline <- list(
  balanced = list(organisation = rep(c("a", "b", "c", "d", "e", "f"), each = 3), q = as.vector(t(balanced))),
  one_organisation = list(organisation = c("a", "a", "a"), q = c(4, 5, 3)),
  one_person = list(organisation = list("b"), q = list(4)),
  one_each = list(organisation = c("a", "b", "c"), q = c(4, 5, 2)),
  alike = list(organisation = c("a", "a", "b", "b", "c", "d", "e"), q = c(4, 4, 4, 4, 4, 4, 4)),
  against = list(organisation = c("a", "a", "b", "b"), q = c(1, 5, 5, 1)),
  silent_item = list(organisation = c("a", "a", "b"), q = c(4, 5, 3), r = list(NULL, NULL, NULL), s = c(2, 2, 4)),
  nobody = list(organisation = c("a", "b"), q = list(NULL, NULL)),
  left_out = list(organisation = list("a", NULL, "b", "c"), q = c(4, 1, 2, 3)),
  range_0_10 = list(organisation = c("a", "b"), q = c(7, 11)),
  off_range = list(organisation = c("a", "b", "a"), q = c(4, 6, 3)),
  text = list(organisation = c("a", "b"), q = c("4", "four")),
  stranger = list(organisation = c("a", "zoo"), q = c(4, 5)),
  no_column = list(organisation = c("a", "b"), p = c(4, 5)),
  nobody_named = list(organisation = list(NULL, NULL), q = c(4, 5)),
  bad_wave = list(organisation = c("a", "b"), q = c(4, 5), wave = c("one", "thre")),
  other_people = list(organisation = c("a", "b", "c", "a", "b", "d"), q = c(4, 3, 5, 2, 3, 4),
                      wave = c("one", "one", "one", "two", "two", "two")),
  nobody_twice = list(organisation = c("a", "b", "c", "d"), q = c(4, 3, 2, 3), wave = c("one", "one", "two", "two")))
of_q <- function(...) list(dimensions = list(list(...)))
paired <- t.test(c(2, 3), c(4, 3), paired = TRUE)
three <- t.test(c(4, 5, 2))
scales <- simple(dimensions = list(list(id = "d", title = "D", scale = "rs")))
scales$scales <- list(list(id = "rs", range = list(1, 5), missing = list(rule = "at_least", k = 1),
                           items = list(list(variable = "r"), list(variable = "s"))))
wide <- simple()
wide$codebook$variables[[1]] <- list(id = "q", type = "number", range = list(min = 0, max = 10))
unlike <- simple(dimensions = list(list(id = "q", title = "Q", variable = "q"), list(id = "s", title = "S", variable = "s")))
unlike$codebook$variables[[3]] <- list(id = "s", type = "number", range = list(min = 0, max = 10))
waves <- function(...) {
  found <- simple(wave = "wave", waves = list(list(id = "one"), list(id = "two")), ...)
  found
}
gone <- simple(wave = "q", waves = list(list(id = "2"), list(id = "4"), list(id = "5", date = "2026-05-01")))
gone$partnership$stakeholders[[5]]$left <- "2026-04-30"
gone$partnership$stakeholders[[6]]$joined <- "2026-05-02"
empty <- simple()
empty$partnership$stakeholders <- list()
without <- simple()
without$partnership$assessment <- NULL
no_range <- simple()
no_range$codebook <- NULL
edges <- list(
  case("balanced", "Plan.assess", "balanced", list(value = simple()), of_q(agreement = list(
    icc1 = list(value = icc["Single_raters_absolute", "ICC"], interval = list(
      low = icc["Single_raters_absolute", "lower bound"], high = icc["Single_raters_absolute", "upper bound"])),
    icc2 = icc["Average_raters_absolute", "ICC"]))),
  case("one-organisation", "Plan.assess", "one_organisation", list(value = simple()), of_q(
    performance = list(value = 4, se = NULL, interval = NULL, reason = list(code = "one_organisation"), n = 3),
    spread = list(sd = NULL, low = 4, high = 4),
    agreement = list(within = list(rwg_j = 1 - 1 / chance, organisations = 1),
                     between = list(rwg_j = NULL, reason = list(code = "one_organisation")),
                     icc1 = list(value = NULL, reason = list(code = "one_organisation")), icc2 = NULL))),
  case("one-person", "Plan.assess", "one_person", list(value = simple(strength = 4, concern = 3)), of_q(
    performance = list(value = 4, se = NULL, reason = list(code = "one_organisation")),
    standing = list(name = "strength", crosses = list(), decided = NULL),
    agreement = list(within = list(rwg_j = NULL, reason = list(code = "one_person_each"))))),
  case("one-person-each", "Plan.assess", "one_each", list(value = simple()), of_q(
    performance = list(value = unname(three$estimate), se = three$stderr, interval = interval(three)),
    agreement = list(within = list(rwg_j = NULL, organisations = 0, reason = list(code = "one_person_each")),
                     between = list(rwg_star = 1 - var(c(4, 5, 2)) / chance, rwg_j = 0),
                     icc1 = list(value = NULL, reason = list(code = "one_person_each"))))),
  case("no-variance", "Plan.assess", "alike", list(value = simple(strength = 4, concern = 3)), of_q(
    performance = list(value = 4, se = 0, interval = NULL, notes = list(list(code = "no_spread"))),
    standing = list(name = "strength", crosses = list(), decided = NULL),
    agreement = list(within = list(rwg_j = 1), between = list(rwg_j = 1),
                     icc1 = list(value = NULL, reason = list(code = "no_spread"))))),
  case("more-disagreement-than-chance", "Plan.assess", "against", list(value = simple()), of_q(
    performance = list(value = 3, se = 0),
    agreement = list(within = list(rwg_j = 0, rwg_star = 1 - 8 / chance), icc1 = list(value = -1), icc2 = NULL))),
  case("an-item-nobody-answered", "Plan.assess", "silent_item", list(value = scales), of_q(
    performance = list(value = 3), notes = list(list(code = "item_without_answers", params = list(item = "r"))),
    agreement = list(within = list(rwg_j = 1, organisations = 1)))),
  case("nobody-answered", "Plan.assess", "nobody", list(value = simple(strength = 4, concern = 3)), of_q(
    performance = list(value = NULL, n = 0, n_missing = 2, reason = list(code = "no_answers")), organisations = 0,
    standing = NULL, by_organisation = list())),
  case("rows-without-organisation", "Plan.assess", "left_out", list(value = simple()), list(
    response = list(people = 3, answered = 3, organisations = 6),
    dimensions = list(list(performance = list(value = 3))),
    notes = list(list(code = "rows_left_out", params = list(column = "organisation", n = 1)),
                 list(code = "organisations_as_sample")))),
  case("no-range", "Plan.assess", "one_each", list(value = no_range), of_q(
    performance = list(value = unname(three$estimate)),
    agreement = list(within = list(rwg_j = NULL, reason = list(code = "no_answer_range"))))),
  case("change-of-two-organisations", "Plan.assess", "other_people", list(value = waves()), of_q(
    performance = list(value = 3), change = list(
      comparison = list(estimate = list(value = -1, se = paired$stderr, df = 1, interval = interval(paired),
                                        notes = list(list(code = "not_paired", params = list(now = 1, before = 1)))),
                        p = paired$p.value, p_adjusted = paired$p.value),
      organisations = 2, only_now = 1, only_before = 1))),
  case("nobody-answered-twice", "Plan.assess", "nobody_twice", list(value = waves()), of_q(
    change = list(comparison = list(estimate = list(value = NULL, reason = list(code = "no_organisation_twice")), p = NULL),
                  organisations = 0))),
  case("who-left-is-not-expected", "Plan.assess", "one_each", list(value = gone), list(response = list(
    organisations = 4, answered = 1, share = 1 / 4, silent = list("a", "c", "d")))),
  fault("off-range", "off_range", simple(), "out_of_range", "column[q].row[2]"),
  fault("off-a-continuous-range", "range_0_10", wide, "out_of_range", "column[q].row[2]"),
  fault("a-word", "text", simple(), "out_of_range", "column[q].row[2]"),
  fault("a-stranger", "stranger", simple(), "dangling_id", "column[organisation].row[2]"),
  fault("no-column", "no_column", simple(), "missing_column", "column[q]"),
  fault("no-row", "nobody_named", simple(), "empty_table", "answers"),
  fault("an-unknown-wave", "bad_wave", waves(), "unknown_value", "column[wave].row[2]"),
  fault("no-assessment", "one_each", without, "missing_field", "partnership.assessment"),
  fault("an-empty-partnership", "one_each", empty, "missing_field", "partnership.stakeholders"),
  fault("unlike-ranges", "silent_item", unlike, "inconsistent", "partnership.assessment.dimensions[1](s)"),
  fault("a-cut-point-outside", "one_each", simple(strength = 8, concern = 3), "inconsistent", "partnership.assessment.strength"),
  fault("one-cut-point", "one_each", simple(strength = 4), "missing_field", "partnership.assessment.concern"),
  fault("cut-points-upside-down", "one_each", simple(strength = 2, concern = 3), "inconsistent", "partnership.assessment.strength"),
  fault("no-such-scale", "one_each", simple(dimensions = list(list(id = "q", title = "Q", scale = "trust"))),
        "dangling_id", "partnership.assessment.dimensions[0](q).scale"),
  fault("neither-scale-nor-question", "one_each", simple(dimensions = list(list(id = "q", title = "Q"))),
        "missing_field", "partnership.assessment.dimensions[0](q).scale"))

# ---- What is published -----------------------------------------------------------------------------------------------

five <- c("a", "b", "c", "d", "e")
inline$five <- list(organisation = c(five, "a"), q = c(4, 3, 5, 2, 4, 5))
inline$one_large <- list(organisation = c(five, rep("a", 5)), q = c(4, 3, 5, 2, 4, 5, 4, 4, 3, 5))
inline$six_waves <- list(organisation = c(five, "f", five), q = c(4, 3, 5, 2, 4, 5, 3, 4, 4, 4, 5),
                         wave = c(rep("one", 6), rep("two", 5)))
inline$five_waves <- list(organisation = c(five, five), q = c(4, 3, 5, 2, 4, 3, 4, 4, 4, 5),
                          wave = c(rep("one", 5), rep("two", 5)))
inline$two_dimensions <- list(organisation = five, q = c(4, 3, 5, 2, 4), r = list(3, 4, 5, 2, NULL), s = c(4, 5, 4, 3, 5))
inline$all_five <- list(organisation = five, q = c(5, 5, 5, 5, 5))
paired_five <- t.test(c(3, 4, 4, 4, 5), c(4, 3, 5, 2, 4), paired = TRUE)
mean_five <- t.test(c(4.5, 3, 5, 2, 4))
two <- simple(dimensions = list(list(id = "q", title = "Q", variable = "q", importance = "s"),
                                list(id = "r", title = "R", variable = "r", importance = "s")))
hidden <- function(code) list(value = NULL, se = NULL, interval = NULL, n = 0, reason = list(code = code))
published <- function(id, data, plan, expect, ...) case(id, "Assessment.publish", data, list(value = plan), expect, ...)
publications <- list(
  published("five-organisations", "five", simple(strength = 4, concern = 3), list(
    kind = "assessment_publication",
    response = list(organisations = 6, answered = 5, people = 6, by_sector = list(), silent = list()),
    dimensions = list(list(
      performance = list(value = unname(mean_five$estimate), se = mean_five$stderr, interval = interval(mean_five)),
      organisations = 5, spread = list(sd = sd(c(4.5, 3, 5, 2, 4))),
      agreement = list(within = list(rwg_j = NULL, organisations = 0, reason = list(code = "few_organisations")),
                       icc1 = list(value = NULL, reason = list(code = "few_organisations")), icc2 = NULL)))),
    absent = c("/response/by_organisation", "/dimensions/0/by_organisation", "/dimensions/0/largest_share",
               "/dimensions/0/spread/low", "/dimensions/0/spread/high")),
  published("silent-ones-named", "five", simple(name_silent = TRUE), list(
    response = list(silent = list("f"), silent_names = list("f"),
                    by_sector = list(list(sector = "association", organisations = 6, answered = 5)))),
    absent = c("/response/by_organisation", "/response/by_sector/0/people")),
  published("more-asked-for", "five", simple(minimum_organisations = 6), of_q(
    performance = hidden("few_organisations"), organisations = 0, spread = list(sd = NULL), standing = NULL,
    agreement = list(icc1 = list(value = NULL, reason = list(code = "few_organisations")), icc2 = NULL,
                     between = list(rwg_j = NULL, reason = list(code = "few_organisations"))))),
  published("too-few", "one_each", simple(), of_q(performance = hidden("few_organisations"))),
  published("one-with-most-people", "one_large", simple(across = "respondents"), of_q(performance = hidden("few_organisations"))),
  published("the-same-counted-alike", "one_large", simple(), of_q(performance = list(n = 10))),
  published("all-said-the-same", "all_five", simple(strength = 4, concern = 3), of_q(
    performance = hidden("hidden_unanimous"), standing = NULL)),
  published("a-change-that-gives-one-away", "six_waves", waves(), of_q(
    performance = list(value = 4),
    change = list(comparison = list(estimate = hidden("hidden_complementary"), p = NULL, p_adjusted = NULL),
                  organisations = 0, only_now = 0, only_before = 0))),
  published("a-change-that-does-not", "five_waves", waves(), of_q(
    change = list(comparison = list(estimate = list(value = unname(paired_five$estimate), se = paired_five$stderr,
                                                    interval = interval(paired_five)), p = paired_five$p.value),
                  organisations = 5, only_now = 0, only_before = 0))),
  published("no-crosshair-beside-a-hidden-dimension", "two_dimensions", two, list(dimensions = list(
    list(performance = list(value = 3.6), quadrant = NULL),
    list(performance = hidden("few_organisations"), quadrant = NULL)))))
publications <- c(publications, list(
  published("the-whole", "assessment", plan(), list(
    kind = "assessment_publication", response = list(answered = 8, silent = list()),
    dimensions = lapply(names(items), function(dimension) list(
      performance = equal(dimension, "2026"), importance = equal(paste0("imp_", dimension), "2026"),
      change = list(comparison = list(estimate = hidden("hidden_complementary")))))))))

# ---- Beside the residents --------------------------------------------------------------------------------------------

somerville <- read.csv(file.path(root, "data", "somerville.csv"))
city <- read.csv(file.path(root, "data", "city.csv"), na.strings = "")
resident_mean <- function(design, variable) {
  found <- svymean(reformulate(variable), design, na.rm = TRUE)
  list(value = unname(coef(found)), se = unname(SE(found)[1]), df = degf(design))
}
residents <- list(open = resident_mean(suppressWarnings(svydesign(id = ~1, data = somerville)), "X1"),
                  trust = resident_mean(svydesign(id = ~street_id, strata = ~kind, weights = ~weight, data = city), "q2"))
beside <- lapply(names(residents), function(dimension) {
  x <- equal(dimension, "2026")
  y <- residents[[dimension]]
  se <- sqrt(x$se^2 + y$se^2)
  df <- (x$se^2 + y$se^2)^2 / (x$se^4 / x$df + y$se^4 / y$df)
  difference <- x$value - y$value
  list(a = list(dimension, "partners"), b = list(dimension, "residents"),
       estimate = list(value = difference, se = se, df = df, interval = list(
         low = difference - qt(0.975, df) * se, high = difference + qt(0.975, df) * se, level = 0.95, method = "t")),
       p = 2 * pt(-abs(difference / se), df))
})
p <- p.adjust(sapply(beside, function(row) row$p), "BH")
beside <- lapply(seq_along(beside), function(i) c(beside[[i]], p_adjusted = p[i]))
asked <- list(open = list(data = "somerville", variable = "X1"),
              trust = list(data = "city", variable = "q2", design = list(weights = "weight", strata = "kind", clusters = list("street_id"))))
beside_fault <- function(id, residents, kind, path) {
  list(id = id, call = "Assessment.beside", data = "assessment", args = list(value = plan(), residents = residents),
       error = list(kind = kind, path = path))
}
sides <- list(
  case("two-surveys", "Assessment.beside", "assessment", list(value = plan(), residents = asked),
       list(keys = list("dimension", "side"), rows = beside,
            notes = list(list(code = "independent_samples"), list(code = "same_scale"), list(code = "by_chance")))),
  case("one-survey", "Assessment.beside", "assessment", list(value = plan(), residents = asked["open"]),
       list(rows = list(modifyList(beside[[1]], list(p_adjusted = beside[[1]]$p))))),
  case("too-few-organisations", "Assessment.beside", "one_each",
       list(value = simple(), residents = list(q = asked$open)),
       list(rows = list(list(estimate = list(value = NULL, reason = list(code = "few_organisations")), p = NULL)))),
  beside_fault("no-such-dimension", list(opne = asked$open), "unknown_value", "residents[opne]"),
  beside_fault("groups", list(open = c(asked$open, list(by = "D"))), "out_of_range", "residents[open]"),
  beside_fault("another-scale", list(open = list(data = "city", variable = "income")), "inconsistent", "residents[open]"))

write_vectors("assess", "Self-assessment: means within and across organisations, agreement, cut points, quadrants, change", cases)
write_vectors("assess_edges", "Self-assessment: what is too little to tell, and input that is refused", edges, inline)
write_vectors("assess_publish", "Self-assessment: what may leave the desk", publications, inline)
write_vectors("assess_beside", "Partners' ratings beside the residents' means", sides, inline)
