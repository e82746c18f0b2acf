import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { ENTRIES, type Entry, IDENTITIES, type Identity } from "#debate/rules/settings.ts";
import { createHttp } from "#server/http/http.ts";
import type { PageApi } from "#server/pages/page-api.ts";
import { createLog } from "#server/platform/log.ts";
import { hostMessages } from "#server/sockets/host.ts";
import { screenMessages } from "#server/sockets/screen.ts";
import { studentMessages } from "#server/sockets/student.ts";
import { anything } from "#tests/support/anything.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { cookiesOf, keyIn, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** Who hears something: the student it is about, a classmate, the wall, somebody with the code, an assistant, the host, their files, the log. */
const LISTENERS = ["self", "classmate", "screen", "stranger", "assistant", "host", "files", "log"] as const;
type Listener = (typeof LISTENERS)[number];

/** Some seven hundred requests, in milliseconds. */
const PATIENCE = 120_000;

const REAL_NAME = "Ada Lovelace";
const REASON = "A reason in her own words.";
/** [J10] What a phone made before it joined. */
const CLAIM = "Y2xhaW0gb2YgdGhlIHRlc3Rz";
const WHY = "What she says of how it moved her, and long enough to count.";

/**
 * [V10] Of Ada: to whom each of these comes, by mode. To nobody else, and to all of these: else a marker marks nothing.
 * A time is marked by its name, and Bob takes his own along; the use of a personal code too, which heads a list of none.
 */
const COMES_TO: Record<Identity, Record<string, Listener[]>> = {
  anonymous: {
    "real name": [],
    "stored name": [],
    id: ["self"],
    "words of a ballot": ["self", "files"],
    "time of a ballot": ["self", "classmate"],
    "use of a code": [],
    "claim of a code": [],
  },
  pseudonym: {
    "real name": ["self", "host", "files"],
    "stored name": ["self", "classmate", "screen", "assistant", "host", "files"],
    id: ["self", "assistant", "host"],
    "words of a ballot": ["self", "files"],
    "time of a ballot": ["self", "classmate", "files"],
    "use of a code": ["host"],
    "claim of a code": [],
  },
  named: {
    "real name": ["self", "classmate", "screen", "assistant", "host", "files"],
    "stored name": ["self", "classmate", "screen", "assistant", "host", "files"],
    id: ["self", "assistant", "host"],
    "words of a ballot": ["self", "files"],
    "time of a ballot": ["self", "classmate", "files"],
    "use of a code": ["host"],
    "claim of a code": [],
  },
};

/** [J9] Of her personal code, where there is one, by how students join. She holds hers already. */
const CODE_COMES_TO: Record<Entry, Listener[]> = { open: [], personal: ["host"] };

type Asked = { path: string; json?: unknown; method?: string };
const JSON_OF_NOTHING = { json: {} };
const remove = (path: string): Asked[] => [{ path, method: "DELETE" }];

