/**
 * What failed, from a report of Vitest or Playwright: file, title and the first lines of the reason of each test.
 * @param {any} report
 * @returns {string[]}
 */
export function failedTests(report) {
  const vitest = (report.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const tests = file.assertionResults.filter((/** @type {any} */ test) => test.status === "failed");
    if (tests.length === 0 && file.status === "failed") return [told(file.name, "", file.message)];
    return tests.map((/** @type {any} */ test) => told(file.name, test.fullName, test.failureMessages[0]));
  });
  return [...vitest, ...(report.suites ?? []).flatMap(failedSpecs)];
}

/**
 * @param {any} suite
 * @returns {string[]}
 */
function failedSpecs(suite) {
  const own = (suite.specs ?? []).filter((/** @type {any} */ spec) => !spec.ok);
  return [
    ...own.map((/** @type {any} */ spec) =>
      told(spec.file, spec.title, spec.tests.at(-1)?.results.at(-1)?.error?.message),
    ),
    ...(suite.suites ?? []).flatMap(failedSpecs),
  ];
}

/**
 * @param {string} file
 * @param {string} title
 */
function told(file, title, reason = "") {
  const own = reason.split("\n").filter((line) => !line.includes("node_modules"));
  const lines = own.slice(0, 12).join("\n    ");
  return `${file.split("/tests/").at(-1)} › ${title}\n    ${lines}`;
}
