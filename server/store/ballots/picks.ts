import { PICKS, textsIn, type WordsId } from "#debate/counting/words.ts";
import type { Round } from "#debate/rules/choices.ts";
import { votesSealed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { isWords } from "#debate/rules/views.ts";
import type { Ballot } from "#prisma/generated/sqlite/client.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { type NewEvent, record } from "#server/store/sessions/events.ts";
import { type SessionRecord, toSession } from "#server/store/sessions/session-rows.ts";
import { toOnWall, underBlank, wallColumn } from "#server/store/sessions/wall.ts";

/** [V18] Which words of voters the host lets the class see, by their ids. */
export function pickStore({ reader, write }: Database) {
  return {
    /** Those of a session; null if there are none. */
    ofSession: batchedRead(async (sessions) => {
      const picks = new Map<string, string[]>();
      for (const { sessionId, reason } of await reader.pick.findMany({
        where: { sessionId: { in: sessions } },
      }))
        picks.set(sessionId, [...(picks.get(sessionId) ?? []), reason]);
      return picks;
    }),

    /** Picks or unpicks words; null if nothing changes. `known`: the ids of all words, of which `PICKS` can be picked. */
    async set(
      event: Omit<NewEvent, "kind">,
      reason: string,
      on: boolean,
      known: ReadonlySet<string>,
    ): Promise<Result<SessionRecord | null>> {
      const { sessionId } = event;
      return write(async (transaction) => {
        const row = await transaction.session.findUnique({ where: { id: sessionId } });
        if (!row) return refuse("not-found");
        if (votesSealed(toSession(row))) return refuse("wrong-phase");
        const pick = { sessionId, reason };
        if ((await transaction.pick.count({ where: pick })) > 0 === on) return accept(null);
        if (on) {
          const picks = await transaction.pick.findMany({ where: { sessionId } });
          if (picks.filter((each) => known.has(each.reason)).length >= PICKS)
            return refuse("too-many", `At most ${PICKS}.`);
          await transaction.pick.create({ data: pick });
        } else await dropPicks(transaction, sessionId, [reason]);
        await record(transaction, { ...event, kind: on ? "picked" : "unpicked" });
        return accept(
          toSession(
            await transaction.session.update({
              where: { id: sessionId },
              data: { version: { increment: 1 } },
            }),
          ),
        );
      }, sessionId);
    },
  };
}

/** Drops picks, and takes their words off the wall. */
async function dropPicks(
  transaction: Transaction,
  sessionId: string,
  reasons: readonly string[],
): Promise<void> {
  await transaction.pick.deleteMany({ where: { sessionId, reason: { in: [...reasons] } } });
  await takeWordsOffWall(transaction, sessionId, (reason) => reasons.includes(reason));
}

/** [G2] Drops the picks of words that are deleted with these ballots, or from them. */
export async function dropPicksOf(
  transaction: Transaction,
  sessionId: string,
  ballots: readonly Pick<Ballot, "participantId" | "round" | "reason" | "creditWhy">[],
  idOf: WordsId,
): Promise<void> {
  const ids = ballots.flatMap(({ participantId, round, reason, creditWhy }) =>
    textsIn(reason, creditWhy).map(({ kind, text }) =>
      idOf({ participantId, round: round as Round }, kind, text),
    ),
  );
  if (ids.length > 0) await dropPicks(transaction, sessionId, ids);
}

/** Words of a removed seat must not return to the wall with it. */
export async function takeWordsOffWall(
  transaction: Transaction,
  sessionId: string,
  which: (reason: string) => boolean = () => true,
): Promise<void> {
  const { wall } = await transaction.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { wall: true },
  });
  const under = underBlank(wall);
  const onWall = under ?? toOnWall(wall);
  if (isWords(onWall) && which(onWall.reason))
    await transaction.session.update({
      where: { id: sessionId },
      data: { wall: under && wallColumn("blank") },
    });
}
