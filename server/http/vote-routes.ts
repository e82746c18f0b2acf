import { Hono } from "hono";
import { PaperRequest, PickWords } from "#debate/protocol/requests.ts";
import { LONG_BODY_BYTES, readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { jsonList } from "#server/http/json-list.ts";
import { refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deletePaper, savePaper } from "#server/sessions/paper.ts";
import { pickWords, readWords } from "#server/sessions/words.ts";

/** [Y8] Votes on paper, typed in by the host. */
export function paperRoutes(parts: Dependencies, { hosted }: Checks): Hono {
  return new Hono()
    .get("/:code/paper", hosted, async (context) =>
      context.json({ slips: await parts.store.paper.ofSession(context.var.session.id) }),
    )
    .post("/:code/paper", hosted, async (context) => {
      const request = await readJson(context, PaperRequest, LONG_BODY_BYTES);
      if (!request.ok) return refusal(context, request);
      const saved = await savePaper(parts, context.var.session.id, request.value);
      return saved.ok ? context.json({ slips: saved.value }, 201) : refusal(context, saved);
    })
    .delete("/:code/paper/:id", hosted, async (context) => {
      const deleted = await deletePaper(parts, context.var.session.id, context.req.param("id"));
      return deleted.ok ? context.body(null, 204) : refusal(context, deleted);
    });
}

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
