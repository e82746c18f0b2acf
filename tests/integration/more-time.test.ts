import { expect, test } from "vitest";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[P10] requests that come together are one: one event, and one new version of the session", async () => {
  await using server = await startServer();
  const [host, ...students] = await server.seats(
    "host",
    ...Array.from({ length: 20 }, () => "student" as const),
  );
  await host.send("host:timer", { seconds: 60, closes: true });
  const { version } = (await host.sync()).session;
  const answers = await Promise.all(students.map((student) => student.send("time:ask", {})));
  for (const answer of answers) expect(answer).toMatchObject(OK);
  expect((await host.sync()).session).toMatchObject({ version: version + 1, moreTime: true });
  const events = await server.database.reader.event.findMany({ where: { kind: "more-time" } });
  expect(events).toMatchObject([{ count: 1 }]);
});

test("[P10] a student's request for more time reaches host and assistant alone, without a name, and the timer only warns from then on", async () => {
  await using server = await startServer();
  const [host, screen, ada, ben] = await server.seats("host", "screen", "student", "student");
  await moveTo(host, "before");
  expect(await ada.send("time:ask", {})).toEqual(refused("wrong-phase"));
  await host.send("host:timer", { seconds: 60, closes: true });

  expect(await ada.send("time:ask", {})).toMatchObject(OK);
  const told = await host.sees(({ moreTime }) => moreTime === true);
  expect(told.timerCloses).toBe(false);
  for (const client of [screen, ada, ben]) {
    const { session } = await client.sync();
    expect(session).toMatchObject({ timerCloses: false });
    expect(session).not.toHaveProperty("moreTime");
  }
  // However many ask, it is one request.
  expect(await ben.send("time:ask", {})).toMatchObject(OK);
  const events = await server.database.reader.event.findMany({ where: { kind: "more-time" } });
  expect(events).toMatchObject([{ actor: "participant", detail: "", count: 1 }]);
  expect((await host.sync()).log?.[0]).toMatchObject({ kind: "more-time", actor: "participant" });

  // A new timer is not the one that was too short.
  await host.send("host:timer", { seconds: 60, closes: true });
  await host.sees((snapshot) => snapshot.timerCloses === true && !("moreTime" in snapshot));
  expect(await ada.send("time:ask", {})).toMatchObject(OK);
  await host.sees(({ moreTime }) => moreTime === true);
});
