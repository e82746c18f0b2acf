import type { LiveState } from "#app/live/live-state.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";

export type Edit = Extract<Waiting, { name: "rebuttal:edit" }>;
/** A rebuttal or a change of one that the server does not have. */
export type OwnItem = Extract<Waiting, { name: "rebuttal:post" }> | Edit;

export function isMine(rebuttal: Pick<Rebuttal, "id" | "by">, you: Pick<Mine, "posted">): boolean {
  return rebuttal.by === "you" || you.posted.includes(rebuttal.id);
}

/** [R32] Whether the student wrote a rebuttal or one merged into it, and so gets its notices. */
export function creditsMe(
  rebuttals: ReadonlyMap<string, Rebuttal>,
  you: Pick<Mine, "posted">,
): (rebuttal: Pick<Rebuttal, "id" | "by">) => boolean {
  const heads = new Set(you.posted.map((id) => rebuttals.get(id)?.mergedInto));
  return (rebuttal) => isMine(rebuttal, you) || heads.has(rebuttal.id);
}

/** Classmates' replies to my own rebuttals that may be seen, or to what stands for these, the oldest first. */
export function repliesTo(rebuttals: ReadonlyMap<string, Rebuttal>, you: Pick<Mine, "posted">): Rebuttal[] {
  const isToMe = creditsMe(rebuttals, you);
  const mine = (id: string | undefined) => {
    const rebuttal = rebuttals.get(id ?? "");
    return rebuttal !== undefined && isToMe(rebuttal);
  };
  return [...rebuttals.values()]
    .filter((each) => each.status === "published" && mine(each.replyTo) && !isMine(each, you))
    .sort((one, other) => one.at - other.at);
}

export type Known = Pick<LiveState, "rebuttals" | "hasAll">;

/** [R29] Those that were not there before, once a phone had all there was: until then pages of a reload bring old ones [R15]. */
export function arrived(rebuttals: readonly Rebuttal[], before: Known): Rebuttal[] {
  return before.hasAll ? rebuttals.filter(({ id }) => !before.rebuttals.has(id)) : [];
}

/** My own rebuttals as the server has them, newest first, and those that it does not have yet. */
export function ownRebuttals(
  rebuttals: ReadonlyMap<string, Rebuttal>,
  you: Pick<Mine, "posted">,
  waiting: readonly Waiting[],
): {
  unsent: Exclude<OwnItem, Edit>[];
  stored: Rebuttal[];
  /** [R21] Changes on their way, by the rebuttal. */
  edits: ReadonlyMap<string, Edit>;
  /** Those that came to nothing, as the rebuttal was withdrawn or deleted meanwhile. */
  lost: Edit[];
} {
  const stored = [...rebuttals.values()]
    .filter((rebuttal) => isMine(rebuttal, you))
    .sort((a, b) => b.at - a.at);
  const edits = waiting.filter((item) => item.name === "rebuttal:edit");
  const unsent = waiting
    .filter((item) => item.name === "rebuttal:post")
    .filter(({ payload }) => !rebuttals.has(payload.id));
  return {
    unsent: unsent.reverse(),
    stored,
    lost: edits.filter(
      ({ refused, payload: { rebuttalId } }) =>
        refused && !rebuttals.has(rebuttalId) && !you.posted.includes(rebuttalId),
    ),
    edits: new Map(edits.map((edit) => [edit.payload.rebuttalId, edit])),
  };
}
