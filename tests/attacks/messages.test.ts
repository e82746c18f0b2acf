import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REFUSALS } from "#debate/rules/result.ts";
import { fitting, HOST_SCHEMAS, mutated, STUDENT_SCHEMAS } from "#tests/attacks/payloads.ts";
import { closed, rawSeat, rawSocket } from "#tests/attacks/raw.ts";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const KNOWN = REFUSALS.filter((code) => code !== "internal" && code !== "busy");
const numRuns = 15;
const answered = expect.toSatisfy(
  (answer: { ok: boolean; code: string }) => answer.ok === true || KNOWN.includes(answer.code as never),
);

test.each([
  ["student", STUDENT_SCHEMAS],
  ["host", HOST_SCHEMAS],
] as const)(
  "[W1] every message of a %s, with invalid values anywhere in its payload",
  async (role, schemas) => {
    await using server = await startServer({ messagesPerSecond: 100_000 });
    const [host, client] = await server.seats("host", role);
    await moveTo(host, "rebuttal");
    for (const [name, schema] of schemas)
      await fc.assert(
        fc.asyncProperty(mutated(fitting(schema)), async (payload) => {
          expect(await client.raw(name, payload), name).toEqual(answered);
        }),
        { numRuns },
      );
    expect(await host.sync()).toMatchObject(OK);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  },
);

test("[W1] valid payloads get an answer by the rules, never an internal error", async () => {
  await using server = await startServer({ messagesPerSecond: 100_000 });
  const [host, ada] = await server.seats("host", "student");
  const all = [
    ...STUDENT_SCHEMAS.map((each) => [ada, ...each] as const),
    ...HOST_SCHEMAS.map((each) => [host, ...each] as const),
  ];
  for (const [client, name, schema] of all)
    await fc.assert(
      fc.asyncProperty(fitting(schema), async (payload) => {
        expect(await client.raw(name, payload), name).toEqual(answered);
      }),
      { numRuns: 5 },
    );
});

describe("[W1] below Socket.IO's messages", () => {
  const PACKETS = [
    ...["", "0", "1", "2", "2probe", "3", "4", "5", "6", "7", "99", "b4AAAA"],
    ...[
      "40",
      '40{"code":7}',
      '40/admin,{"code":"x"}',
      "41",
      "41/admin,",
      "42",
      "42[",
      "42[]",
      "42{}",
      "42null",
    ],
    ...[
      '42["sync"',
      '42"sync"',
      "42[1]",
      "42[null,{}]",
      '42[["sync"]]',
      '42/admin,["sync",{}]',
      "43[1]",
      "431[]",
    ],
    ...["44", '44{"message":"x"}', "45", '451-["sync",{"_placeholder":true,"num":0}]'],
    ...['4599999999-["sync",{"_placeholder":true,"num":0}]', '451-["sync",{"_placeholder":true,"num":-1}]'],
    ...['451-["sync",{"_placeholder":true,"num":"__proto__"}]', "461-[1]", "47", "4".repeat(1_000)],
    ...['42["disconnect"]', '42["connect"]', '42["newListener",{}]', '42["__proto__",{}]', '42["toString"]'],
    ...[
      `42${"[".repeat(8_000)}`,
      `42["sync",${"[".repeat(7_000)}${"]".repeat(7_000)}]`,
      `42${"9".repeat(9_000)}["sync",{}]`,
    ],
    ...[
      '42["sync",{"a":1e999}]',
      '42["sync",NaN]',
      '42["sync",{"__proto__":{"isAdmin":true}}]',
      "42\u0000",
      "\u{1F989}",
    ],
  ];

  test("malformed packets end at most their own connection", async () => {
    await using server = await startServer();
    const [bob] = await server.seats("student");
    const { code } = server.session;
    const { ticket } = await server.join();
    for (const packet of PACKETS) {
      const socket = await rawSeat(server.url, { code, ticket });
      socket.send(packet);
      socket.send(Buffer.from(packet));
      socket.close();
      await closed(socket);
    }
    for (const packet of PACKETS) {
      const stranger = await rawSocket(server.url);
      stranger.send(packet);
      stranger.close();
      await closed(stranger);
    }
    expect(await bob.sync()).toMatchObject(OK);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test("invalid UTF-8, invalid WebSocket frames, and random bytes", async () => {
    await using server = await startServer();
    const [bob] = await server.seats("student");
    const { code } = server.session;
    const { ticket } = await server.join();
    /** A client's frame with a mask of zeros. */
    const frame = (first: number, content: Buffer, length = content.length) =>
      Buffer.concat([Buffer.from([first, 0x80 | length, 0, 0, 0, 0]), content]);
    const invalid = Buffer.concat([
      Buffer.from('42["sync",{"a":"'),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from('"}]'),
    ]);
    const frames = [
      frame(0x81, invalid),
      frame(0x81, Buffer.from([0xed, 0xa0, 0x80])), // half a character
      frame(0x82, invalid),
      frame(0x80, invalid), // a continuation of nothing
      frame(0xf1, invalid), // reserved bits
      frame(0x8b, invalid), // an unknown kind
      frame(0x89, invalid, 126), // a ping that is too long
      frame(0x88, Buffer.from([0, 1])), // a reason to close that is none
      Buffer.from([0x81, 0x05, 0x34, 0x32, 0x5b, 0x5d, 0x20]), // not masked
      Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]), // without end
    ];
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((each) => Buffer.from(each));
    for (const sent of [...frames, ...fc.sample(bytes, numRuns)]) {
      const socket = await rawSeat(server.url, { code, ticket });
      const { _socket: wire } = socket as unknown as { _socket: NodeJS.WritableStream };
      wire.write(sent);
      socket.terminate();
    }
    expect(await bob.sync()).toMatchObject(OK);
  });

  test("random handshakes are refused with a code", async () => {
    await using server = await startServer();
    const auth = fc.oneof(
      fc.dictionary(fc.constantFrom("code", "ticket", "key", "as", "__proto__"), fc.jsonValue()),
      fc.record({
        code: fc.constant(server.session.code),
        ticket: fc.jsonValue(),
        as: fc.jsonValue(),
        key: fc.jsonValue(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(auth, async (given) => {
        const entered = rawSeat(server.url, given as object);
        await expect(entered).rejects.toThrow(
          /"code":"(malformed|too-long|unauthorized|not-found|forbidden)"/u,
        );
      }),
      { numRuns },
    );
  });
});
