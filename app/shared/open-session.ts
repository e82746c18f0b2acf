import { ask, type Reply } from "#app/shared/ask.ts";
import { newId } from "#app/shared/new-id.ts";

/** [I25] A function that opens sessions. The same asked again after a lost answer has the same id, so that it is opened once. */
export function sessionOpener(): (wanted: object) => Promise<Reply<{ code: string }>> {
  let unanswered: { wanted: string; id: string } | null = null;
  return async (wanted) => {
    const asText = JSON.stringify(wanted);
    const id = unanswered?.wanted === asText ? unanswered.id : newId();
    const reply = await ask<{ code: string }>("POST", "/api/sessions", { ...wanted, id });
    unanswered = reply.ok ? null : { wanted: asText, id };
    return reply;
  };
}
