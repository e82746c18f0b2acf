import { ask, type Reply } from "#app/shared/ask.ts";
import type { DebateDraft } from "#debate/content/debate.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** [D11] Saves a new debate under an id that this page made. If an earlier try was stored and its answer lost, saves over that. */
export async function createDebate(id: string, debate: DebateDraft): Promise<Reply<DebatePage>> {
  const reply = await ask<DebatePage>("POST", "/api/debates", { debate, id });
  if (reply.ok || reply.code !== "stale") return reply;
  const { etag } = reply.answer as DebatePage;
  return ask<DebatePage>("PUT", `/api/debates/${id}`, { debate }, { headers: { "if-match": etag } });
}
