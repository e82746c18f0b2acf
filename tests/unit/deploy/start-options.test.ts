import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { START_OPTIONS } from "#tests/support/start-options.ts";

test("the image and the service start Node with the options of npm start", () => {
  const command = /^CMD (\[.*\])$/mu.exec(readFileSync("deploy/Dockerfile", "utf8"))?.[1] ?? "[]";
  const service = /^ExecStart=(.*)$/mu.exec(readFileSync("deploy/resolved.service", "utf8"))?.[1] ?? "";
  expect(START_OPTIONS.length).toBeGreaterThan(0);
  expect(JSON.parse(command)).toEqual(["node", ...START_OPTIONS, "dist/server.js"]);
  expect(service).toBe(["/usr/bin/node", ...START_OPTIONS, "dist/server.js"].join(" "));
});
