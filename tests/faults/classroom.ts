import BetterSqlite3 from "better-sqlite3";
import type { Choice, Round } from "#debate/rules/choices.ts";
import type { Tally } from "#debate/rules/snapshot.ts";
import { Client, connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { joinSession, keyIn, postJson, type Seat, signIn } from "#tests/support/requests.ts";

export type Row = { participantId: string; round: Round; seq: number; choice: Choice };

/** A session in its first vote, as the host and the database file show it. `url` is the server's current address. */
export async function openClassroom(program: { readonly url: string; database: string }) {
  const post = (pathname: string, body: object, cookie = "") =>
    postJson(program.url + pathname, body, cookie);
  const cookie = await signIn(program.url);
  const opened = await post("/api/sessions", { debateId: "japan-russia-card" }, cookie);
  const { code, urls } = (await opened.json()) as { code: string; urls: { screen: string } };

  /** Runs something as the host, on a connection of its own. */
  const asHost = <T>(run: (host: Client) => Promise<T>): Promise<T> => on(program.url, run);

  async function on<T>(url: string, run: (host: Client) => Promise<T>): Promise<T> {
    const host = new Client(url, { auth: { code, as: "host" }, cookie });
    try {
      await host.connected();
      return await run(host);
    } finally {
      host.close();
    }
  }

  await asHost(async (host) => {
    await moveTo(host, "before");
    await host.send("host:reveal", { on: true });
  });

  return {
    code,
    asHost,
    /** The same through one of several servers. */
    on,
    /** A projector's connection to one of several servers. */
    async screen(url: string): Promise<Client> {
      const key = keyIn(urls.screen);
      return connectClient(url, { auth: { code, as: "screen", key } });
    },
    post,
    async seats(count: number): Promise<Seat[]> {
      const seats: Seat[] = [];
      while (seats.length < count) seats.push(await joinSession(program.url, code));
      return seats;
    },
    /** What the host is shown: a round in which no one has voted has no tally. */
    tally: (): Promise<Tally> =>
      asHost(
        async (host) => (await host.sync()).session.tally?.before ?? { for: 0, against: 0, undecided: 0 },
      ),
    /** The ballots, read straight from the file. */
    rows: (): Row[] => rowsOf(program.database),
  };
}

export type Classroom = Awaited<ReturnType<typeof openClassroom>>;

function rowsOf(file: string): Row[] {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    return database.prepare(`SELECT "participantId", "round", "seq", "choice" FROM "ballot"`).all() as Row[];
  } finally {
    database.close();
  }
}

export function tallyOf(rows: readonly Row[]): Tally {
  const tally = { for: 0, against: 0, undecided: 0 };
  for (const { choice } of rows) tally[choice] += 1;
  return tally;
}
