import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { extentOf, FACTS, type Fact } from "#debate/rules/promise.ts";
import { AUDIENCES, type Audience, type Extent } from "#debate/rules/promise-terms.ts";
import type { Entry, Identity } from "#debate/rules/session-options.ts";
import type { PageApi } from "#server/pages/page-api.ts";
import { createLog } from "#server/platform/log.ts";
import { hostMessages } from "#server/sockets/host.ts";
import { screenMessages } from "#server/sockets/screen.ts";
import { studentMessages } from "#server/sockets/student.ts";
import { anything } from "#tests/support/anything.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { playLesson, type Smallest, type Stage, settingsOf } from "./promise-class.ts";
import { add, FOUND, type Pieces } from "./promise-secrets.ts";
import { MESSAGES, ROUTES, requestsTo, TIMEOUT } from "./promise-tables.ts";

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

test("[V10] every message that a client can send is asked below", () => {
  const said = [
    hostMessages(anything, anything, anything),
    screenMessages(anything, anything),
    studentMessages(anything, anything),
  ].flatMap((messages) => Object.keys(messages));
  expect(said.filter((name) => !MESSAGES[name])).toEqual([]);
});

/** How joining is closed decides with a small group what a class is told: the exact flow of an anonymous one only with codes. */
const CLASSES: [Identity, Entry, Smallest, "of a class" | "no list"][] = [
  ["pseudonym", "open", "a group of one", "no list"],
  ["named", "personal", "a group of one", "no list"],
  ["pseudonym", "personal", "a group of one", "of a class"],
  ["anonymous", "open", "a group of one", "no list"],
  ["anonymous", "personal", "a group of one", "no list"],
  ["anonymous", "personal", "groups of four", "no list"],
];

/** When an audience first receives what it may know. */
const RECEIVED: Record<Extent, Stage> = {
  now: "early",
  shown: "early",
  released: "late",
  results: "late",
  groups: "late",
  four: "late",
  five: "late",
  picked: "late",
  put: "late",
};

test.concurrent.each(CLASSES)(
  "[V47] [V6] [V7] [V8] [V10] [V19] [V20] [J9] [Q9] %s, %s entry, %s, %s: each audience receives what the promise tells it, and nothing else",
  async (identity, entry, smallest, kind) => {
    const received = Object.fromEntries(
      AUDIENCES.map((audience) => [audience, { early: new Map(), late: new Map() }]),
    ) as unknown as Received;
    let stage: Stage = "early";
    const log = createLog(
      "trace",
      intoLog((line) => add(received.log[stage], line)),
    );
    const settings = settingsOf(identity, entry);
    await using server = await startServer({ settings, log });
    const { code, urls } = server.session;
    const { code: other } = await server.open(settings);
    await moveTo(await server.connect("host", { code: other }), "closed", settings);
    const link = await (await server.asHost("/links/results", { json: {} })).json();
    const taken = new Map<Client, number>();
    const leave = (audience: Audience, client: Client) => {
      const { heard, answers } = client;
      for (const each of [...heard.slice(taken.get(client)), ...answers])
        add(received[audience][stage], JSON.stringify(each));
      taken.set(client, heard.length);
      answers.length = 0;
    };
    const secrets = await playLesson(server, settings, smallest, {
      leave,
      isOfClass: kind === "of a class",
      async ask({ stage: now, present, partner }) {
        stage = now;
        const { host, screen, assistant, ada, second, cleo } = present;
        const seated = (client: Client) => `seat-${code}=${ticketOf(client)}`;
        const readers: [Audience, Reader][] = [
          ["self", { cookie: seated(ada) }],
          ["class", { cookie: seated(cleo) }],
          ["screen", { key: keyIn(urls.screen) }],
          // With a link one may read what one may without it.
          ["reader", { key: keyIn(link.url) }],
          ["assistant", { key: String((assistant.socket.auth as { key: unknown }).key) }],
          ["host", { cookie: server.cookie }],
          ...(partner ? ([["partner", { cookie: seated(partner) }]] as [Audience, Reader][]) : []),
        ];
        for (const [audience, reader] of readers)
          await ask(
            server,
            audience,
            { ...reader, other, isWhole: stage === "early" && identity === "anonymous" },
            received,
            stage,
          );
        // [W13] A new connection is told everything at once.
        const connections: [Audience, Client][] = [
          ["self", await server.connect("student", { ticket: ticketOf(ada), version: 0 })],
          ["class", await server.connect("student", { ticket: ticketOf(cleo), version: 0 })],
          ["screen", await server.connect("screen", { version: 0 })],
          [
            "assistant",
            await server.connect("host", { ...assistant.socket.auth, version: 0 }, { cookie: undefined }),
          ],
          ["host", await server.connect("host", { version: 0 })],
        ];
        for (const [audience, client] of connections) {
          await client.hears("synced");
          client.close();
          leave(audience, client);
        }
        for (const [audience, client] of [
          ["self", ada],
          ["class", cleo],
        ] as const) {
          const headers = { cookie: seated(client) };
          const answer = await server.asStranger("/join?with=phone", { json: {}, headers });
          add(received[audience][stage], await answer.text());
        }
        const listening: [Audience, Client][] = [
          ["self", ada],
          ["self", second],
          ["class", cleo],
          ["screen", screen],
          ["assistant", assistant],
          ["host", host],
        ];
        for (const [, client] of listening)
          for (const [name, payload] of Object.entries(MESSAGES))
            if (client !== host || name === "sync") await client.raw(name, payload);
        const isRevealed = (await host.send("host:reveal", { on: true })).ok;
        if (isRevealed && stage === "early") await screen.sees(({ revealed }) => revealed === true);
        for (const [audience, client] of [...listening, ...(partner ? [["partner", partner] as const] : [])])
          leave(audience, client);
      },
    });
    const audiences = AUDIENCES.filter((each) => each !== "partner" || secrets.partner !== undefined);
    const expected = tableOf(audiences, (audience, fact) => {
      if (entry === "open" && OF_CODES.includes(fact)) return null;
      if (kind === "no list" && OF_LISTS.includes(fact)) return null;
      const isExact = smallest === "groups of four";
      // [Z8] Who is told the exact flow is told no rounded one.
      if (isExact && fact === "roundedFlow") return null;
      // It might, and shows no one's credits.
      if (audience === "screen" && fact === "credits") return null;
      const extent = extentOf(identity, audience, fact);
      return extent && (extent === "groups" && !isExact ? null : RECEIVED[extent]);
    });
    const found = tableOf(audiences, (audience, fact) => {
      const stages = (["early", "late"] as const).filter((each) =>
        [...received[audience][each].values()].some((piece) => FOUND[fact](piece, secrets)),
      );
      return stages[0] ?? null;
    });
    expect(found).toEqual(expected);
  },
  TIMEOUT,
);

