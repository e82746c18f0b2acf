import { expect } from "vitest";
import { instructorStore } from "#server/store/accounts/instructor-rows.ts";
import type { Transaction } from "#server/store/database.ts";
import { bump } from "#server/store/sessions/session-version.ts";
import { castOf, contract, HOST, NOW, seatOf } from "#tests/store/contract.ts";
import { dump } from "#tests/support/tables.ts";

contract(
  "[O19] a job that fails stores nothing, and jobs beside it are stored",
  async ({ database, read, session }) => {
    const id = await session();
    const jobs = Array.from({ length: 20 }, (_, n) =>
      database.write(async (to) => {
        await to.instructor.create({ data: { id: `i${n}`, name: "", email: `i${n}` } });
        await bump(to, id);
        if (n % 2 === 1) throw new Error("on purpose");
        if (n === 4) await to.session.create({ data: {} as never });
      }, id),
    );
    const settled = await Promise.allSettled(jobs);
    expect(settled.flatMap(({ status }, n) => (status === "fulfilled" ? [n] : []))).toEqual([
      0, 2, 6, 8, 10, 12, 14, 16, 18,
    ]);
    expect(await read.instructor.count({ where: { id: { not: HOST } } })).toBe(9);
    expect((await read.session.findUniqueOrThrow({ where: { id } })).version).toBe(10);
  },
);

contract(
  "[P36] jobs of one session run one after the other, those that are first before the others",
  async ({ database, session }) => {
    const id = await session();
    const order: string[] = [];
    let running = 0;
    const job = (name: string, first?: "first") =>
      database.write(
        async (to: Transaction) => {
          running += 1;
          expect(running).toBe(1);
          const { version } = await to.session.findUniqueOrThrow({ where: { id } });
          await to.session.update({ where: { id }, data: { version: version + 1 } });
          order.push(name);
          running -= 1;
        },
        id,
        first,
      );
    await Promise.all([job("a"), job("b"), job("c"), job("move", "first")]);
    expect(order.indexOf("move")).toBeLessThan(2);
    expect((await database.reader.session.findUniqueOrThrow({ where: { id } })).version).toBe(5);
  },
);

contract(
  "[B1] [B2] ballots and seats that race with a move are stored before it, or left out and not counted",
  async (stored) => {
    const { database, session, seats, store, read } = stored;
    const id = await session({ phase: "before" });
    const names = Array.from({ length: 40 }, (_, n) => `s${n}`);
    await seats(id, ...names);
    const casting = names.map((name) => database.storeBallots([castOf(id, name)]));
    const moved = store.sessions.change(
      id,
      () => ({ ok: true, value: { phase: "closed", closedAt: NOW } }),
      () => ({ at: NOW, actor: "host", kind: "phase", detail: "closed" }),
    );
    const joining = names.map((name) => database.storeSeats([seatOf(id, `late ${name}`)]));
    const [, ...leftOut] = await Promise.all([moved, ...casting, ...joining]);
    const stored1 = leftOut.filter((each) => each.length === 0).length;
    expect((await read.ballot.count()) + (await read.participant.count()) - names.length).toBe(stored1);
    const { version } = await read.session.findUniqueOrThrow({ where: { id } });
    expect(version).toBe(1 + 1 + stored1 + 1);
    expect(await database.storeBallots([castOf(id, "s0", { seq: 9 })])).toHaveLength(1);
  },
);

contract(
  "rows refer to rows that exist, and a name, code or address is taken once",
  async ({ database, session, seats }) => {
    const id = await session();
    await seats(id, "ada");
    const refused = (job: (to: Transaction) => Promise<unknown>) =>
      database.write(job).then(
        () => "stored",
        ({ code }: { code?: string }) => code,
      );
    const seat = { id: "x", sessionId: id, name: "X", joinedAt: 0n };
    expect(await refused((to) => to.participant.create({ data: { ...seat, sessionId: "none" } }))).toBe(
      "P2003",
    );
    expect(await refused((to) => to.participant.create({ data: { ...seat, name: "ada" } }))).toBe("P2002");
    expect(await refused((to) => to.participant.create({ data: { ...seat, nameKey: "ada" } }))).toBe("P2002");
    expect(await refused((to) => to.participant.create({ data: { ...seat, nameKey: null } }))).toBe("stored");
    expect(await refused((to) => to.participant.create({ data: { ...seat, id: "y", name: "Y" } }))).toBe(
      "stored",
    );
    expect(await refused((to) => to.participant.update({ where: { id: "none" }, data: { name: "Z" } }))).toBe(
      "P2025",
    );
  },
);

contract(
  "a database answers pings, knows the time, and keeps nothing of what was deleted",
  async ({ database, session, seats, store }) => {
    const id = await session();
    await seats(id, "Hortense");
    await database.ping();
    expect(Math.abs(database.now() - Date.now())).toBeLessThan(60_000);
    expect(JSON.stringify(await dump(database))).toContain("Hortense");
    await store.sessions.remove(id);
    await database.scrub();
    await database.settled();
    expect(JSON.stringify(await dump(database))).not.toContain("Hortense");
  },
);

contract(
  "[I1] [G8] of accounts made at once with one address one is stored, and one that goes takes everything but whom it helps",
  async ({ database, read, store, session, seats, vote }) => {
    const instructors = instructorStore(database);
    const account = (id: string) => ({ id, name: id, email: "same@example.org", emailVerified: false });
    const enrol = (id: string) =>
      instructors.enrol({ ...account(id), passwordHash: "hash" }, async () => ({ helperId: HOST }));
    expect((await Promise.all(["ada", "bob"].map(enrol))).toSorted()).toEqual(["stored", "taken"]);
    await database.write((to) =>
      to.signIn.create({ data: { id: "s", token: "t", userId: HOST, expiresAt: new Date(NOW) } }),
    );
    expect(await instructors.bySignIn("t")).toMatchObject({
      id: "s",
      expiresAt: NOW,
      instructor: { id: HOST },
    });
    const here = await session({ phase: "before" });
    await seats(here, "ada");
    await vote(here, "before", { ada: "for" });
    await store.accounts.remove(HOST, 0);
    const left = [read.session, read.participant, read.ballot, read.signIn, read.event];
    const counts = left.map((table) => (table as typeof read.session).count());
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0]);
    expect(await read.instructor.findMany()).toMatchObject([{ email: "same@example.org", helperId: null }]);
  },
);
