import { describe, expect, test } from "vitest";
import type { Settings } from "#debate/rules/settings.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const asked = (settings: Partial<Settings>) => startServer({ settings });

const exported = async (server: TestServer, table: string) =>
  ((await (await server.asHost(`/export?table=${table}&format=json`)).json()) as { rows: object[] }).rows;

/** A class that argues: the host, and so many students. */
async function arguing(server: TestServer, count: number) {
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: count }, () => server.connect("student")));
  await moveTo(host, "rebuttal");
  return { host, students, ada: students[0] as Client, bob: students[1] as Client };
}

describe("[X12] sentence starters", () => {
  test("are offered to everyone, or to no one, and kinds with them [B5]", async () => {
    await using all = await asked({ starters: true });
    const { ada, bob, host } = await arguing(all, 2);
    const { id } = rebuttal();
    expect(
      await ada.send("rebuttal:post", { ...rebuttal({ id }), kind: "concession", starter: "concede" }),
    ).toEqual({
      ...OK,
      id,
    });
    // [X14] Whoever reads it sees the kind, and no one the starter.
    for (const reader of [bob, host]) {
      const [seen] = (await reader.sync()).rebuttals;
      expect(seen).toMatchObject({ id, kind: "concession" });
      expect(seen).not.toHaveProperty("starter");
    }
    expect(await exported(all, "rebuttals")).toEqual([
      expect.objectContaining({ kind: "concession", starter: "concede" }),
    ]);

    await using none = await asked({});
    const class2 = await arguing(none, 1);
    for (const extra of [{ kind: "question" as const }, { starter: "build" as const }])
      expect(await class2.ada.send("rebuttal:post", { ...rebuttal(), ...extra })).toEqual(
        refused("malformed"),
      );
    expect(await class2.ada.send("rebuttal:post", rebuttal())).toMatchObject(OK);
  });
});
