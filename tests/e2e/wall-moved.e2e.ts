import { expect, test } from "playwright/test";
import { openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { cutOff, overlaps } from "#tests/e2e/support/wall-text.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";

const WALLS = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
] as const;
const JAPANESE = "国境は四千キロメートルにわたって動かず、地理は取引に応じない。";

test("[V12] [V26] the long Japanese words that moved people fit on every wall", async ({ browser }) => {
  const program = await sharedProgram();
  const settings = { stagedReveal: true, wall: "best" } as const;
  const { cookie, code, key } = await openSession(program, settings);
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const students = await Promise.all(Array.from({ length: 6 }, () => joinBySocket(program.url, code)));
  const { wall } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, ["wall"]);
  await moveTo(host, "before");
  for (const student of students) await student.send("ballot:cast", ballot("against"));
  await moveTo(host, "rebuttal");
  const posted = [0, 1, 2].map((at) => rebuttal({ body: JAPANESE.repeat(6 + at) }));
  for (const [at, each] of posted.entries()) await students[at]?.send("rebuttal:post", each);
  await moveTo(host, "after");
  const why = "It gave me a reason that I had not thought of before, and I looked it up.";
  for (const [at, student] of students.entries()) {
    // No one credits a rebuttal of their own.
    const named =
      at < 3 ? { paragraph: { side: "for" as const, n: at + 1 } } : { rebuttalId: posted[at - 3]?.id };
    const sent = { ...ballot("for", "after"), credit: { ...named, without: "against" as const, why } };
    expect(await student.send("ballot:cast", sent)).toMatchObject({ ok: true });
  }
  await moveTo(host, "results");
  const { version } = (await host.sync()).session;
  expect(await host.send("host:step", { step: "moved", version })).toMatchObject({ ok: true });
  await expect(wall.getByRole("listitem")).toHaveCount(6);
  for (const [width, height] of WALLS) {
    await wall.setViewportSize({ width, height });
    const where = `${width} x ${height}`;
    await expect.poll(() => cutOff(wall), { message: where }).toEqual([]);
    await expect.poll(() => overlaps(wall), { message: where }).toEqual([]);
  }
  for (const client of [host, ...students]) client.close();
});
