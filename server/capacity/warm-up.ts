import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { EXAMPLE_DEBATE } from "#debate/content/example-debate.ts";
import type { Synced } from "#debate/protocol/events.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { AppParts } from "#server/app/app-parts.ts";
import { createApp } from "#server/app.ts";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import type { Pages } from "#server/http/shared-pages.ts";
import { providePageApi } from "#server/pages/page-api.ts";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";

const INSTRUCTOR = { name: "Warm-up", email: "warm-up@example.org", password: "not kept anywhere" };
const STUDENTS = 10;
/** Votes per student: enough for the compiler to optimize the path of a vote. */
const VOTES = 200;
/** Votes in flight per student: enough together to be stored without gathering [B2]. */
const AT_ONCE = 10;
/** How often the results are counted. */
const READS = 6;

/**
 * Warms every hot path before the server reports ready, with simulated students on a temporary server and database.
 * Code that has never run is several times slower, which would delay the first burst of votes.
 */
export async function warmUp(
  parts: Omit<AppParts, "database" | "redis">,
  migrations: string,
  pages: Pages,
): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-warm-up-"));
  try {
    const database = await openSqlite(
      `file:${path.join(folder, "warm-up.db")}`,
      path.join(migrations, "sqlite"),
    );
    const app = createApp({
      ...parts,
      database,
      redis: null,
      messagesPerSecond: STUDENTS * VOTES,
      publicUrl: undefined,
      oidc: undefined,
      retentionDays: undefined,
      isTemporary: true,
    });
    providePageApi(app.pageApi);
    try {
      await app.instructors.ensure(INSTRUCTOR);
      await lesson(`http://127.0.0.1:${await app.listen(0, "127.0.0.1", pages)}`);
    } finally {
      await app.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function lesson(url: string): Promise<void> {
  const post = async (pathname: string, body: object, cookie = ""): Promise<Response> =>
    fetch(url + pathname, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
  const signedIn = await post("/api/auth/sign-in/email", INSTRUCTOR);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const opened = await post("/api/sessions", { debateId: EXAMPLE_DEBATE }, cookie);
  const { code } = (await opened.json()) as { code: string };

  const wires: PhoneConnection[] = [];
  const pages: Promise<string>[] = [];
  try {
    const connect = (): PhoneConnection => {
      const wire = new PhoneConnection(url, cookie);
      wires.push(wire);
      return wire;
    };
    const host = connect();
    await host.enter({ code, as: "host" });
    const move = async (to: Phase): Promise<void> => {
      const { session } = (await host.send("sync", {})) as Synced;
      await host.send("host:phase", { to, version: session.version });
    };
    await move("before");
    const students = await Promise.all(
      Array.from({ length: STUDENTS }, async () => {
        const page = fetch(`${url}/s/${code}`).then((answer) => answer.text());
        pages.push(page);
        const { ticket } = (await (await post(`/api/sessions/${code}/join?with=phone`, {})).json()) as {
          ticket: string;
        };
        const student = connect();
        await student.arrive({ code, ticket, version: 0 });
        await student.sync();
        return student;
      }),
    );
    const vote = (student: PhoneConnection, seq: number) =>
      student.send("ballot:cast", { round: "before", choice: "undecided", seq });
    for (let seq = 0; seq < VOTES; seq += AT_ONCE)
      await Promise.all(
        students.flatMap((student) => Array.from({ length: AT_ONCE }, (_, n) => vote(student, seq + n + 1))),
      );
    await move("reading");
    await move("rebuttal");
    const ids = students.map(() => randomUUID());
    await Promise.all(
      students.map(async (student, place) => {
        await student.send("rebuttal:post", { id: ids[place], side: "for", body: "Warm-up" });
        void student.send("rebuttal:seen", { ids }); // stored within seconds, and no one waits for it
      }),
    );
    await Promise.all(
      students.flatMap((student) =>
        ids.map((rebuttalId) => student.send("rebuttal:endorse", { rebuttalId, on: true })),
      ),
    );
    await move("after");
    for (const student of students)
      await student.send("ballot:cast", { round: "after", choice: "for", seq: VOTES + 1 });
    await move("results");
    // Move the class each time, so that nothing is answered from the cache.
    for (let read = 0; read < READS; read += 1) {
      await (await fetch(`${url}/api/sessions/${code}/results`, { headers: { cookie } })).text();
      await move(read % 2 === 0 ? "after" : "results");
    }
    await Promise.all(pages);
  } finally {
    for (const wire of wires) wire.close();
  }
}