/** Every route, with requests to it. What is new has to be put here, with all that it can be asked for. */
const ROUTES: Record<string, (code: string) => Asked[]> = {
  "GET /healthz": () => [{ path: "/healthz" }],
  "GET /readyz": () => [{ path: "/readyz" }],
  "GET /metrics": () => [{ path: "/metrics" }],
  "GET /api/auth/get-session": () => [{ path: "/api/auth/get-session" }],
  "GET /api/auth/callback/oidc": () => [{ path: "/api/auth/callback/oidc" }],
  "POST /api/auth/sign-out": () => [],
  "POST /api/auth/revoke-sessions": () => [],
  "POST /api/auth/sign-in/email": () => [
    { path: "/api/auth/sign-in/email", json: { email: "a@example.org", password: "x" } },
  ],
  "POST /api/auth/sign-in/code": () => [{ path: "/api/auth/sign-in/code", json: { code: "0000000000" } }],
  "POST /api/auth/change-password": () => [{ path: "/api/auth/change-password", ...JSON_OF_NOTHING }],
  "GET /api/oidc/sign-in": () => [{ path: "/api/oidc/sign-in" }],
  "GET /api/oidc/connect": () => [{ path: "/api/oidc/connect" }],
  "GET /api/invitations": () => [{ path: "/api/invitations" }],
  "POST /api/invitations": () => [{ path: "/api/invitations", ...JSON_OF_NOTHING }],
  "DELETE /api/invitations/:id": () => remove(`/api/invitations/${randomUUID()}`),
  "POST /api/invitations/accept": () => [{ path: "/api/invitations/accept", ...JSON_OF_NOTHING }],
  "POST /api/account/code": () => [{ path: "/api/account/code", ...JSON_OF_NOTHING }],
  "GET /api/account/data": () => [{ path: "/api/account/data" }],
  // Whoever asks without the proof keeps their account.
  "DELETE /api/account": () => [{ path: "/api/account", method: "DELETE", ...JSON_OF_NOTHING }],
  "POST /api/setup": () => [{ path: "/api/setup", ...JSON_OF_NOTHING }],
  "GET /api/debates": () => [{ path: "/api/debates" }],
  "POST /api/debates": () => [{ path: "/api/debates", ...JSON_OF_NOTHING }],
  "POST /api/debates/import": () => [{ path: "/api/debates/import", json: { text: REAL_NAME.slice(4, 6) } }],
  "GET /api/debates/:id": () => [{ path: "/api/debates/japan-russia-card" }],
  "PUT /api/debates/:id": () => [{ path: "/api/debates/x", method: "PUT", ...JSON_OF_NOTHING }],
  "DELETE /api/debates/:id": () => remove("/api/debates/x"),
  "POST /api/sessions": () => [{ path: "/api/sessions", ...JSON_OF_NOTHING }],
  "GET /api/sessions/:code": (code) => [{ path: `/api/sessions/${code}` }],
  // The host's own would end the session.
  "DELETE /api/sessions/:code": () => remove("/api/sessions/ZZZZZZ"),
  "GET /api/sessions/:code/debate": (code) => [{ path: `/api/sessions/${code}/debate` }],
  "POST /api/sessions/:code/join": (code) => [
    { path: `/api/sessions/${code}/join`, json: { name: "Somebody else" } },
    { path: `/api/sessions/${code}/join`, json: { name: "x".repeat(90) } },
  ],
  "POST /api/sessions/:code/ballot": (code) => [
    { path: `/api/sessions/${code}/ballot`, json: { round: "before", choice: "for", seq: 1 } },
  ],
  "GET /api/sessions/:code/phone": (code) => [{ path: `/api/sessions/${code}/phone` }],
  "GET /api/sessions/:code/mine": (code) => [{ path: `/api/sessions/${code}/mine` }],
  "DELETE /api/sessions/:code/mine": () => remove("/api/sessions/ZZZZZZ/mine"),
  "DELETE /api/sessions/:code/participants/:id": (code) =>
    remove(`/api/sessions/${code}/participants/${randomUUID()}`),
  "DELETE /api/sessions/:code/rebuttals/:id": (code) =>
    remove(`/api/sessions/${code}/rebuttals/${randomUUID()}`),
  "GET /api/sessions/:code/passes": (code) => [
    { path: `/api/sessions/${code}/passes` },
    { path: `/api/sessions/${code}/passes?format=csv` },
  ],
  "POST /api/sessions/:code/passes": (code) => [{ path: `/api/sessions/${code}/passes`, ...JSON_OF_NOTHING }],
  "POST /api/sessions/:code/links/:link": (code) => [
    { path: `/api/sessions/${code}/links/none`, ...JSON_OF_NOTHING },
  ],
  "DELETE /api/sessions/:code/links/:link": (code) => remove(`/api/sessions/${code}/links/none`),
  "GET /api/sessions/:code/results": (code) => [{ path: `/api/sessions/${code}/results` }],
  "GET /api/sessions/:code/export": (code) =>
    ["ballots", "rebuttals", "participants", "events", "seats"].flatMap((table) =>
      ["csv", "json"].map((format) => ({
        path: `/api/sessions/${code}/export?table=${table}&format=${format}`,
      })),
    ),
};

