import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/** A folder of one test's own, gone when the test is over. */
export async function temporaryFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-test-"));
  return {
    in: (...names: string[]) => path.join(folder, ...names),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
