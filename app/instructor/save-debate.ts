import { ask, type Reply } from "#app/shared/ask.ts";
import type { DebateDraft } from "#debate/content/debate.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** What a save goes over: a version, or with null nothing, as the first save of a debate whose id this page made [D11]. */
type Over = { id: string; etag: string | null };
type SavedBody = { debate: DebateDraft; draft?: true };
export type SaveDebate = (over: Over, body: SavedBody) => Promise<Reply<DebatePage>>;

/**
 * Saves the debate of one page. [D11] If an answer is lost, the same is sent again before anything newer: the server knows whether it
 * stored it, and what was saved elsewhere meanwhile is never replaced. `by`: the instructor who writes; no one else may save it [D12].
 */
export function debateSaver(by: string): SaveDebate {
  let unanswered: { over: Over; body: SavedBody } | null = null;

  const send = async (over: Over, body: SavedBody): Promise<Reply<DebatePage>> => {
    const { id, etag } = over;
    const reply = await (etag === null
      ? ask<DebatePage>("POST", "/api/debates", { ...body, id }, { by })
      : ask<DebatePage>("PUT", `/api/debates/${id}`, body, { by, headers: { "if-match": etag } }));
    unanswered = !reply.ok && reply.code === "offline" ? { over, body } : null;
    return reply;
  };

  return async (over, body) => {
    if (unanswered?.over.id !== over.id) return send(over, body);
    const before = unanswered;
    const reply = await send(before.over, before.body);
    if (!reply.ok || JSON.stringify(before.body) === JSON.stringify(body)) return reply;
    return send({ id: over.id, etag: reply.value.etag }, body);
  };
}
