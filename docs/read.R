# Reads a data package of a session (its folder as the only argument), counts how people moved, and an experiment:
# Rscript read.R CODE-data
folder <- commandArgs(trailingOnly = TRUE)
folder <- if (length(folder) > 0) folder[1] else "."
read <- function(name) {
  path <- file.path(folder, paste0(name, ".csv"))
  if (!file.exists(path)) return(NULL)
  read.csv(path, na.strings = "", encoding = "UTF-8", check.names = FALSE, colClasses = "character")
}
position <- c(against = -1, undecided = 0, "for" = 1)
ballots <- read("ballots")
design <- read("design")
of <- function(round) with(ballots[ballots$round == round, ], setNames(position[choice], participant))
before <- of("before"); reading <- of("reading"); after <- of("after")

both <- intersect(names(before), names(after))
step <- after[both] - before[both]
cat("People who voted before and after:", length(step), "\n")
print(table(before = factor(names(position)[before[both] + 2], names(position)),
            after = factor(names(position)[after[both] + 2], names(position))))
n <- length(step)
if (n > 0) {
  # [S8] Half a person is added to each of the five steps.
  mean <- sum(step) / (n + 2.5)
  sd <- sqrt(((sum(step^2) + 5) / (n + 2.5) - mean^2) / (n + 3.5))
  cat(sprintf("Margin: %.1f points, 95 %% interval %.1f to %.1f\n",
              100 * sum(step) / n, 100 * (mean - qnorm(.975) * sd), 100 * (mean + qnorm(.975) * sd)))
}

kind <- design$experiment
if (!is.null(kind) && kind != "off") {
  seats <- read("participants")
  seats <- seats[!is.na(seats$arm) & seats$removed == "false", ]
  early <- (kind == "arguing" & seats$arm == "b") | (kind == "order" & design$readingVote == "true")
  second <- ifelse(early, reading[seats$participant], after[seats$participant])
  first <- before[seats$participant]
  outcome <- second - first
  if (kind == "switch")
    outcome <- outcome * ifelse(first == 0, ifelse(is.na(seats$wrote), NA, position[seats$wrote]), -first)
  told <- t.test(outcome[seats$arm == "a"], outcome[seats$arm == "b"])  # Welch's
  cat(sprintf("Experiment %s: difference %.1f points, 95 %% interval %.1f to %.1f\n", kind,
              100 * (told$estimate[1] - told$estimate[2]), 100 * told$conf.int[1], 100 * told$conf.int[2]))
}
