import type { Side } from "#debate/rules/choices.ts";
import type { DownWith } from "#debate/rules/moderation.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";

type Linked = { id: string; replyTo?: string | null | undefined; mergedInto?: string | null | undefined };
type Stated = Linked & { side: Side; status: RebuttalStatus; downWith?: DownWith | undefined };

/**
 * [R24] Whether a rebuttal can be merged into another: of the same side, one that is readable, and none whose place follows from
 * the first one's. One that was taken down is not merged.
 */
export function mayMerge(rebuttals: readonly Stated[], id: string, into: string): Result<void> {
  const known = new Map(rebuttals.map((rebuttal) => [rebuttal.id, rebuttal]));
  const [merged, head] = [known.get(id), known.get(into)];
  if (!merged || (merged.status === "hidden" && merged.downWith !== "merged")) return refuse("not-found");
  if (head?.status !== "published") return refuse("not-found", "into");
  if (head.side !== merged.side) return refuse("malformed", "into: of the other side");
  return follows(known, head, id)
    ? refuse("malformed", "into: follows from what is merged")
    : accept(undefined);
}

/** Whether a rebuttal is, answers or was merged into another, directly or through others. */
function follows(known: ReadonlyMap<string, Linked>, from: Linked, id: string): boolean {
  const seen = new Set<string>();
  let level: Linked[] = [from];
  while (level.length > 0) {
    for (const each of level) seen.add(each.id);
    if (seen.has(id)) return true;
    level = level
      .flatMap(({ replyTo, mergedInto }) => [known.get(replyTo ?? ""), known.get(mergedInto ?? "")])
      .filter((each): each is Linked => each !== undefined && !seen.has(each.id));
  }
  return false;
}

type Authored = { participantId: string; merged?: readonly { participantId: string }[] | undefined };

/** [R32] Everyone who wrote a rebuttal or one that it stands for, each once, its own author first. */
export function authorsOf({ participantId, merged = [] }: Authored): Set<string> {
  return new Set([participantId, ...merged.map((each) => each.participantId)]);
}

/** [R24] For each merged rebuttal the id of the one that stands for it now. */
export function headsOf(
  rebuttals: readonly (Linked & { downWith?: DownWith | undefined })[],
): Map<string, string> {
  const known = new Map(rebuttals.map((rebuttal) => [rebuttal.id, rebuttal]));
  const heads = new Map<string, string>();
  for (const { id, downWith } of rebuttals) {
    if (downWith !== "merged") continue;
    let head = known.get(id);
    while (head?.downWith === "merged") head = known.get(head.mergedInto ?? "");
    if (head) heads.set(id, head.id);
  }
  return heads;
}

type Merged = {
  id: string;
  status: RebuttalStatus;
  downWith?: DownWith | undefined;
  mergedInto?: string | undefined;
};

/** [R24] [R31] The published rebuttals, and those that have a published head; not those that are down with theirs. */
export function publishedOrMerged<Rebuttal extends Merged>(rebuttals: readonly Rebuttal[]): Rebuttal[] {
  const published = new Set(rebuttals.filter(({ status }) => status === "published").map(({ id }) => id));
  return rebuttals.filter(
    ({ id, downWith, mergedInto = "" }) =>
      published.has(id) || (downWith === "merged" && published.has(mergedInto)),
  );
}
