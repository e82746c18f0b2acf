import { expect, test } from "vitest";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[M40] [B5] both votes take an answer to it where the session asks, and only the host's files and results have it", async () => {
  await using plain = await startServer();
  const [other, eve] = await plain.seats("host", "student");
  await moveTo(other, "before");
  expect(await eve.send("ballot:cast", { ...ballot("for"), control: "for" })).toEqual(refused("forbidden"));

  await using server = await startServer({
    settings: { activities: { control: { resolution: "Tea is better." } } },
  });
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: 8 }, () => server.connect("student")));
  await moveTo(host, "before");
  for (const student of students)
    expect(await student.send("ballot:cast", { ...ballot("against"), control: "undecided" })).toMatchObject(
      OK,
    );
  expect((await students[0]?.sync())?.you?.ballots.before).toMatchObject({ control: "undecided" });
  await moveTo(host, "after");
  for (const student of students)
    await student.send("ballot:cast", { ...ballot("for", "after"), control: "undecided" });
  await moveTo(host, "results");
  const { control } = await (await server.asHost("/results")).json();
  expect(control).toMatchObject({ n: 8, points: 200 });
  expect((await (await server.asStranger("/results")).json()).control).toBeNull();
  const { rows } = await (await server.asHost("/export?table=ballots&format=json")).json();
  expect(rows).toHaveLength(16);
  for (const row of rows) expect(row.control).toBe("undecided");
});
