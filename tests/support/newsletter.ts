import { existsSync, readFileSync } from "node:fs";

const REAL = "../shared/seed/debating-japan-vol2-issue3.txt";

/** A newsletter of our own words in the irregular form of the real one. */
export const OWN = readFileSync("tests/fixtures/newsletter-own-words.txt", "utf8");
/** The real newsletter, if it is available. It is not ours to ship. */
export const SEED = existsSync(REAL) ? readFileSync(REAL, "utf8") : undefined;
