import type { ModerateSteelman, RateSteelman, steelman } from "#debate/activities/steelman/messages.ts";
import type { HostsSteelman } from "#debate/activities/steelman/rules.ts";
import type { Side } from "#debate/rules/choices.ts";
import { personFor } from "#debate/rules/identity.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { hasReached } from "#debate/rules/phase-order.ts";
import { present } from "#debate/rules/present.ts";
import { firstStatus } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { ActivityUse } from "#server/activities/activity-use.ts";
import type { SteelmanRecord } from "#server/activities/steelman/table.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type NamedPeople, type Rows, tabular, time } from "#server/sessions/export-rows.ts";
import { isHeldBack } from "#server/sessions/listed-words.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** [L5] How often a seat may write its text, ask for one, and rate. */
const STEPS = { max: 60, window: 60 };
/** [R15] Texts in one answer. */
const PAGE = 50;

/** [P16] Stores the best argument of the other side; the newest counts. [R2] [W7] It waits as a rebuttal does. */
export async function writeSteelman(
  { store, clock, ids, announce, limits }: Dependencies,
  { sessionId, participantId }: Seat,
  { body, side }: { body: string; side?: Side | undefined },
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("steelman", participantId, STEPS);
  if (retryAfter !== null) return tooOften(retryAfter);
  const written = await store.steelmen.write({
    ...{ sessionId, participantId, body, side, id: ids.uuid(), at: clock() },
    // [P20] Not for the writer's name: that would tell an assistant whose the text is.
    statusFor: (settings) => firstStatus(settings, () => isHeldBack(body, settings.filter.words)),
  });
  if (!written.ok) return written;
  if (written.value.isNew) {
    announce.changed(sessionId);
    // Also the phone that wrote it, which doesn't know whether it waits.
    announce.mine(participantId);
    for (const rater of written.value.raters) announce.mine(rater);
  }
  return accept(undefined);
}

/** [P18] Gives a student a text of the other side to rate, which `mine` then holds. */
export async function askForSteelman(
  { store, clock, ids, announce, limits }: Dependencies,
  { sessionId, participantId }: Seat,
): Promise<Result<{ given: boolean }>> {
  const { retryAfter } = await limits.consume("steelman", participantId, STEPS);
  if (retryAfter !== null) return tooOften(retryAfter);
  const asked = await store.steelmen.ask({ sessionId, participantId, at: clock(), draw: ids.draw });
  if (!asked.ok) return asked;
  if (asked.value) announce.mine(participantId);
  return accept({ given: asked.value });
}

