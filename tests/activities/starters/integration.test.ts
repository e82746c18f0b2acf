import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const asked = (settings: GivenSettings) => startServer({ settings });

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
  test("are offered to everyone, or to no one [B5]", async () => {
    await using all = await asked({ activities: { starters: {} } });
    const { ada, bob, host } = await arguing(all, 2);
    const { id } = rebuttal();
    expect(await ada.send("rebuttal:post", { ...rebuttal({ id }), starter: "concede" })).toEqual({
      ...OK,
      id,
    });
    for (const reader of [bob, host]) {
      const [seen] = (await reader.sync()).rebuttals;
      expect(seen).toMatchObject({ id });
      expect(seen).not.toHaveProperty("starter");
    }
    expect(await exported(all, "rebuttals")).toEqual([expect.objectContaining({ starter: "concede" })]);

    await using none = await asked({});
    const class2 = await arguing(none, 1);
    expect(await class2.ada.send("rebuttal:post", { ...rebuttal(), starter: "build" })).toEqual(
      refused("malformed"),
    );
    expect(await class2.ada.send("rebuttal:post", rebuttal())).toMatchObject(OK);
  });
});
