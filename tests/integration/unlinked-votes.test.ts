import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { excludedIn } from "#debate/rules/exclusions.ts";
import { createStore } from "#server/store/store.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";
import { dump } from "#tests/support/tables.ts";

/** What of a seat is counted in what an anonymous class was told, and stays under a number. */
const KEPT = ["ballots", "endorsements", "exposures", "guess"];
/** What is deleted with the seat. */
const DELETED = [
  "rebuttals",
  "reports",
  "comprehension",
  "exitTicket",
  "speech",
  "unclear",
  "experimentSeat",
];
/** What no anonymous session has. */
const ABSENT = [
  "steelman",
  "steelmanRatings",
  "pairSeat",
  "pairLines",
  "pairRequest",
  "missedBy",
  "student",
  "mark",
  "lti",
];

/** The relations of a participant in the schema, with the table of each. */
function relations(): { relation: string; table: string }[] {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const models = new Map(
    [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gmsu)].map(([, name = "", body = ""]) => [name, body]),
  );
  return [...(models.get("Participant") ?? "").matchAll(/^ {2}(\w+) +(\w+)/gmu)].flatMap(
    ([, relation = "", type = ""]) => {
      const table = /@@map\("(\w+)"\)/u.exec(models.get(type) ?? "")?.[1];
      return table && relation !== "session" ? [{ relation, table }] : [];
    },
  );
}

test("[Z17] each relation of a deleted seat of an anonymous class with results either stays under its number or goes", async () => {
  const all = relations();
  expect(all.map(({ relation }) => relation).sort()).toEqual([...KEPT, ...DELETED, ...ABSENT].sort());
  const anonymous = { identity: "anonymous", activities: { speaking: {} } } as const;
  expect(excludedIn({ ...anonymous, reveal: "staged" })).toEqual(["pairs", "steelman"]);

  await using server = await startServer({ settings: anonymous });
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "results");
  const { erasure, sessions } = createStore(server.database);
  const session = (await sessions.byCode(server.session.code)) ?? expect.fail("no session");
  const { participantId } = ada;
  const own = { participantId, sessionId: session.id };
  const place = { side: "for", n: 1, sentence: 1 };
  const text = { side: "for", body: "A reason.", status: "published", at: 1n, changed: 1 };
  const [hers, his] = [randomUUID(), randomUUID()];
  await server.database.write(async (transaction) => {
    await transaction.rebuttal.create({ data: { ...own, ...text, id: hers } });
    await transaction.rebuttal.create({
      data: { ...own, ...text, id: his, participantId: bob.participantId },
    });
    const about = { participantId, rebuttalId: his };
    await transaction.ballot.create({
      data: { ...own, round: "before", choice: "for", seq: 1n, castAt: 1n, reason: "Why." },
    });
    await transaction.endorsement.create({ data: about });
    await transaction.exposure.create({ data: about });
    await transaction.report.create({ data: { ...about, reason: "Unkind", at: 1n } });
    await transaction.guess.create({ data: { ...own, share: 50 } });
    await transaction.comprehension.create({ data: { ...own, answers: "[1]" } });
    await transaction.exitTicket.create({ data: { ...own, moved: "The map." } });
    await transaction.speech.create({ data: { ...own, id: randomUUID(), side: "for", number: 1 } });
    await transaction.unclear.create({ data: { ...own, ...place } });
    await transaction.experimentSeat.create({
      data: { ...own, arm: "a", stratum: "all", place: 1, drawnAt: 1n },
    });
    await transaction.participant.update({ where: { id: participantId }, data: { readBoth: true } });
  });
  const tablesOf = async (id: string) => {
    const tables = await dump(server.database);
    const holding = all.filter(({ table }) => tables[table]?.includes(id));
    return holding.map(({ relation }) => relation).sort();
  };
  expect(await tablesOf(participantId)).toEqual([...KEPT, ...DELETED].sort());

  const deed = { sessionId: session.id, at: 2, actor: "participant" } as const;
  const number = randomUUID();
  await erasure.seat(deed, participantId, { usesUpCode: false, keeps: "votes", number }, () => "");
  expect(await tablesOf(participantId)).toEqual([]);
  expect(await tablesOf(number)).toEqual([...KEPT].sort());
  expect(await server.database.reader.participant.findUnique({ where: { id: number } })).toMatchObject({
    ...{ name: number, nameKey: null, claimHash: null, joinedAt: 0n, readBoth: false },
  });
});
