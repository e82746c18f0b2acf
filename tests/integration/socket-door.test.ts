import { describe, expect, test } from "vitest";
import { MESSAGE_BYTES } from "#debate/protocol/messages.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

/** Sends under any name and with any arguments, without an acknowledgement. */
const shout = (client: Client, ...sent: unknown[]) => client.socket.emit(...(sent as ["sync", never, never]));

describe("[W1] every message is answered", () => {
  test("unknown messages of any name", async () => {
    await using server = await startServer();
    const [ada] = await server.seats("student");
    for (const name of [
      "",
      "nonsense",
      "ballot",
      "toString",
      "__proto__",
      "constructor",
      "error",
      "x".repeat(9_000),
    ])
      expect(await ada.raw(name, {}), name.slice(0, 20)).toEqual(refused("malformed"));
    expect(await ada.raw(7 as never, {})).toEqual(refused("malformed"));
    expect(await ada.sync()).toMatchObject(OK);
  });

  test("a payload of the wrong type, a missing payload, and extra arguments", async () => {
    await using server = await startServer();
    const [host, ada] = await server.seats("host", "student");
    await moveTo(host, "before");
    const wrong = [
      null,
      1,
      "x",
      true,
      [],
      [[]],
      Buffer.from("x"),
      { round: 1 },
      { ...ballot("for"), by: "eve" },
    ];
    for (const payload of wrong) expect(await ada.raw("ballot:cast", payload)).toEqual(refused("malformed"));
    expect(await ada.raw("ballot:cast")).toEqual(refused("malformed"));
    for (const payload of wrong) expect(await host.raw("host:phase", payload)).toEqual(refused("malformed"));
    expect(await ada.raw("ballot:cast", ballot("for"), "more", {})).toMatchObject(OK);
  });
});

test("[W1] messages that ask for no acknowledgement are handled too, and break nothing", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  for (const sent of [
    ["ballot:cast"],
    ["ballot:cast", null],
    ["nonsense", 1],
    [7, {}],
    ["error"],
    ["host:phase", {}],
  ])
    shout(ada, ...sent);
  shout(ada, "ballot:cast", ballot("against"));
  await host.sees(({ turnout }) => turnout.voted === 1);
});

describe("[W1] size", () => {
  test("a text that is too long is refused with a code while the message is within its limit", async () => {
    await using server = await startServer();
    const [host, ada] = await server.seats("host", "student");
    await moveTo(host, "rebuttal");
    const answer = await ada.send("rebuttal:post", rebuttal({ body: "x".repeat(MESSAGE_BYTES - 200) }));
    expect(answer).toMatchObject({ ok: false, code: "too-long", message: expect.stringMatching(/^body: /u) });
  });

  test("a message over its limit ends only its own connection, which reconnects", async () => {
    await using server = await startServer();
    const [ada, bob] = await server.seats("student", "student");
    const lost = new Promise((resolve) => ada.socket.once("disconnect", resolve));
    shout(ada, "rebuttal:post", rebuttal({ body: "x".repeat(MESSAGE_BYTES + 2_048) }));
    expect(await lost).toMatch(/transport/u);
    await ada.connected();
    expect(await ada.sync()).toMatchObject(OK);
    expect(bob.socket.connected).toBe(true);
    expect(await bob.sync()).toMatchObject(OK);
  });
});

test("[W1] both transports carry the same", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const ada = await server.connect("student", {}, { transports: ["polling"] });
  await moveTo(host, "before");
  await ada.sees(({ phase }) => phase === "before");
  expect(await ada.send("ballot:cast", ballot("for"))).toEqual({ ...OK, seq: 1 });
  expect(ada.socket.io.engine.transport.name).toBe("polling");
});

test("[W1] malformed handshakes are refused, and the server keeps running", async () => {
  await using server = await startServer();
  const [ada] = await server.seats("student");
  const socketPath = (query: string) => server.request(`/socket.io/?EIO=4&${query}`);
  for (const query of [
    "",
    "transport=carrier-pigeon",
    "transport=polling&sid=nobody",
    "transport=polling&sid=%00",
  ])
    expect((await socketPath(query)).status).toBe(400);
  const opened = await (await socketPath("transport=polling")).text();
  const { sid } = JSON.parse(opened.slice(1));
  const garbage = await server.request(`/socket.io/?EIO=4&transport=polling&sid=${sid}`, {
    method: "POST",
    body: "40{not json",
  });
  expect(garbage.status).toBeLessThan(500);
  expect(await ada.sync()).toMatchObject(OK);
});
