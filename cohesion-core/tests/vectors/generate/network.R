# sna's numbers for a network that network.py draws: reads ties (from, to) and partners (id, sector) from two files, prints
# measure, node, value. Called by network.py.
#
#   Rscript network.R TIES PARTNERS
suppressMessages(library(sna))
files <- commandArgs(trailingOnly = TRUE)
ties <- read.csv(files[1], colClasses = "character")
partners <- read.csv(files[2], colClasses = "character")
n <- nrow(partners)
m <- matrix(0, n, n, dimnames = list(partners$id, partners$id))
m[cbind(ties$from, ties$to)] <- 1
say <- function(measure, values, node = "") {
  cat(paste(measure, node, sprintf("%.17g", values), sep = ","), sep = "\n")
}
say("version", as.numeric(sub("-", ".", sub("^2\\.", "2", as.character(packageVersion("sna"))))))
say("reciprocity", grecip(m, measure = "edgewise"))
say("confirmed_pairs", grecip(m, measure = "dyadic.nonnull"))
say("connectedness", connectedness(m))
say("hierarchy", hierarchy(m, measure = "krackhardt"))
say("efficiency", efficiency(m))
say("least_upper_bounds", lubness(m))
say("centralisation_degree", centralization(m, degree, cmode = "freeman"))
say("centralisation_degree_in", centralization(m, degree, cmode = "indegree"))
say("centralisation_degree_out", centralization(m, degree, cmode = "outdegree"))
say("centralisation_betweenness", centralization(m, betweenness))
say("betweenness", betweenness(m), partners$id)
say("harmonic_out", closeness(m, cmode = "suminvdir"), partners$id)
say("core", kcores(m, mode = "digraph", cmode = "freeman"), partners$id)
roles <- c("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")
found <- brokerage(m, partners$sector)
for (place in seq_along(roles)) {
  say(roles[place], found$raw.nli[, place], partners$id)
  say(paste0(roles[place], "_expected"), found$exp.nli[, place], partners$id)
  say(paste0(roles[place], "_sd"), found$sd.nli[, place], partners$id)
  say(roles[place], found$raw.gli[place])
  say(paste0(roles[place], "_expected"), found$exp.gli[place])
  say(paste0(roles[place], "_sd"), found$sd.gli[place])
}
