export const TABLES = [
  "ballots",
  "rebuttals",
  "endorsements",
  "exposures",
  "participants",
  "events",
  "comprehension",
  "pairs",
  "pairLines",
  "steelmen",
  "steelmanRatings",
  "exit",
  "reading",
  "speaking",
] as const;
export type Table = (typeof TABLES)[number];
