import { Hono } from "hono";
import { PickWords } from "#debate/protocol/requests.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { jsonList } from "#server/http/json-list.ts";
import { refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { pickWords, readWords } from "#server/sessions/words.ts";

/** [V18] What voters wrote with their votes, and which of it the class sees. For the host alone. */
export function wordsRoutes(parts: Dependencies, { hosted }: Checks): Hono {
  return new Hono()
    .get("/:code/words", hosted, async (context) => {
      const read = await readWords(parts, context.var.session);
      if (!read.ok) return refusal(context, read);
      const { words, ...rest } = read.value;
      return context.body(jsonList("words", words, rest), 200, { "content-type": "application/json" });
    })
    .post("/:code/picks", hosted, async (context) => {
      const pick = await readJson(context, PickWords);
      const picked = pick.ok ? await pickWords(parts, context.var.session.id, pick.value) : pick;
      return picked.ok ? context.body(null, 204) : refusal(context, picked);
    });
}
