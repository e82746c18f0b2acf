import { describe, expect, test } from "vitest";
import type { StarterEffect } from "#debate/counting/starter-effect.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
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
    await using all = await asked({ starters: "all" });
    const { ada, bob, host } = await arguing(all, 2);
    expect((await ada.sync()).you?.starters).toBe(true);
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
    expect((await class2.ada.sync()).you).not.toHaveProperty("starters");
    for (const extra of [{ kind: "question" as const }, { starter: "build" as const }])
      expect(await class2.ada.send("rebuttal:post", { ...rebuttal(), ...extra })).toEqual(
        refused("malformed"),
      );
    expect(await class2.ada.send("rebuttal:post", rebuttal())).toMatchObject(OK);
  });

  test("are offered to half, drawn on joining and kept, and refused from the others; kinds are for all", async () => {
    await using server = await asked({ starters: "half" });
    const { students } = await arguing(server, 24);
    const drawn = await Promise.all(students.map(async (each) => (await each.sync()).you?.starters ?? false));
    expect(new Set(drawn)).toEqual(new Set([true, false]));
    for (const isOffered of [true, false]) {
      const student = students[drawn.indexOf(isOffered)] as Client;
      const answer = await student.send("rebuttal:post", { ...rebuttal(), starter: "build" });
      expect(answer).toEqual(isOffered ? expect.objectContaining(OK) : refused("malformed"));
      expect(await student.send("rebuttal:post", { ...rebuttal(), kind: "question" })).toMatchObject(OK);
    }
    const rows = (await exported(server, "participants")) as { starters: boolean }[];
    const offered = drawn.filter((each) => each).length;
    expect(rows.filter(({ starters }) => starters)).toHaveLength(offered);
    expect(await exported(server, "reading")).toContainEqual(
      expect.objectContaining({ what: "starters", count: offered }),
    );
  });
});

describe("[X15] what starters did", () => {
  const starters = async (server: TestServer, query = ""): Promise<StarterEffect | undefined> =>
    ((await (await server.asHost(`/results${query}`)).json()) as { starters?: StarterEffect }).starters;

  test.each([
    ["pseudonym", "the host alone, by the half that was drawn"],
    ["anonymous", "no one, in no phase [Z18]"],
  ] as const)("of a %s session is told to %s", async (identity, _) => {
    await using server = await asked({ starters: "half", identity });
    const host = await server.connect("host");
    const students = await Promise.all(Array.from({ length: 6 }, () => server.connect("student")));
    await moveTo(host, "before");
    for (const [index, each] of students.entries())
      await each.send("ballot:cast", ballot(index === 0 ? "for" : "against"));
    await moveTo(host, "rebuttal");
    const [ada, ...others] = students as [Client, ...Client[]];
    const { id } = rebuttal();
    await ada.send("rebuttal:post", rebuttal({ id }));
    for (const [index, each] of others.entries())
      await (index < 2
        ? each.send("rebuttal:endorse", { rebuttalId: id, on: true })
        : each.send("rebuttal:seen", { ids: [id] }));
    await moveTo(host, "results");
    const isOffered = (await ada.sync()).you?.starters === true;
    const [one, none] = [
      { writers: 1, share: null },
      { writers: 0, share: null },
    ];
    const effect = { offered: isOffered ? one : none, others: isOffered ? none : one, difference: null };
    expect(await starters(server)).toEqual(identity === "anonymous" ? undefined : effect);
    expect(await starters(server, "?as=class")).toBeUndefined();
    expect(await starters(server, "?as=screen")).toBeUndefined();
    expect(await (await server.asStranger("/results")).text()).not.toContain('"starters"');
  });

  test("counts everyone whose words were merged, with those who read them before the merge [R24]", async () => {
    await using server = await asked({ starters: "half" });
    const host = await server.connect("host");
    const students = await Promise.all(Array.from({ length: 8 }, () => server.connect("student")));
    await moveTo(host, "before");
    for (const [index, each] of students.entries())
      await each.send("ballot:cast", ballot(index < 3 ? "for" : "against"));
    await moveTo(host, "rebuttal");
    const posted = students.slice(0, 3).map((writer) => ({ writer, id: rebuttal().id }));
    for (const { writer, id } of posted)
      expect(await writer.send("rebuttal:post", rebuttal({ id }))).toMatchObject(OK);
    const [ada, ben, cyd] = posted.map(({ id }) => id) as [string, string, string];
    // Five read what Ada and Ben wrote, and after the merge nobody reads Cyd's words, but Ada's.
    for (const each of students.slice(3))
      expect(await each.send("rebuttal:seen", { ids: [ada, ben] })).toMatchObject(OK);
    for (const rebuttalId of [ben, cyd])
      expect(await host.send("host:merge", { rebuttalId, into: ada })).toMatchObject(OK);
    for (const each of students.slice(3))
      expect(await each.send("rebuttal:seen", { ids: [cyd] })).toMatchObject(OK);
    await moveTo(host, "results");
    const offered = await Promise.all(
      students.slice(0, 2).map(async (each) => (await each.sync()).you?.starters === true),
    );
    const writersOf = (half: boolean) => offered.filter((each) => each === half).length;
    expect(await starters(server)).toEqual({
      offered: { writers: writersOf(true), share: null },
      others: { writers: writersOf(false), share: null },
      difference: null,
    });
  });

  test("is not counted where starters were not drawn", async () => {
    await using server = await asked({ starters: "all" });
    const host = await server.connect("host");
    await moveTo(host, "results");
    expect(await starters(server)).toBeUndefined();
  });
});
