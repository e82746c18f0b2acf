import type { experiment } from "#debate/activities/experiment/messages.ts";
import { sideToWrite } from "#debate/activities/experiment/terms.ts";
import { isOn } from "#debate/activities/open.ts";
import { positionsReadable, resultsPublic } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { ActivityUse } from "#server/activities/activity-use.ts";
import { blockOf } from "#server/activities/experiment/allocation.ts";
import { hashOfPlan } from "#server/activities/experiment/plan.ts";
import type { ArmRecord } from "#server/activities/experiment/rows.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type ExportRow, tabular, time } from "#server/sessions/export-rows.ts";
import type { Seat } from "#server/sessions/seat.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [L5] How often a seat may send something of its experiment. */
const WRITING = { max: 60, window: 60 };

type Reading = Pick<Dependencies, "store">;

/** Whether seats have arms by now. */
const isDrawn = ({ phase, settings }: SessionRecord) =>
  isOn("experiment", settings) && positionsReadable(phase);

/** [M24] A seat's arm: one that came late is drawn now. */
async function armOf(
  { store }: Reading,
  session: SessionRecord,
  id: string,
  at: number,
): Promise<ArmRecord | null> {
  const known = await store.experiments.of(id);
  if (known || !isDrawn(session) || resultsPublic(session.phase)) return known;
  await store.experiments.draw(session.id, at);
  return store.experiments.of(id);
}

async function sent(
  { store, clock, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  keep: (seated: { sessionId: string; participantId: string; at: number }) => Promise<Result<void>>,
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("experiment", participantId, WRITING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  const at = clock();
  await armOf({ store }, session, participantId, at);
  const kept = await keep({ sessionId, participantId, at });
  if (kept.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return kept;
}

const none = { arm: null, stratum: null, block: null, place: null, wrote: null, drawnAt: null };

/** What a file has of a seat's arm. */
function cellsOf({ arm, stratum, place, side, drawnAt }: ArmRecord) {
  const { block, placeInBlock } = blockOf(place);
  return { arm, stratum, block, place: placeInBlock, wrote: side, drawnAt: time(drawnAt) };
}

export const experimentUse = {
  uses: {
    "experiment:began": (parts, seat) => sent(parts, seat, parts.store.experiments.began),
    "experiment:write": (parts, seat, words) =>
      sent(parts, seat, (seated) => parts.store.experiments.write({ ...seated, ...words })),
  },
  async mine(parts, session, participantId) {
    const own = await armOf(parts, session, participantId, parts.clock());
    if (!own) return {};
    const { arm, stratum, side, body } = own;
    const kind = session.settings.activities.experiment?.kind ?? "order";
    const toWrite = kind === "switch" ? sideToWrite(stratum, undefined) : undefined;
    return {
      experiment: {
        kind,
        arm,
        ...present({ side: toWrite }),
        ...(side && body !== null && { written: { side, body } }),
      },
    };
  },
  hasOwnAtOnce: isDrawn,
  /** [M29] In `arguing`, one half votes right after reading, and not the other. */
  async mayVote(parts, { sessionId, participantId }, round) {
    if (round !== "reading") return accept(undefined);
    const session = await parts.store.sessions.byId(sessionId);
    if (session?.settings.activities.experiment?.kind !== "arguing") return accept(undefined);
    const own = await armOf(parts, session, participantId, parts.clock());
    return own?.arm === "a"
      ? refuse("wrong-phase", "round: this half votes after arguing")
      : accept(undefined);
  },
  async ownFile({ store }, participantId) {
    const own = await store.experiments.of(participantId);
    return { experiment: own ? { ...cellsOf(own), began: own.began, body: own.body } : null };
  },
  async seatColumns({ store }, { id }) {
    const cells = new Map(
      (await store.experiments.ofSession(id)).map((own) => [own.participantId, cellsOf(own)]),
    );
    return { columns: Object.keys(none), of: (seat) => cells.get(seat) ?? none };
  },
  async design({ store }, { id }): Promise<ExportRow> {
    const planned = await store.experiments.planOf(id);
    if (!planned) return { plan: null, planHash: null, plannedAt: null, seed: null };
    const { plan, seed, plannedAt } = planned;
    return { plan, planHash: hashOfPlan(plan), plannedAt: time(plannedAt), seed };
  },
  tables: {
    experimentTexts: {
      order: ["participant"],
      async rows({ store }, { id }, people) {
        const written = (await store.experiments.ofSession(id)).filter(({ body }) => body !== null);
        const columns = people.areNamed ? [...people.columns, "side", "body"] : ["side", "body"];
        return tabular(
          columns,
          written.map(({ participantId, side, body }) => ({
            ...(people.areNamed && people.of(participantId)),
            ...{ side, body },
          })),
        );
      },
    },
  },
} as const satisfies ActivityUse<typeof experiment.sends>;
