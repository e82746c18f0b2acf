import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const compose = readFileSync("deploy/compose.yaml", "utf8");
const cluster = readFileSync("deploy/compose.cluster.yaml", "utf8");
const example = readFileSync("deploy/env.example", "utf8");
const documented = [
  ...readFileSync("docs/configuration.md", "utf8").matchAll(/^\| (`[^|]+`) \| /gmu),
].flatMap(([, names = ""]) => [...names.matchAll(/`([A-Z_]+)`/gu)].map(([, name = ""]) => name));

/** A container's own: where it listens and stores. */
const INSIDE = ["PORT", "HOST", "DATA_DIR"];
/** [Q42] No real server may have it. */
const OF_TESTS = ["LTI_INSECURE_PLATFORMS"];

test("compose passes each variable of docs/configuration.md on to the servers", () => {
  expect(documented).toContain("TZ");
  const passed = [...(compose + cluster).matchAll(/^ {4,6}([A-Z_]+): /gmu)].map(([, name]) => name);
  expect(documented.filter((name) => ![...INSIDE, ...OF_TESTS, ...passed].includes(name))).toEqual([]);
});

test("compose sets a time zone also where none is chosen: Node takes an empty TZ for an unknown one", () => {
  expect(compose).toMatch(/^ {6}TZ: \$\{TZ:-UTC\}$/mu);
  // systemd would pass an empty one on.
  expect(example).toMatch(/^# TZ=/mu);
  expect(example).not.toMatch(/^TZ=$/mu);
});
