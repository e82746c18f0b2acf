import { defineConfig } from "playwright/test";
import { installedChromium } from "#tests/support/system-packages.mjs";

const executablePath = installedChromium();

/** `npm run looks`: the screens beside the pictures that are kept of them. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.look.ts",
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  outputDir: "../../test-results/looks",
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  expect: {
    timeout: 15_000,
    // Another machine's fonts draw letters a little elsewhere; a part that moved or vanished is more than that.
    toHaveScreenshot: { maxDiffPixelRatio: 0.04, threshold: 0.3, animations: "disabled", scale: "css" },
  },
  use: {
    actionTimeout: 15_000,
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: ["--no-sandbox"] },
  },
});
