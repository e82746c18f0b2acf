import { readdirSync } from "node:fs";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import type { Phase } from "#debate/rules/phases.ts";
import { ENTRIES, type Entry, IDENTITIES, type Identity } from "#debate/rules/session-options.ts";
import { createHttp } from "#server/http/http.ts";
import type { PageApi } from "#server/pages/page-api.ts";
import { createLog } from "#server/platform/log.ts";
import { hostMessages } from "#server/sockets/host.ts";
import { screenMessages } from "#server/sockets/screen.ts";
import { studentMessages } from "#server/sockets/student.ts";
import { anything } from "#tests/support/anything.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { IS_LONG } from "#tests/support/runs.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { CLAIM, join, makePasses, NOTE, REAL_NAME, REASON, TIMEOUT, WHY } from "./promise-students.ts";
import { ASKED_IN, EVENTS, MESSAGES, PAGES, ROUTES } from "./promise-tables.ts";

/** Who can receive data about a student: `self` is the student, `stranger` has only the code, `files` are the host's exports. */
const LISTENERS = ["self", "classmate", "screen", "stranger", "assistant", "host", "files", "log"] as const;
type Listener = (typeof LISTENERS)[number];

/**
 * [V10] Exactly who receives each of Ada's data, by mode. Every listener named has to receive it, or the check proves nothing.
 * Times, the use of a code and participation are found by the name of their field, so Bob's own time counts, as does the heading of an
 * empty list of codes. The private note is the host's, on the session.
 */
const RECEIVED_BY: Record<Identity, Record<string, Listener[]>> = {
  anonymous: {
    "real name": [],
    "stored name": [],
    id: ["self"],
    // [Z18] The host reads those of four or more, and no file has them.
    "words of a ballot": ["self"],
    "time of a ballot": ["self", "classmate"],
    "use of a code": [],
    "claim of a code": [],
    participation: [],
    "private note": ["host"],
  },
  pseudonym: {
    "real name": ["self", "host", "files"],
    "stored name": ["self", "classmate", "screen", "assistant", "host", "files"],
    id: ["self", "assistant", "host"],
    "words of a ballot": ["self", "host", "files"],
    "time of a ballot": ["self", "classmate", "files"],
    "use of a code": ["host"],
    "claim of a code": [],
    participation: ["host"],
    "private note": ["host"],
  },
  named: {
    "real name": ["self", "classmate", "screen", "assistant", "host", "files"],
    "stored name": ["self", "classmate", "screen", "assistant", "host", "files"],
    id: ["self", "assistant", "host"],
    "words of a ballot": ["self", "host", "files"],
    "time of a ballot": ["self", "classmate", "files"],
    "use of a code": ["host"],
    "claim of a code": [],
    participation: ["host"],
    "private note": ["host"],
  },
};

/** [J9] Who receives Ada's personal code, by how students join. Ada typed it, so it is not sent back. */
const CODE_RECEIVED_BY: Record<Entry, Listener[]> = { open: [], personal: ["host"] };

/** Routes that answer something else in another phase. */
const OF_SESSION = /:code|compare/u;

type Codes = { code: string; other: string };
type Read = (...asked: unknown[]) => Promise<unknown>;

/** Calls every function of the page API. Most take the reader's headers, the session's code and the key in the link. */
async function readAll(
  pageApi: PageApi,
  headers: Headers,
  { code, other }: Codes,
  key: string | undefined,
): Promise<unknown[]> {
  const otherParameters: Partial<Record<string, unknown[]>> = {
    setupOpen: ["a token"],
    invitation: ["a token"],
    reset: ["a token"],
    dashboard: [headers, 5],
    compare: [headers, `${code},${other}`],
    debate: [headers, "japan-russia-card"],
  };
  return Promise.all(
    Object.entries(pageApi).map(([name, read]) =>
      (read as Read)(...(otherParameters[name] ?? [headers, code, key])),
    ),
  );
}