/** Every page. What a page shows, in its source too, is made of fixed words and of what it reads through the page API. */
const PAGES = [
  "page.tsx",
  "account/page.tsx",
  "dashboard/page.tsx",
  "debates/[id]/page.tsx",
  "debates/[id]/edit/page.tsx",
  "debates/import/page.tsx",
  "host/[code]/page.tsx",
  "host/[code]/codes/page.tsx",
  "invite/page.tsx",
  "join/page.tsx",
  "privacy/page.tsx",
  "results/[code]/page.tsx",
  "s/[code]/page.tsx",
  "screen/[code]/page.tsx",
  "setup/page.tsx",
  "sign-in/page.tsx",
];

type Read = (...asked: unknown[]) => Promise<unknown>;

/** Reads through the whole page API; most of it is asked with who asks, for which session, and with the key in a link. */
async function readAll(
  pageApi: PageApi,
  headers: Headers,
  code: string,
  key: string | undefined,
): Promise<unknown[]> {
  const others: Partial<Record<string, unknown[]>> = {
    setupOpen: ["a token"],
    invitation: ["a token"],
    dashboard: [headers, 5],
    debate: [headers, "japan-russia-card"],
  };
  return Promise.all(
    Object.entries(pageApi).map(([name, read]) => (read as Read)(...(others[name] ?? [headers, code, key]))),
  );
}

/** Every message that can be said; here by whoever may not say it, or so that it changes nothing. */
const SAID: Record<string, object> = {
  sync: {},
  "ballot:cast": ballot("for", "before", 0),
  "rebuttal:post": { ...rebuttal(), replyTo: randomUUID() },
  "rebuttal:endorse": { rebuttalId: randomUUID(), on: true },
  "rebuttal:report": { rebuttalId: randomUUID(), reason: "Rude." },
  "rebuttal:seen": { ids: [randomUUID()] },
  "host:phase": { to: "lobby", version: 0 },
  "host:timer": { seconds: null },
  "host:moderate": { rebuttalId: randomUUID(), action: "hide" },
  "host:remove": { participantId: randomUUID() },
  "host:lock": { locked: false },
  "host:reveal": { on: true },
  "host:spotlight": { rebuttalId: null },
  "host:wall": { show: null },
  "host:restore": { participantId: randomUUID() },
  "host:undo": { entry: 1 },
  "host:log": { before: 1_000 },
  "host:results": { kept: false },
  "host:approve-first": { on: false },
};

/** Every message that is heard. `gone` and `removed` say nothing; the others are heard here. */
const HEARD = ["session", "rebuttals", "mine", "roster", "removed", "gone", "storage", "log"];

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
    studentMessages(anything, anything),
  ].flatMap((messages) => Object.keys(messages));
  expect(said.filter((name) => !SAID[name])).toEqual([]);
});

const MODES = IDENTITIES.flatMap((identity) => ENTRIES.map((entry) => [identity, entry] as const));

