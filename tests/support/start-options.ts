import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };

/** Node's options of `npm start` (docs/decisions/0052). */
export const START_OPTIONS = scripts.start.split(" ").filter((word) => word.startsWith("--"));
