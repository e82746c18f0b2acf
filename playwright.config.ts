import { defineConfig } from "playwright/test";
import { chromiumWithWindows, installedChromium } from "#tests/support/system-packages.mjs";

const executablePath = installedChromium();
const withWindows = chromiumWithWindows();
/** Tests that count requests are played in both browsers, where both are installed, as in CI. */
const playsBoth = withWindows !== undefined && withWindows !== executablePath;

const ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  // Pages live for seconds: optimizing their scripts costs a quarter of the browser's time, and saves less; making room for
  // new objects bit by bit costs a twentieth.
  "--js-flags=--no-opt,--no-maglev,--min-semi-space-size=16",
];

export default defineConfig({
  testDir: "tests",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  // Tests share nothing, and wait a quarter of their time or more: three at a time keep two cores busy, and four take as long.
  workers: 3,
  fullyParallel: true,
  timeout: 300_000,
  // These only end what hangs: a busy machine is slow.
  expect: { timeout: 60_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  outputDir: "test-results/e2e",
  use: {
    actionTimeout: 60_000,
    // Actions, requests and console lines; `--trace on` records the pages, too, which takes a fifth of the whole.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: ARGS },
  },
  projects: [
    { name: "all" },
    ...(playsBoth
      ? [
          {
            name: "with windows",
            testMatch: ["**/first-visit.e2e.ts", "**/reopened.e2e.ts"],
            use: { launchOptions: { executablePath: withWindows, args: ARGS } },
          },
        ]
      : []),
  ],
});
