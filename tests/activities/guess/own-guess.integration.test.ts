import { expect, test } from "vitest";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[V16] a student is told the own guess again, by sync and with the page, until votes are cast anew", async () => {
  await using server = await startServer({ settings: { reveal: "staged", activities: { guess: {} } } });
  const host = await server.connect("host");
  const seat = await server.join();
  const cookie = `seat-${server.session.code}=${seat.ticket}`;
  const ada = await server.connect("student", { ticket: seat.ticket });
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await moveTo(host, "after");
  await ada.send("ballot:cast", ballot("for", "after"));
  await moveTo(host, "results");
  const { version } = (await host.sync()).session;
  expect(await host.send("host:step", { step: "guess", version })).toMatchObject(OK);
  expect((await ada.sync()).you).not.toHaveProperty("guess");
  for (const share of [30, 40]) expect(await ada.send("guess:cast", { share })).toEqual(OK);
  expect((await ada.sync()).you).toMatchObject({ guess: 40 });
  const page = await server.app.pageApi.phone(new Headers({ cookie }), server.session.code);
  expect(page.ok && page.value.seat).toMatchObject({ you: { guess: 40 } });
  await moveTo(host, "after");
  expect((await ada.sync()).you).not.toHaveProperty("guess");
  expect(await ada.send("guess:cast", { share: 50 })).toEqual(refused("wrong-phase"));
});

test("[V16] a guess that a phone kept from an earlier reveal is refused as stale, and one of this reveal counts", async () => {
  await using server = await startServer({ settings: { reveal: "staged", activities: { guess: {} } } });
  const host = await server.connect("host");
  const ada = await server.connect("student");
  const reveal = async () => {
    await moveTo(host, "before");
    await ada.send("ballot:cast", ballot("for"));
    await moveTo(host, "after");
    await ada.send("ballot:cast", ballot("for", "after"));
    await moveTo(host, "results");
    const { version } = (await host.sync()).session;
    expect(await host.send("host:step", { step: "guess", version })).toMatchObject(OK);
    return (await ada.sync()).session.version;
  };
  const first = await reveal();
  const second = await reveal();
  expect(await ada.send("guess:cast", { share: 30, version: first })).toEqual(refused("stale"));
  expect((await ada.sync()).you).not.toHaveProperty("guess");
  expect(await ada.send("guess:cast", { share: 40, version: second })).toEqual(OK);
  expect((await ada.sync()).you).toMatchObject({ guess: 40 });
});
