import BetterSqlite3 from "better-sqlite3";
import { isSourceTree } from "../platform/data-folder.mjs";

/** [O21] Ends with one sentence where npm did not get better-sqlite3's program, or got that of another Node.js. */
export function refuseMissingNative() {
  try {
    new BetterSqlite3(":memory:").close();
  } catch {
    const again = isSourceTree() ? "run npm ci" : "install Resolved again";
    process.stderr.write(
      `better-sqlite3 has no program for Node.js ${process.versions.node}: ${again}, and let npm run its install script.\n`,
    );
    process.exit(1);
  }
}