/** [J9] Only classes with personal codes have them. */
const OF_CODES: Fact[] = ["code", "codeUsed"];
/** [Q7] Only sessions of a class have these. */
const OF_LISTS: Fact[] = ["student", "studentCode"];

/** Who receives each fact, and in which stage first. */
function tableOf(audiences: readonly Audience[], first: (audience: Audience, fact: Fact) => Stage | null) {
  return FACTS.flatMap((fact) =>
    audiences.flatMap((audience) => {
      const stage = first(audience, fact);
      return stage ? [`${fact}: ${audience}, ${stage}`] : [];
    }),
  );
}

type Received = Record<Audience, Record<Stage, Pieces>>;
type Reader = { cookie?: string; key?: string | undefined };

const ticketOf = ({ socket }: Client) => (socket.auth as { ticket: string }).ticket;

/**
 * Calls every route and reads every page as one audience. The host's exports count as `files`, or as `nameless`; [Y16] exit tickets with
 * names are also what the host reads on screen.
 */
async function ask(
  server: TestServer,
  audience: Audience,
  { cookie = "", key, other, isWhole }: Reader & { other: string; isWhole: boolean },
  received: Received,
  stage: Stage,
) {
  const { code } = server.session;
  // Routes without a session answer the same in every phase.
  const routes = ROUTES.filter((route) => isWhole || OF_SESSION.test(route));
  for (const route of routes)
    for (const { path, ...init } of requestsTo(route, { code, other })) {
      // Who may not read a file is refused in both forms.
      if (audience !== "host" && path.includes("names=no")) continue;
      const link = key === undefined ? "" : `${path.includes("?") ? "&" : "?"}key=${key}`;
      const answer = await server.request(path + link, { ...init, headers: { cookie } });
      const isFile = audience === "host" && /\/(?:export|participation)$/u.test(route);
      const isNameless = isFile && path.includes("names=no");
      const as = isNameless ? "nameless" : isFile && route.endsWith("/export") ? "files" : audience;
      const text = await answer.text();
      add(received[as][stage], JSON.stringify([...answer.headers]));
      add(received[as][stage], text);
      if (as === "files" && path.includes("table=exit")) add(received.host[stage], text);
    }
  for (const read of await readAll(server.app.pageApi, new Headers({ cookie }), { code, other }, key))
    add(received[audience][stage], JSON.stringify(read) ?? "");
}

function intoLog(write: (line: string) => void): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      write(String(chunk));
      done();
    },
  });
}
