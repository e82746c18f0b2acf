import { Hono } from "hono";
import { PickWords } from "#debate/protocol/messages.ts";
import type { Checks } from "#server/http/checks.ts";
import { readJson, refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { pickWords, readWords } from "#server/sessions/words.ts";

/** [V18] What voters wrote with their votes, and which of it the class sees. For the host alone. */
export function wordsRoutes(parts: Dependencies, { hosted }: Checks): Hono {
  return new Hono()
    .get("/:code/words", hosted, async (context) => {
      const read = await readWords(parts, context.var.session);
      return read.ok ? context.json(read.value) : refusal(context, read);
    })
    .post("/:code/picks", hosted, async (context) => {
      const pick = await readJson(context, PickWords);
      const picked = pick.ok ? await pickWords(parts, context.var.session.id, pick.value) : pick;
      return picked.ok ? context.body(null, 204) : refusal(context, picked);
    });
}
