import type { Side } from "#debate/rules/choices.ts";
import { type Listener, personFor } from "#debate/rules/identity.ts";
import type { DownWith } from "#debate/rules/moderation.ts";
import { rebuttalsReadable } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { type Audience, isOnWall, moderates, type Room } from "#debate/rules/views.ts";

/** [R15] How many reasons of reports moderators see. */
const REASONS_SHOWN = 20;

/** A rebuttal as stored, with its author's name and its places in the ranking. */
export type WrittenRebuttal = {
  id: string;
  participantId: string;
  author: string;
  side: Side;
  body: string;
  quote?: Quote | undefined;
  replyTo?: string | undefined;
  source?: string | undefined;
  status: RebuttalStatus;
  /** [R38] It waits because of its words. */
  held?: boolean;
  downWith?: DownWith | undefined;
  /** When its author last changed it. */
  editedAt?: number | undefined;
  /** Those that were merged into it, with their authors, the oldest first. */
  merged: readonly { id: string; participantId: string; author: string }[];
  mergedInto?: string | undefined;
  /** How many published ones reply to it. */
  answers: number;
  endorsed: number;
  reports: string[];
  /** [K10] Its place by all endorsements, and across camps, which is the host's. */
  rank: number;
  hostRank: number;
  at: number;
};

/** [V5] Whether an audience sees a rebuttal: published ones, and authors also their own pending or hidden ones. */
export function mayRead(
  audience: Audience,
  rebuttal: Pick<WrittenRebuttal, "id" | "participantId" | "status">,
  { phase, onWall }: Pick<Room, "phase" | "onWall">,
): boolean {
  if (moderates(audience.role)) return true;
  if (!rebuttalsReadable(phase)) return false;
  // [V12] The projector can't show what it never received.
  if (audience.role === "screen" && !isOnWall(onWall, rebuttal.id)) return false;
  return rebuttal.status === "published" || isOwn(audience, rebuttal);
}

/** [V6] A rebuttal as an audience may see it, with its author as the identity promise allows. */
export function rebuttalFor(
  audience: Audience,
  rebuttal: WrittenRebuttal,
  settings: Pick<Settings, "identity">,
): Rebuttal {
  const personOf = ({ participantId, author }: Pick<WrittenRebuttal, "participantId" | "author">) =>
    personFor(listenerOf(audience), settings.identity, { id: participantId, name: author, realName: null });
  const person = personOf(rebuttal);
  const by = isOwn(audience, rebuttal) ? "you" : person.name;
  const { id, side, body, quote, replyTo, source, status, downWith, merged, endorsed, rank, at } = rebuttal;
  // Knowing which rebuttals were hidden with one seat would reveal that they have one author.
  const why = downWith === "seat" && person.id === undefined ? undefined : downWith;
  return {
    id,
    side,
    body,
    endorsements: endorsed,
    status,
    at,
    rank: audience.role === "host" ? rebuttal.hostRank : rank,
    ...(rebuttal.editedAt !== undefined && { edited: true as const, edition: rebuttal.editedAt }),
    ...(merged.length > 0 && {
      merged: merged.length,
      ...coauthors(rebuttal, (each) => personOf(each).name),
    }),
    ...(audience.role === "screen" && rebuttal.answers > 0 && { answers: rebuttal.answers }),
    ...present({ by, quote, replyTo, source, downWith: why, participantId: person.id }),
    ...(downWith === "merged" && present({ mergedInto: rebuttal.mergedInto })),
    ...(moderates(audience.role) && {
      ...reportsOf(rebuttal),
      ...(rebuttal.held && { held: true as const }),
    }),
  };
}

/** How many other authors are named. */
const COAUTHORS_NAMED = 24;

/** [R32] [V10] The same bytes for the whole class, so that a merge costs no message of its own for each author. */
function coauthors(
  { participantId, merged }: WrittenRebuttal,
  nameOf: (author: WrittenRebuttal["merged"][number]) => string | undefined,
): Pick<Rebuttal, "with" | "withCount"> {
  const others = new Map(merged.map((each) => [each.participantId, each]));
  others.delete(participantId);
  const names = [...others.values()].flatMap((each) => nameOf(each) ?? []);
  if (names.length === 0) return {};
  const shown = names.slice(0, COAUTHORS_NAMED);
  return { with: shown, ...(shown.length < names.length && { withCount: names.length }) };
}

function reportsOf({ reports }: WrittenRebuttal): Pick<Rebuttal, "reports" | "reportCount"> {
  const reasons = reports.slice(0, REASONS_SHOWN);
  return { reports: reasons, ...(reasons.length < reports.length && { reportCount: reports.length }) };
}

function listenerOf({ role }: Audience): Exclude<Listener, "self"> {
  return moderates(role) ? role : "class";
}

export function isOwn(audience: Audience, rebuttal: Pick<WrittenRebuttal, "participantId">): boolean {
  return audience.role === "student" && audience.participantId === rebuttal.participantId;
}