test.each(MODES)(
  "[V6] [V7] [V8] [V10] [J9] %s, %s entry: data about a student reaches only those who may see it",
  async (identity, entry) => {
    const told = Object.fromEntries(LISTENERS.map((listener) => [listener, ""])) as Record<Listener, string>;
    const log = createLog("trace", intoLog(told));
    await using server = await startServer({ settings: { identity, entry, wall: "best" }, log });
    const { code } = server.session;
    const [host, screen] = await server.seats("host", "screen");
    const made = await (await server.asHost("/links/assistant", { json: {} })).json();
    const keys: Partial<Record<Listener, string>> = {
      screen: keyIn(server.session.urls.screen),
      assistant: keyIn(made.url),
    };
    const assistant = await server.connect("host", { key: keys.assistant }, { cookie: undefined });
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
    const walk = async () => {
      for (const listener of LISTENERS)
        if (listener !== "files" && listener !== "log")
          await ask(server, listener, { cookie: cookies[listener] ?? "", key: keys[listener] }, told);
      for (const client of Object.values(speakers))
        for (const [name, payload] of Object.entries(SAID))
          if (client !== host || name === "sync" || name === "host:reveal") await client.raw(name, payload);
    };

    const hers = rebuttal({ body: "Borders are drawn by those who walk them." });
    const his = rebuttal({ side: "against" });
    await moveTo(host, "before");
    await ada.send("ballot:cast", { ...ballot("for"), reason: REASON });
    await bob.send("ballot:cast", ballot("against"));
    await walk();
    await moveTo(host, "rebuttal");
    await ada.send("rebuttal:post", hers);
    await bob.send("rebuttal:post", his);
    await ada.send("rebuttal:endorse", { rebuttalId: his.id, on: true });
    await ada.send("rebuttal:report", { rebuttalId: his.id, reason: "Rude." });
    await bob.hearsRebuttals(({ changed }) => changed.some(({ id }) => id === hers.id));
    await walk();
    await moveTo(host, "after");
    await ada.send("ballot:cast", {
      ...ballot("against", "after"),
      credit: { rebuttalId: his.id, without: "for", why: WHY },
    });
    await second.hearsMine(({ ballots }) => ballots.after !== undefined);
    await moveTo(host, "results");
    await host.hears("roster");
    await walk();
    await moveTo(host, "closed");
    await walk();

    for (const [listener, client] of Object.entries({ ...speakers, second }))
      told[listener === "second" ? "self" : (listener as Listener)] += bytesOf(client);
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
    };
    const comesTo = Object.fromEntries(
      Object.entries(markers).map(([what, texts]) => [
        what,
        LISTENERS.filter((listener) => texts.some((text) => told[listener].includes(text))),
      ]),
    );
    expect(comesTo).toEqual({ ...COMES_TO[identity], "personal code": CODE_COMES_TO[entry] });
  },
  PATIENCE,
);

test(
  "[J10] [V7] a host who holds every code reads no vote, casts none and deletes no seat, by any route",
  async () => {
    await using server = await startServer({ settings: { identity: "anonymous", entry: "personal" } });
    const { reader } = server.database;
    const [pass = "", ofWord = "", spare = ""] = await makePasses(server);
    const ada = await server.connect("student", { ticket: (await join(server, REAL_NAME, pass)).ticket });
    const word = "a word of his own";
    const his: Seat = await (await server.asStranger("/join", { json: { pass: ofWord, word } })).json();
    const bob = await server.connect("student", { ticket: his.ticket });
    const host = await server.connect("host");
    const theirs = { participantId: { in: [`${ada.participantId}`, his.participantId] } };
    const rows = async () => ({
      seats: await reader.participant.findMany({
        where: { id: theirs.participantId },
        orderBy: { id: "asc" },
      }),
      ballots: await reader.ballot.findMany({ where: theirs, orderBy: { participantId: "asc" } }),
      rebuttals: await reader.rebuttal.findMany({ where: theirs, orderBy: { id: "asc" } }),
    });
    let told = "";
    const walk = async () => {
      const before = await rows();
      for (const code of [pass, ofWord]) told += await triesCode(server, code);
      expect(await rows()).toEqual(before);
    };

    await moveTo(host, "before");
    await ada.send("ballot:cast", { ...ballot("for"), reason: REASON });
    await bob.send("ballot:cast", { ...ballot("against"), reason: REASON });
    await walk();
    await host.send("host:lock", { locked: true });
    await walk();
    await moveTo(host, "rebuttal");
    await ada.send("rebuttal:post", rebuttal());
    await walk();
    await moveTo(host, "after");
    await ada.send("ballot:cast", { ...ballot("against", "after"), reason: WHY });
    await walk();
    await host.send("host:lock", { locked: false });
    await walk();
    for (const secret of [REASON, WHY, "castAt", ada.participantId, his.participantId])
      expect(told).not.toContain(secret);

    // [J10] What is left to a host: a code that nobody has used yet. Its student is refused then, and asks for another.
    const taken = await join(server, "The host", spare);
    const leave = { method: "DELETE", headers: { cookie: `seat-${server.session.code}=${taken.ticket}` } };
    expect((await server.asStranger("/mine?scope=seat", leave)).status).toBe(204);
    const late = await server.asStranger("/join", { json: { pass: spare, claim: `${CLAIM}-of-Carol` } });
    expect([late.status, await late.json()]).toMatchObject([409, { error: { code: "duplicate" } }]);
    for (const phase of ["results", "closed"] as const) {
      await moveTo(host, phase);
      await walk();
    }
  },
  PATIENCE,
);