/** [P18] Stores what a student says of a text that they were given. [P19] Its writer learns it, and not whose it is. */
export async function rateSteelman(
  { store, clock, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  { steelmanId, fair, why, words }: RateSteelman,
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("steelman", participantId, STEPS);
  if (retryAfter !== null) return tooOften(retryAfter);
  const rated = await store.steelmen.rate({
    ...{ sessionId, participantId, steelmanId, fair, why, words, at: clock() },
    // [P20]
    isHeld: ({ filter }) => filter.holds && isHeldBack(why ?? "", filter.words),
  });
  if (!rated.ok) return rated;
  announce.changed(sessionId);
  announce.mine(participantId, socketId);
  announce.mine(rated.value);
  return accept(undefined);
}

/** [P20] Hides a text, or shows it; `stale` if it was edited since the host read it. */
async function moderateSteelman(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  { steelmanId, action, words }: ModerateSteelman,
  actor: Actor,
): Promise<Result<void>> {
  const status = action === "hide" ? "hidden" : "published";
  const deciding = { sessionId, actor, at: clock() };
  const decided = await store.steelmen.moderate(deciding, { id: steelmanId, words }, status);
  if (!decided.ok) return decided;
  if (decided.value) {
    announce.changed(sessionId, "now");
    for (const seat of [decided.value.author, ...decided.value.raters]) announce.mine(seat);
  }
  return accept(undefined);
}

/** [P19] A page of the class's texts; an assistant gets them without their writers, and without what was said of them. */
async function readSteelmen(
  { store }: Pick<Dependencies, "store">,
  sessionId: string,
  after: { at: number; id: string } | undefined,
  role: Actor,
): Promise<Result<{ steelmen: HostsSteelman[]; more: boolean }>> {
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  const { identity } = session.settings;
  const nameOf = (seat: { id: string; name: string; realName: string | null }) => {
    const { name, realName } = personFor("host", identity, seat);
    const by = realName ?? name;
    return by !== undefined && { by };
  };
  const withRemoved = role === "assistant";
  const found = await store.steelmen.page(sessionId, { take: PAGE + 1, after, withRemoved });
  const steelmen = found.slice(0, PAGE).map(
    ({ id, side, body, status, at, participant, ratings }): HostsSteelman => ({
      ...{ id, side, body, status, at },
      ...(role === "host" && {
        ...nameOf(participant),
        scores: ratings.map(({ fair, why, whyHeld, participant: rater }) => ({
          fair: fair === true,
          ...(why !== null && { why }),
          ...nameOf(rater),
          ...(whyHeld && { held: true as const }),
        })),
      }),
    }),
  );
  return accept({ steelmen, more: found.length > PAGE });
}

export const steelmanUse = {
  uses: {
    "steelman:write": writeSteelman,
    "steelman:ask": askForSteelman,
    "steelman:rate": rateSteelman,
    "host:steelman": (parts, { sessionId, role }, decision) =>
      moderateSteelman(parts, sessionId, decision, role),
    "host:steelmen": (parts, { sessionId, role }, { after }) => readSteelmen(parts, sessionId, after, role),
  },
  mine: async ({ store }, { phase }, participantId) =>
    hasReached(phase, "steelman") ? present({ steelman: await store.steelmen.ofSeat(participantId) }) : {},
  async ownFile({ store }, participantId) {
    const { text, ratings } = await store.steelmen.everythingOf(participantId);
    return {
      // Only whether others found it fair: their words are theirs.
      steelman: text && {
        ...{ side: text.side, body: text.body, status: text.status, at: time(Number(text.at)) },
        fair: text.ratings.filter(({ fair }) => fair).length,
        notFair: text.ratings.filter(({ fair }) => !fair).length,
      },
      steelmanRatings: ratings.map(({ steelmanId, fair, why, at }) => ({
        ...{ steelmanId, fair, why, at: time(Number(at)) },
      })),
    };
  },
  tables: {
    steelmen: {
      order: ["id"],
      rows: async ({ store }, { id }, people) => steelmanRows(await store.steelmen.ofSession(id), people),
    },
    steelmanRatings: {
      order: ["steelman", "participant"],
      ids: ["steelman"],
      rows: async ({ store }, { id }, people) => ratingRows(await store.steelmen.ofSession(id), people),
    },
  },
} as const satisfies ActivityUse<typeof steelman.sends>;

/** [P21] The best arguments of the other side; none in an anonymous session, which has no such phase. */
function steelmanRows(steelmen: readonly SteelmanRecord[], people: NamedPeople): Rows {
  return tabular(
    [...people.columns, "id", "side", "body", "status", "fair", "notFair", "at"],
    steelmen.map(({ participantId, id, side, body, status, ratings, at }) => ({
      ...people.of(participantId),
      ...{ id, side, body, status },
      fair: ratings.filter(({ fair }) => fair).length,
      notFair: ratings.filter(({ fair }) => !fair).length,
      at: time(Number(at)),
    })),
  );
}

function ratingRows(steelmen: readonly SteelmanRecord[], people: NamedPeople): Rows {
  return tabular(
    [...people.columns, "steelman", "fair", "why"],
    steelmen.flatMap(({ id, ratings }) =>
      ratings.map(({ participantId, fair, why }) => ({
        ...people.of(participantId),
        ...{ steelman: id, fair, why },
      })),
    ),
  );
}
