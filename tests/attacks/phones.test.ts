import { expect, test } from "vitest";
import { countPerTurn } from "#tests/attacks/answers-per-turn.ts";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[L27] one seat asks for its phone's page 400 times at once, and is answered as often as it may send `sync`", async () => {
  await using server = await startServer();
  const { ticket } = await server.join();
  const { code } = server.session;
  const page = asking(`/api/sessions/${code}/phone`, { cookie: `seat-${code}=${ticket}` });
  const again = asking(`/api/sessions/${code}/join?with=phone`, { cookie: `seat-${code}=${ticket}` }, {});
  const pages = await pipelined(server.url, Array<string>(400).fill(page));
  expect(pages).toEqual(
    new Map([
      [200, 150],
      [429, 250],
    ]),
  );
  // Its seat is confirmed in any case, and others are not kept waiting.
  expect(await pipelined(server.url, Array<string>(50).fill(again))).toEqual(new Map([[200, 50]]));
  const joined = await server.asStranger("/join?with=phone", { json: {} });
  expect(await joined.json()).toMatchObject({ phone: { seat: { you: {} } } });
});

test.each([
  ["joins", "/join?with=phone", { json: {} }, 201],
  ["requests for the page of a phone without a seat", "/phone", {}, 200],
])(
  "[L27] of 100 %s at once, one is answered in each turn of the event loop",
  async (_what, path, init, status) => {
    await using server = await startServer();
    await moveTo(await server.connect("host"), "rebuttal");
    const answered = countPerTurn(server);
    const answers = await Promise.all(Array.from({ length: 100 }, () => server.asStranger(path, init)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(100).fill(status));
    // Two, where a turn of the test's own count ends between them.
    expect(Math.max(...answered())).toBeLessThanOrEqual(2);
  },
);
