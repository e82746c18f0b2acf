import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { CHOICES } from "#debate/rules/choices.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { hasPython } from "#tests/support/recounted.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

type Descriptor = {
  resources: { name: string; path: string; schema: { fields: { name: string; description?: string }[] } }[];
};

async function packageOf(server: TestServer) {
  const response = await server.asHost("/package");
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const files = Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]);
  return { bytes, files: Object.fromEntries(files) as Record<string, string> };
}

/** Twenty with names, of whom each half has ten. */
async function lesson(server: TestServer) {
  const host = await server.connect("host");
  const students = await Promise.all(
    Array.from({ length: 20 }, async (_, n) =>
      server.connect("student", { ticket: (await server.join(`Ada ${n}`)).ticket }),
    ),
  );
  const answer = (n: number, of: number) => CHOICES[(n + of) % 3] ?? "for";
  await moveTo(host, "before");
  for (const [n, student] of students.entries())
    await student.send("ballot:cast", { ...ballot(answer(n, 0)), control: answer(n, 1) });
  await moveTo(host, "rebuttal");
  await students[0]?.send("rebuttal:post", rebuttal({ body: "=1+1, they say." }));
  await moveTo(host, "after");
  for (const [n, student] of students.entries())
    await student.send("ballot:cast", {
      ...ballot(answer(n * n, 2), "after"),
      control: answer(n, 1 + (n % 2)),
    });
  await moveTo(host, "results");
}

test.skipIf(!hasPython)(
  "[V52] [V53] [V54] a session's package has every table without names, describes each column, and is counted again",
  async () => {
    const activities = { experiment: { kind: "order" }, control: { resolution: "Tea is better." } } as const;
    await using server = await startServer({ settings: { identity: "named", activities } });
    await lesson(server);
    const { bytes, files } = await packageOf(server);
    const { resources }: Descriptor = JSON.parse(files["datapackage.json"] ?? "");
    for (const { path, schema } of resources) {
      const [header] = (files[path] ?? "").split("\n");
      expect(schema.fields.map(({ name }) => name).join(",")).toBe(header);
      for (const { name } of schema.fields) expect(files["codebook.md"]).toContain(`| \`${name}\` |`);
    }
    expect(Object.values(files).join("\n")).not.toMatch(/Ada \d/u);
    expect(files["debate.md"]).toContain("Japan");
    // The same ids in all tables.
    const idsIn = (table: string) => new Set((files[`${table}.csv`] ?? "").match(/^[0-9a-f-]{36}/gmu));
    expect(idsIn("ballots")).toEqual(idsIn("participants"));
    const folder = mkdtempSync(join(tmpdir(), "package-"));
    writeFileSync(join(folder, "data.zip"), bytes);
    const counted = JSON.parse(
      execFileSync("python3", ["docs/recount.py", join(folder, "data.zip")], { encoding: "utf8" }),
    );
    const { experiment, control, margin } = await (await server.asHost("/results")).json();
    const { difference, se, df, interval, chance } = experiment;
    const near = (value: number) => expect.closeTo(value, 6);
    expect(counted.experiment).toEqual({
      ...{ kind: "order", enough: true, difference: near(difference), se: near(se), df: near(df) },
      ...{ interval: interval.map(near), chance: near(chance) },
    });
    expect(counted.control).toEqual({
      ...{ n: 20, points: near(control.points), interval: control.interval.map(near) },
    });
    expect(counted.margin.points).toBeCloseTo(margin.points, 9);
  },
);

test("[V52] a package waits until an anonymous class's tables are not sealed, and is the host's", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  expect((await server.asHost("/package")).status).toBe(409);
  expect((await server.asStranger("/package")).status).toBe(401);
});
