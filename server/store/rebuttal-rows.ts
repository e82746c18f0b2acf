import type { CountedRebuttal } from "#debate/counting/input.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { DownWith } from "#debate/rules/moderation.ts";
import { present } from "#debate/rules/present.ts";
import type { Quote, RebuttalStatus } from "#debate/rules/rebuttals.ts";
import type { Kind, Starter } from "#debate/rules/starters.ts";
import type { Rebuttal as Row } from "#prisma/generated/sqlite/client.ts";

export type RebuttalRecord = CountedRebuttal & {
  sessionId: string;
  /** The author's name, as the participant table has it. */
  author: string;
  quote?: Quote | undefined;
  source?: string | undefined;
  /** [X12] The starter that it began with. */
  starter?: Starter | undefined;
  status: RebuttalStatus;
  downWith?: DownWith | undefined;
  changed: number;
  /** Endorsements by participants who were not removed. */
  endorsed: number;
  /** Reasons of unresolved reports, the newest first. */
  reports: string[];
};

export type NewRebuttal = Omit<
  RebuttalRecord,
  "author" | "status" | "downWith" | "changed" | "endorsed" | "reports"
>;
export function toRow(
  { quote, replyTo, source, kind, starter, at, ...rebuttal }: NewRebuttal & Pick<RebuttalRecord, "status">,
  changed: number,
) {
  return {
    ...rebuttal,
    decision: rebuttal.status,
    quoteSide: quote?.side ?? null,
    quoteN: quote?.n ?? null,
    quoteExact: quote?.exact ?? null,
    replyTo: replyTo ?? null,
    source: source ?? null,
    kind: kind ?? null,
    starter: starter ?? null,
    at: BigInt(at),
    changed,
  };
}

export function toRebuttal(row: Row): Omit<RebuttalRecord, "author" | "endorsed" | "reports"> {
  const { quoteSide, quoteN, quoteExact } = row;
  return {
    id: row.id,
    sessionId: row.sessionId,
    participantId: row.participantId,
    side: row.side as Side,
    body: row.body,
    status: row.status as RebuttalStatus,
    at: Number(row.at),
    changed: row.changed,
    ...present({
      quote: quoteSide === null ? null : { side: quoteSide as Side, n: quoteN ?? 0, exact: quoteExact ?? "" },
      replyTo: row.replyTo,
      source: row.source,
      kind: row.kind as Kind | null,
      starter: row.starter as Starter | null,
    }),
  };
}
