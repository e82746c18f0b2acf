import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { rebuttalStore } from "#server/store/rebuttals/rebuttals.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** 600 characters that take 2,400 bytes. */
const EMOJI = "\u{1f30f}".repeat(600);
/** How many rebuttals a class wrote: about eight pages of them. */
const WRITTEN = 500;
/** More than a page of rebuttals takes, with what surrounds it, in bytes. */
const A_PAGE = 152_000;

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** The whole list as a client gets it, page by page. */
async function walk(client: Client): Promise<{ all: Map<string, Rebuttal>; pages: number; largest: number }> {
  const all = new Map<string, Rebuttal>();
  let [pages, largest] = [0, 0];
  for (let answer = await client.sync(); ; ) {
    pages += 1;
    largest = Math.max(largest, sizeOf(answer));
    for (const each of answer.rebuttals) all.set(each.id, each);
    if (!answer.more) return { all, pages, largest };
    const next = await client.send("sync", { after: answer.more });
    if (!next.ok) throw new Error(next.code);
    answer = next;
  }
}

/** Rebuttals written straight into the database, so that a test need not send thousands. */
async function fill({ database, session }: TestServer, authors: string[], count: number) {
  const { id: sessionId } = await database.reader.session.findUniqueOrThrow({
    where: { code: session.code },
  });
  const rows = Array.from({ length: count }, (_, n) => ({
    ...{ id: randomUUID(), sessionId, participantId: authors[n % authors.length] ?? "" },
    ...{ side: "for", body: EMOJI, status: "published" },
    ...{ at: BigInt(Date.now() - n), changed: 1 },
  }));
  await database.write((transaction) => transaction.rebuttal.createMany({ data: rows }), sessionId);
}

test("[R14] sixty seats that write all they can leave room for everyone who has written little", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  await moveTo(host, "rebuttal");
  const seats = await Promise.all(Array.from({ length: 60 }, () => server.connect("student")));
  // Each seat posts until it was refused twice.
  const counts = await Promise.all(
    seats.map(async (seat) => {
      let [stored, refusals] = [0, 0];
      while (refusals < 2) {
        const answer = await seat.send("rebuttal:post", rebuttal({ body: EMOJI }));
        if (answer.ok) stored += 1;
        else {
          expect(answer).toEqual(refused("too-many"));
          refusals += 1;
        }
      }
      return stored;
    }),
  );
  // Of room for 400, each seat has at most a sixth of what is left.
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
  expect(await server.database.reader.rebuttal.count()).toBeLessThanOrEqual(400);
  // A student who comes late can still post.
  const late = await server.connect("student");
  for (let time = 0; time < 5; time += 1)
    expect(await late.send("rebuttal:post", rebuttal())).toMatchObject(OK);
});

test("[R14] a rebuttal over the limit is refused without a database write, so that votes do not wait behind it", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "rebuttal");
  await fill(server, [ada.participantId], 400);
  let writes = 0;
  const write: typeof server.database.write = (...job) => {
    writes += 1;
    return server.database.write(...job);
  };
  const { isFull } = rebuttalStore({ ...server.database, write }, () =>
    Promise.reject(new Error("quotes nothing")),
  );
  const { id: sessionId } = await server.database.reader.session.findFirstOrThrow();
  expect(await isFull({ sessionId, participantId: ada.participantId }, randomUUID())).toBe(true);
  expect(writes).toBe(0);
  expect(await ada.send("rebuttal:post", rebuttal())).toEqual(refused("too-many"));
  // [R4] A rebuttal that is already stored is acknowledged again.
  const [first] = await server.database.reader.rebuttal.findMany({ take: 1 });
  expect(await ada.send("rebuttal:post", rebuttal({ id: first?.id ?? "" }))).toMatchObject(OK);
});

test("[R15][V5] page boundaries reveal nothing about rebuttals that the reader may not see", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  await fill(server, [(await server.join()).participantId], 100);
  await host.send("host:approve-first", { on: true });
  const waits = rebuttal();
  expect(await ada.send("rebuttal:post", waits)).toMatchObject(OK);
  expect((await bob.sync()).more).toBeDefined();
  expect(JSON.stringify(bob.answers)).not.toContain(waits.id);
});

test("[R15] however much a class wrote, no answer, page or message holds more than one page of rebuttals", async () => {
  await using server = await startServer();
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  await moveTo(host, "rebuttal");
  const { ticket, participantId } = await server.join();
  const bob = await server.connect("student", { ticket });
  const others = await Promise.all(Array.from({ length: 29 }, () => server.join()));
  const participantIds = [participantId, ...others.map((seat) => seat.participantId)];
  await fill(server, participantIds, WRITTEN);
  for (const client of [host, ada, bob]) {
    const { all, pages, largest } = await walk(client);
    expect(all.size).toBe(WRITTEN);
    expect(largest).toBeLessThan(A_PAGE);
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(WRITTEN / 37);
  }
  const cookie = `seat-${server.session.code}=${ticket}`;
  const phone = await (await server.asStranger("/phone", { headers: { cookie } })).text();
  expect(Buffer.byteLength(phone)).toBeLessThan(A_PAGE);

  await moveTo(host, "results");
  for (const answer of [await server.asHost("/results"), await server.asStranger("/results")]) {
    const results = await answer.text();
    expect(Buffer.byteLength(results)).toBeLessThan(A_PAGE);
    expect(JSON.parse(results)).toMatchObject({ rebuttalsInAll: WRITTEN });
  }

  // A change to all of them at once is sent as one page, too, which says that there is more.
  await host.send("host:remove", { participantIds });
  const { changed, more } = await host.hearsRebuttals(({ changed }) => changed.length > 1);
  expect(sizeOf(changed)).toBeLessThan(A_PAGE);
  expect(more).toBe(true);
  const { removed } = await ada.hearsRebuttals(({ removed }) => removed.length > 1);
  expect(removed).toHaveLength(WRITTEN);
  for (const { heard } of [host, screen, ada])
    for (const { name, payload } of heard)
      if (name === "rebuttals")
        expect(sizeOf((payload as { changed: unknown }).changed)).toBeLessThan(A_PAGE);
});
