import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { ARMS, STRATA } from "#debate/activities/experiment/terms.ts";
import { AUDIT_KINDS } from "#debate/rules/audit.ts";
import { CHOICES, ROUNDS, SIDES } from "#debate/rules/choices.ts";
import { LINKED, SHARINGS } from "#debate/rules/debate-rights.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";
import { STEPS } from "#debate/rules/steps.ts";
import { contract, HOST, type Stored } from "#tests/store/contract.ts";

type Cell = {
  table: string;
  column: string;
  allowed: readonly (string | number)[];
  refused: readonly (string | number)[];
};
const words = (table: string, column: string, allowed: readonly string[]): Cell => ({
  ...{ table, column, allowed, refused: ["", "other", allowed[0]?.toUpperCase() ?? ""] },
});
const range = (table: string, column: string, least: number, most: number): Cell => ({
  ...{ table, column, allowed: [least, most], refused: [least - 1, most + 1] },
});

/** Columns with a CHECK, and what each accepts. */
const CELLS: Cell[] = [
  words("session", "phase", PHASES),
  words("session", "step", STEPS),
  words("session", "wallTheme", ["light", "dark"]),
  words("ballot", "round", ROUNDS),
  words("ballot", "choice", CHOICES),
  words("ballot", "control", CHOICES),
  words("ballot", "creditSide", SIDES),
  words("ballot", "creditWithout", CHOICES),
  ...["confidence", "understanding", "respect"].map((column) => range("ballot", column, 1, 5)),
  range("guess", "share", 0, 100),
  words("participant", "firstSide", SIDES),
  words("rebuttal", "side", SIDES),
  words("rebuttal", "quoteSide", SIDES),
  words("rebuttal", "status", REBUTTAL_STATUSES),
  words("rebuttal", "decision", REBUTTAL_STATUSES),
  words("rebuttal", "starter", ["concede", "evidence", "example", "build"]),
  words("speech", "side", SIDES),
  words("unclear", "side", SIDES),
  words("steelman", "side", SIDES),
  words("steelman", "status", REBUTTAL_STATUSES),
  words("experiment_seat", "arm", ARMS),
  words("experiment_seat", "stratum", STRATA),
  words("experiment_seat", "side", SIDES),
  words("pair_line", "status", REBUTTAL_STATUSES),
  words("pair_request", "state", ["waiting", "here", "there", "over"]),
  words("audit_entry", "kind", AUDIT_KINDS),
  words("debate", "sharing", SHARINGS),
  words("debate", "linkOf", LINKED),
  words("debate_share", "right", SHARINGS.slice(1)),
];

/** One row of each of these tables. */
async function fill({ database, session, seats, post }: Stored): Promise<void> {
  const sessionId = await session({ phase: "rebuttal" });
  await seats(sessionId, "ada", "bob");
  await post(sessionId, "r", "ada");
  const own = { participantId: "ada", sessionId };
  await database.write(async (to) => {
    await to.ballot.create({ data: { ...own, round: "before", choice: "for", seq: 1n, castAt: 0n } });
    await to.guess.create({ data: { ...own, share: 5 } });
    await to.speech.create({ data: { ...own, id: "s", side: "for", number: 1 } });
    await to.unclear.create({ data: { ...own, side: "for", n: 1, sentence: 1 } });
    await to.steelman.create({ data: { ...own, id: "s", side: "for", body: "", status: "hidden", at: 0n } });
    await to.experimentSeat.create({ data: { ...own, arm: "a", stratum: "all", place: 1, drawnAt: 0n } });
    await to.pairLine.create({ data: { ...own, id: "l", groupId: "g", body: "", status: "hidden", at: 0n } });
    await to.pairRequest.create({ data: { participantId: "ada", partnerId: "bob", state: "over", at: 0n } });
    await to.debate.create({ data: { id: "d", ownerId: HOST, content: "", createdAt: 0n, updatedAt: 0n } });
    await to.auditEntry.create({ data: { at: 0n, kind: "link", what: "made" } });
    await to.debateShare.create({ data: { debateId: "d", instructorId: HOST, right: "read" } });
  });
}

contract("[T3] each column that holds one of a few words or numbers refuses every other", async (stored) => {
  await fill(stored);
  const literal = (value: string | number) => (typeof value === "string" ? `'${value}'` : value);
  const set = ({ table, column }: Cell, value: string | number) =>
    stored.database
      .write((to) => to.$executeRawUnsafe(`UPDATE "${table}" SET "${column}" = ${literal(value)}`))
      .then(
        () => "stored",
        () => "refused",
      );
  for (const cell of CELLS) {
    const { table, column } = cell;
    for (const value of cell.allowed)
      expect([table, column, value, await set(cell, value)]).toContain("stored");
    for (const value of cell.refused)
      expect([table, column, value, await set(cell, value)]).toContain("refused");
  }
});

contract("[T3] no CHECK of a migration is missing in the list above", async ({ engine }) => {
  const folder = path.resolve("prisma/migrations", engine);
  const names = readdirSync(folder).filter((name) => !name.endsWith(".toml"));
  const script = names
    .map((name) => readFileSync(path.join(folder, name, "migration.sql"), "utf8"))
    .join("\n");
  const known = new Set(CELLS.map(({ column }) => column));
  const checked = [...script.matchAll(/CHECK \(+"?(\w+)"?/gu)].map(([, column = ""]) => column);
  expect(checked.length).toBeGreaterThan(20);
  expect([...new Set(checked)].filter((column) => !known.has(column) && column !== "kind")).toEqual([]);
});
