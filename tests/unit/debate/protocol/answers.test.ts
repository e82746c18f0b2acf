import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test.each(["app", "debate/content", "debate/counting", "debate/rules"])(
  "%s/ imports only types from the schemas of answers, so that no page loads them",
  (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => path.join(folder, file));
    expect(files.length).toBeGreaterThan(0);
    const loading = /^import (?!type\b)[^;]*?"#debate\/protocol\/answers\//mu;
    expect(files.filter((file) => loading.test(readFileSync(file, "utf8")))).toEqual([]);
  },
);