test("[V10] every route, page and message is in these tables", () => {
  const routes = createHttp(anything).routes.filter(({ method }) => method !== "ALL");
  expect(routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !ROUTES[route])).toEqual([]);
  const pages = readdirSync("app", { recursive: true }).map(String);
  expect(pages.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/u.test(file) && !PAGES.includes(file))).toEqual(
    [],
  );
  const said = [
    hostMessages(anything, anything, anything),
    screenMessages(anything, anything),
    studentMessages(anything, anything, anything),
  ].flatMap((messages) => Object.keys(messages));
  expect(said.filter((name) => !MESSAGES[name])).toEqual([]);
});

/** With personal codes there is more to tell; the long form tries both ways of joining in each mode. */
const MODES = IDENTITIES.flatMap((identity) =>
  ENTRIES.filter((entry) => IS_LONG || (entry === "open") === (identity === "pseudonym")).map(
    (entry) => [identity, entry] as const,
  ),
);

test.concurrent.each(MODES)(
  "[V6] [V7] [V8] [V10] [V19] [V20] [J9] %s, %s entry: data about a student reaches only those who may see it",
  async (identity, entry) => {
    const received = Object.fromEntries(LISTENERS.map((listener) => [listener, ""])) as Record<
      Listener,
      string
    >;
    const log = createLog("trace", intoLog(received));
    await using server = await startServer({ settings: { identity, entry, wall: "best" }, log });
    const { code } = server.session;
    const [host, screen] = await server.seats("host", "screen");
    const { code: other } = await server.open({ identity, entry });
    await moveTo(await server.connect("host", { code: other }), "closed");
    const made = await (await server.asHost("/links/assistant", { json: {} })).json();
    const keys: Partial<Record<Listener, string>> = {
      screen: keyIn(server.session.urls.screen),
      assistant: keyIn(made.url),
    };
    const assistant = await server.connect("host", { key: keys.assistant }, { cookie: undefined });
    await server.asHost("/note", { method: "PUT", json: { text: NOTE } });
    const passes = entry === "personal" ? await makePasses(server) : [];
    const seats = [
      await join(server, REAL_NAME, passes[0]),
      await join(server, "Bob Babbage", passes[1]),
    ] as const;
    const [ada, bob] = [
      await server.connect("student", { ticket: seats[0].ticket }),
      await server.connect("student", { ticket: seats[1].ticket }),
    ];
    const second = await server.connect("student", { ticket: seats[0].ticket });
    const speakers = { self: ada, classmate: bob, screen, assistant, host };
    const cookies: Record<string, string> = {
      self: `seat-${code}=${seats[0].ticket}`,
      classmate: `seat-${code}=${seats[1].ticket}`,
      host: server.cookie,
    };
    const askAll = async (phase: Phase) => {
      if (!IS_LONG && !ASKED_IN[identity].includes(phase)) return;
      for (const listener of LISTENERS)
        if (listener !== "files" && listener !== "log")
          await ask(
            server,
            listener,
            {
              cookie: cookies[listener] ?? "",
              key: keys[listener],
              other,
              isWhole: IS_LONG || identity === "anonymous",
            },
            received,
          );
      // [W13] A new connection is told everything at once.
      const connections: [Listener, Client][] = [
        ["self", await server.connect("student", { ticket: seats[0].ticket, version: 0 })],
        ["classmate", await server.connect("student", { ticket: seats[1].ticket, version: 0 })],
        ["screen", await server.connect("screen", { version: 0 })],
        [
          "assistant",
          await server.connect("host", { key: keys.assistant, version: 0 }, { cookie: undefined }),
        ],
        ["host", await server.connect("host", { version: 0 })],
      ];
      for (const [listener, client] of connections) {
        await client.hears("synced");
        client.close();
        received[listener] += bytesOf(client);
      }
      for (const listener of ["self", "classmate"] as const) {
        const headers = { cookie: cookies[listener] ?? "" };
        received[listener] += await (
          await server.asStranger("/join?with=phone", { json: {}, headers })
        ).text();
      }
      for (const client of Object.values(speakers))
        for (const [name, payload] of Object.entries(MESSAGES))
          if (client !== host || name === "sync" || name === "host:reveal") await client.raw(name, payload);
    };

    const hers = rebuttal({ body: "Borders are drawn by those who walk them." });
    const his = rebuttal({ side: "against" });
    await moveTo(host, "before");
    await ada.send("ballot:cast", { ...ballot("for"), reason: REASON });
    await bob.send("ballot:cast", ballot("against"));
    await askAll("before");
    await moveTo(host, "rebuttal");
    await ada.send("rebuttal:post", hers);
    await bob.send("rebuttal:post", his);
    await ada.send("rebuttal:endorse", { rebuttalId: his.id, on: true });
    await ada.send("rebuttal:report", { rebuttalId: his.id, reason: "Rude." });
    await bob.hearsRebuttals(({ changed }) => changed.some(({ id }) => id === hers.id));
    await askAll("rebuttal");
    await moveTo(host, "after");
    await ada.send("ballot:cast", {
      ...ballot("against", "after"),
      credit: { rebuttalId: his.id, without: "for", why: WHY },
    });
    await second.hearsMine(({ ballots }) => ballots.after !== undefined);
    await moveTo(host, "results");
    await host.hears("roster");
    // A closed session answers what its results did, and more.
    if (IS_LONG) await askAll("results");
    await moveTo(host, "closed");
    await askAll("closed");

    for (const [listener, client] of Object.entries({ ...speakers, second }))
      received[listener === "second" ? "self" : (listener as Listener)] += bytesOf(client);
    const stored = await server.database.reader.participant.findUniqueOrThrow({
      where: { id: seats[0].participantId },
    });
    const markers: Record<string, string[]> = {
      "real name": [REAL_NAME, "Lovelace"],
      "stored name": [stored.name],
      id: [seats[0].participantId],
      "words of a ballot": [REASON, WHY],
      "time of a ballot": ["castAt"],
      "personal code": passes.slice(0, 1),
      "use of a code": ["isUsed"],
      "claim of a code": [CLAIM, stored.claimHash ?? CLAIM],
      participation: ["endorsementsGiven"],
      "private note": [NOTE],
    };
    const receivedBy = Object.fromEntries(
      Object.entries(markers).map(([what, texts]) => [
        what,
        LISTENERS.filter((listener) => texts.some((text) => received[listener].includes(text))),
      ]),
    );
    expect(receivedBy).toEqual({ ...RECEIVED_BY[identity], "personal code": CODE_RECEIVED_BY[entry] });
  },
  TIMEOUT,
);

