import { writeFileSync } from "node:fs";

/** Vitest's JSON report leaves out errors outside of tests, which fail a run, too: they go to a file of their own. */
export default class ErrorsOutsideTests {
  /**
   * @param {readonly unknown[]} _modules
   * @param {readonly { message?: string, stack?: string }[]} errors
   */
  onTestRunEnd(_modules, errors) {
    const file = process.env.ERRORS_OUTSIDE_TESTS;
    if (file)
      writeFileSync(file, JSON.stringify(errors.map(({ message, stack }) => stack ?? message ?? "unknown")));
  }
}
