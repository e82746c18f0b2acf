import { type Context, Hono } from "hono";
import type { Note } from "#debate/protocol/answers/host.ts";
import { SaveNote } from "#debate/protocol/requests.ts";
import { LONG_BODY_BYTES, readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { etagOf, readTags } from "#server/http/etag.ts";
import { refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { StoredNote } from "#server/store/sessions/notes.ts";

const STALE = { code: "stale", message: "This note was saved elsewhere in the meantime." };

/** [V20] The private note on a session, for its host alone. */
export function noteRoutes({ store }: Pick<Dependencies, "store">, { hosted }: Checks): Hono {
  return new Hono()
    .get("/:code/note", hosted, async (context) =>
      answer(context, context.var.session.hostId, await store.notes.of(context.var.session.id)),
    )
    .put("/:code/note", hosted, async (context) => {
      const request = await readJson(context, SaveNote, LONG_BODY_BYTES);
      if (!request.ok) return refusal(context, request);
      const ifMatch = context.req.header("if-match");
      const bases = ifMatch === undefined ? "*" : readTags(ifMatch);
      if (!bases) return refusal(context, { code: "malformed", message: "If-Match: not a list of tags." });
      const fits = (version: string) => bases === "*" || bases.includes(etagOf(version));
      const saving = await store.notes.save(context.var.session.id, request.value.text, fits);
      if (!saving) return refusal(context, { code: "not-found" });
      return answer(context, context.var.session.hostId, saving.note, saving.outcome === "stale");
    });
}

/** The tag is in the body too, because a proxy that compresses changes the header. `by`: the host, for the draft on their device. */
function answer(context: Context, by: string, { text, version }: StoredNote, isStale = false): Response {
  const etag = etagOf(version);
  const note: Note = { text, etag, by };
  return context.json({ ...(isStale && { error: STALE }), ...note }, isStale ? 412 : 200, { etag });
}