/** Calls every route and reads every page as one listener. The host's exports count as `files`. */
async function ask(
  server: TestServer,
  listener: Listener,
  {
    cookie,
    key,
    other,
    isWhole,
  }: { cookie: string; key: string | undefined; other: string; isWhole: boolean },
  received: Record<Listener, string>,
) {
  const { code } = server.session;
  const isNew = isWhole && received[listener] === "";
  // Routes without a session answer the same in every phase.
  const routes = Object.entries(ROUTES).filter(([route]) => isNew || OF_SESSION.test(route));
  for (const [route, requests] of routes)
    for (const { path, ...init } of requests(code, other)) {
      const link = key === undefined ? "" : `${path.includes("?") ? "&" : "?"}key=${key}`;
      const answer = await server.request(path + link, { ...init, headers: { cookie } });
      const isFile = listener === "host" && route.endsWith("/export");
      received[isFile ? "files" : listener] +=
        `${JSON.stringify([...answer.headers])}${await answer.text()}\n`;
    }
  for (const read of await readAll(server.app.pageApi, new Headers({ cookie }), { code, other }, key))
    received[listener] += `${JSON.stringify(read)}\n`;
}

function bytesOf({ heard, answers }: Client): string {
  for (const { name } of heard) expect(EVENTS).toContain(name);
  return JSON.stringify([heard, answers]);
}

function intoLog(received: Record<Listener, string>): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      received.log += String(chunk);
      done();
    },
  });
}