/** Whatever a host can do with somebody's personal code: every way to join, then every route with what that gave. */
async function triesCode(server: TestServer, pass: string): Promise<string> {
  const { code } = server.session;
  const bodies = [
    {},
    { claim: randomUUID() },
    { word: "a wrong word" },
    { claim: randomUUID(), word: "a wrong word" },
    { name: REAL_NAME, claim: "A".repeat(22) },
  ].map((brought) => ({ pass, ...brought }));
  let told = "";
  const cookies = [server.cookie];
  for (const json of bodies)
    for (const cookie of ["", server.cookie])
      for (const init of [{ json }, { method: "POST", body: new URLSearchParams(json) }]) {
        const answer = await server.request(`/api/sessions/${code}/join`, { ...init, headers: { cookie } });
        expect(answer.headers.getSetCookie()).toEqual([]);
        expect(answer.status === 303 ? answer.headers.get("location") : answer.status).not.toBe(`/s/${code}`);
        cookies.push(cookiesOf(answer));
        told += await answer.text();
      }
  const held = { cookie: cookies.filter(Boolean).join("; ") };
  const paths = Object.keys(ROUTES).flatMap((route) =>
    route.startsWith("GET /api/sessions/:code") ? [route.replace("GET ", "").replace(":code", code)] : [],
  );
  for (const path of paths)
    for (const asked of [path, `${path}?pass=${pass}`])
      told += await (await server.request(asked, { headers: held })).text();
  for (const scope of ["words", "seat"]) {
    const path = `/mine?scope=${scope}&pass=${pass}`;
    expect((await server.asStranger(path, { method: "DELETE", headers: held })).status).toBe(401);
  }
  for (const round of ["before", "after"] as const) {
    const vote = await server.asHost("/ballot", { json: ballot("undecided", round, 99) });
    expect(vote.status).toBe(401);
  }
  await expect(server.connect("student", { ticket: pass })).rejects.toThrow();
  return told;
}

/** Asks every route and reads every page as somebody. What the host takes away is apart from what they look at. */
async function ask(
  server: TestServer,
  listener: Listener,
  { cookie, key }: { cookie: string; key: string | undefined },
  told: Record<Listener, string>,
) {
  const { code } = server.session;
  const isNew = told[listener] === "";
  // What is about no session is the same in every phase.
  const routes = Object.entries(ROUTES).filter(([route]) => isNew || route.includes(":code"));
  for (const [route, requests] of routes)
    for (const { path, ...init } of requests(code)) {
      const link = key === undefined ? "" : `${path.includes("?") ? "&" : "?"}key=${key}`;
      const answer = await server.request(path + link, { ...init, headers: { cookie } });
      const isFile = listener === "host" && route.endsWith("/export");
      told[isFile ? "files" : listener] += `${JSON.stringify([...answer.headers])}${await answer.text()}\n`;
    }
  for (const read of await readAll(server.app.pageApi, new Headers({ cookie }), code, key))
    told[listener] += `${JSON.stringify(read)}\n`;
}

/** Three personal codes, of which one is nobody's. */
async function makePasses(server: TestServer): Promise<string[]> {
  const { passes } = await (await server.asHost("/passes", { json: { count: 3 } })).json();
  return passes.map(({ code }: { code: string }) => code);
}

async function join(server: TestServer, name: string, pass: string | undefined): Promise<Seat> {
  const json = { name, ...(pass !== undefined && { pass, claim: CLAIM }) };
  return (await server.asStranger("/join", { json })).json();
}

function bytesOf({ heard, answers }: Client): string {
  for (const { name } of heard) expect(HEARD).toContain(name);
  return JSON.stringify([heard, answers]);
}

function intoLog(told: Record<Listener, string>): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      told.log += String(chunk);
      done();
    },
  });
}
