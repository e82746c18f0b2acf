import { contentToStore } from "#debate/content/debate.ts";
import { withoutKit, withoutPictures } from "#debate/content/versions.ts";
import type { FairnessPage } from "#debate/protocol/pages.ts";
import { CHOICES, SIDES } from "#debate/rules/choices.ts";
import { decidedInAll } from "#debate/rules/moderation.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { roundsOf } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import { publicSettings } from "#debate/rules/settings.ts";
import { STEPS } from "#debate/rules/steps.ts";
import { planOf } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { versionOf } from "#server/store/debates/debates.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [Y12] [Y13] The fairness record of a session, for its host: counts that every promise allows, and no one's words or votes. */
export async function fairnessOf(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
): Promise<FairnessPage> {
  const { id, code, settings, simulated, createdAt } = session;
  const debate = await store.sessions.debateOf(id);
  const origin = await store.sessions.originOf(id);
  const room = await store.sessions.room(id);
  const events = await store.events.ofSession(id);
  const seats = await store.participants.ofSession(id);
  const rebuttals = await store.rebuttals.ofSession(id);
  // [R13] Earlier changes of the setting affected no rebuttal.
  const arguedAt =
    events.find(({ kind, detail }) => kind === "phase" && detail === "rebuttal")?.at ?? Infinity;
  const existing = new Set(rebuttals.map((rebuttal) => rebuttal.id));
  const published = rebuttals.filter(({ status }) => status === "published");
  const counted = (is: (event: (typeof events)[number]) => boolean) =>
    events.filter(is).reduce((sum, { count }) => sum + count, 0);
  const onWall = (begins: string) =>
    counted((event) => event.kind === "spotlight" && event.detail.startsWith(begins));
  const [forWall, againstWall] = SIDES.map((side) => onWall(`paragraph ${side} `));
  const [forSide, againstSide] = SIDES.map((side) => published.filter((each) => each.side === side).length);
  return {
    code,
    name: settings.name,
    settings: publicSettings(settings),
    ...present({ simulated }),
    debate: withoutPictures(withoutKit(debate)),
    // The version in the debate's history, which differs from that of the class's copy.
    version: (origin?.debateVersion ?? versionOf(contentToStore(debate))).slice(0, 12),
    createdAt,
    planned: await planOf({ store }, session),
    moves: events.flatMap((event) => {
      const phase = event.kind === "phase" && PHASES.find((each) => each === event.detail);
      return phase ? [{ at: event.at, phase }] : [];
    }),
    steps: events.flatMap((event) => {
      const step = event.kind === "step" && STEPS.find((each) => each === event.detail);
      return step ? [{ at: event.at, step }] : [];
    }),
    wall: {
      for: forWall ?? 0,
      against: againstWall ?? 0,
      rebuttals: counted(({ kind, detail }) => kind === "spotlight" && /^[0-9a-f-]{36}$/u.test(detail)),
    },
    moderation: {
      ...decidedInAll(events.filter(({ detail }) => existing.has(detail))),
      deleted: counted(({ kind }) => kind === "rebuttal-deleted"),
      // [G4] One that was deleted since has its number in place of a name.
      removed: seats.filter(({ id, name, removed }) => removed && name !== id).length,
    },
    approvalSwitched: events.some(
      ({ kind, at }) => (kind === "approve-first" || kind === "approve-after") && at >= arguedAt,
    ),
    rebuttals: { for: forSide ?? 0, against: againstSide ?? 0 },
    joined: room?.joined ?? 0,
    onPaper: await store.paper.count(id),
    voted: roundsOf(settings).map((round) => {
      const tally = room?.tallies[round];
      return { round, n: tally ? CHOICES.reduce((sum, choice) => sum + tally[choice], 0) : 0 };
    }),
  };
}
