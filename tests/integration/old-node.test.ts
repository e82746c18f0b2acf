import { expect, test } from "vitest";
import { unfit } from "#server/launch/node-version.mjs";
import { outputOf } from "#tests/support/output.ts";

const NEEDS = "Resolved needs Node.js 20.19, 22.12, or 24 and newer";

test.each(["v12.22.12", "v18.20.8", "v20.18.3", "v21.7.3", "v22.11.0", "v23.11.1"])(
  "[O17] Node.js %s is refused in one sentence, and says what is needed",
  (version) => {
    expect(unfit(version)).toBe(
      `${NEEDS}, and this is ${version.slice(1)}. Install one of them (https://nodejs.org), then run npm ci and npm start.`,
    );
  },
);

test.each(["v20.19.0", "v20.20.2", "v22.12.0", "v22.20.1", "v24.0.0", "v26.1.0", "v25.0.0-nightly2025"])(
  "[O17] Node.js %s starts",
  (version) => expect(unfit(version)).toBeNull(),
);

test("[O17] npm start on an old Node.js ends with 1 and that sentence, before anything is built", async () => {
  const old = `Object.defineProperty(process, "version", { value: "v18.20.8" })`;
  const parameters = [`--import=data:text/javascript,${encodeURIComponent(old)}`, "server/launch/start.mjs"];
  const { code, stdout, stderr } = await outputOf(process.execPath, parameters, {});
  expect(stderr).toMatch(new RegExp(`^${NEEDS}, and this is 18\\.20\\.8\\.[^\\n]+\\n$`, "u"));
  expect([code, stdout]).toEqual([1, ""]);
});
