import type { Starter } from "#debate/activities/index.ts";
import type { CountedRebuttal } from "#debate/counting/input.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { DownWith } from "#debate/rules/moderation.ts";
import { present } from "#debate/rules/present.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";
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
  /** When its author last changed it, in milliseconds since the epoch. */
  editedAt?: number | undefined;
  /** [R24] Its head, with `downWith: "merged"`; in a seat's own data, the rebuttal it was merged into. */
  mergedInto?: string | undefined;
  /** [R24] Rebuttals merged into it, the oldest first. */
  merged: readonly { id: string; participantId: string; author: string }[];
  /** How many published ones reply to it, or to one merged into it. */
  answers: number;
  changed: number;
  /** People who were not removed and endorsed it, [R30] or one merged into it. */
  endorsed: number;
  /** Reasons of unresolved reports, the newest first. */
  reports: string[];
};

export type NewRebuttal = Omit<
  RebuttalRecord,
  | "author"
  | "status"
  | "downWith"
  | "changed"
  | "endorsed"
  | "reports"
  | "editedAt"
  | "mergedInto"
  | "merged"
  | "answers"
>;
export function toRow(
  { quote, replyTo, source, starter, at, ...rebuttal }: NewRebuttal & Pick<RebuttalRecord, "status">,
  changed: number,
) {
  return {
    ...rebuttal,
    decision: rebuttal.status,
    ...quoteColumns(quote),
    replyTo: replyTo ?? null,
    source: source ?? null,
    starter: starter ?? null,
    at: BigInt(at),
    changed,
  };
}

export function quoteColumns(quote: Quote | undefined) {
  return {
    quoteSide: quote?.side ?? null,
    quoteN: quote?.n ?? null,
    quoteExact: quote?.exact ?? null,
  };
}

/** The cache adds what depends on other rows. */
export function toRebuttal(
  row: Row,
): Omit<RebuttalRecord, "author" | "endorsed" | "reports" | "merged" | "answers"> {
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
      starter: row.starter as Starter | null,
      editedAt: row.editedAt === null ? null : Number(row.editedAt),
      mergedInto: row.mergedInto,
    }),
  };
}
