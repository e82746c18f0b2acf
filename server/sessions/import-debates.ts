import type { Debate, DebateDraft } from "#debate/content/debate.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [D31] Stores the debates of an exported file, in its order: the first is the newest. */
export async function importDebates(
  { store, clock, ids }: Pick<Dependencies, "store" | "clock" | "ids">,
  ownerId: string,
  drafts: readonly DebateDraft[],
): Promise<Debate[]> {
  const debates: Debate[] = [];
  for (const draft of drafts.toReversed())
    debates.unshift(await store.debates.create(ownerId, ids.uuid(), draft, clock()));
  return debates;
}
