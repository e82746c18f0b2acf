import { type Context, Hono } from "hono";
import type { z } from "zod";
import { contentToStore, type Debate, type DebateDraft } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { type Misfit, newMisfits } from "#debate/content/versions.ts";
import type { ListedDebate, StaleDebate, StoredDebate } from "#debate/protocol/answers/debates.ts";
import { parse } from "#debate/protocol/messages.ts";
import { ArchiveRequest, CopyRequest, CreateRequest, SaveRequest } from "#debate/protocol/requests.ts";
import { ShelfRequest } from "#debate/protocol/shelf.ts";
import { mayWith } from "#debate/rules/debate-rights.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { debateExportRoutes } from "#server/http/debate-export-routes.ts";
import { debateSharingRoutes } from "#server/http/debate-sharing-routes.ts";
import { etagOf, readTags } from "#server/http/etag.ts";
import { refusal } from "#server/http/reply.ts";
import { debateToDo } from "#server/sessions/debate-access.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { debateFor } from "#server/sessions/open.ts";
import { findDebates } from "#server/sessions/shelf.ts";
import { type SavedDebate, versionOf } from "#server/store/debates/debates.ts";

/** The largest body, in bytes: a debate at all its limits, in a script with three bytes a character. */
export const DEBATE_BYTES = 4 * 1024 * 1024;

/** Routes of an instructor's debates. */
export function debateRoutes(
  { store, clock, ids, limits }: Dependencies,
  { signedIn }: Checks,
): Hono<SignedIn> {
  /** [D33] Whether a debate is exactly one of its earlier versions. */
  const isRestored = async (id: string, draft: DebateDraft): Promise<boolean> =>
    (await store.debateVersions.read(id, versionOf(contentToStore({ id, ...draft })))) !== null;

  return new Hono<SignedIn>()
    .use("*", signedIn)
    .get("/", async (context) => {
      const asked = parse(ShelfRequest, context.req.query());
      if (!asked.ok) return refusal(context, asked);
      const { wanted } = await findDebates({ store }, context.var.instructor.id, asked.value);
      const debates: ListedDebate[] = wanted.map(({ related: _, key: __, ...debate }) => debate);
      return context.json({ debates });
    })
    .post("/", async (context) => {
      const request = await readJson(context, CreateRequest, DEBATE_BYTES);
      if (!request.ok) return refusal(context, request);
      const { debate, draft = false, id = ids.uuid() } = request.value;
      const making = await store.debates.createOnce(context.var.instructor.id, id, debate, clock(), draft);
      if (making.outcome === "forbidden") return refusal(context, { code: "duplicate" });
      if (making.outcome === "stale") return stale(context, making.saved);
      const etag = etagOf(making.saved.version);
      return context.json({ ...answered(making.saved), etag }, 201, { etag });
    })
    .route("/", debateSharingRoutes({ store, clock, limits }))
    .route("/", debateExportRoutes(store))
    .get("/:id", async (context) => {
      const found = await debateFor(store, context.var.instructor.id, context.req.param("id"));
      if (!found) return refusal(context, { code: "not-found" });
      return context.json(answered(found), 200, { etag: etagOf(found.version) });
    })
    .put("/:id", async (context) => {
      const request = await readJson(context, SaveRequest, DEBATE_BYTES);
      if (!request.ok) return refusal(context, request);
      const ifMatch = context.req.header("if-match");
      const bases = ifMatch === undefined ? "*" : readTags(ifMatch);
      if (!bases) return refusal(context, { code: "malformed", message: "If-Match: not a list of tags." });
      const { id, name } = context.var.instructor;
      const debateId = context.req.param("id");
      const fits = (version: string) => bases === "*" || bases.includes(etagOf(version));
      const stored = await debateFor(store, id, debateId);
      // [D11] A save over another version is refused with the stored debate, even if it doesn't fit.
      const misfits = stored && fits(stored.version) ? misfitsIn(request.value, stored.debate) : [];
      if (misfits.length > 0 && !(await isRestored(debateId, request.value.debate)))
        return misfitting(context, misfits);
      const saving = await store.debates.update(id, debateId, request.value.debate, {
        at: clock(),
        by: name,
        isDraft: request.value.draft ?? false,
        fits,
        isExact: bases !== "*",
      });
      if (!saving) return refusal(context, { code: "not-found" });
      if (saving.outcome === "forbidden") return refusal(context, { code: "forbidden" });
      if (saving.outcome === "stale") return stale(context, saving.saved);
      const etag = etagOf(saving.saved.version);
      return context.json({ ...answered(saving.saved), etag }, 200, { etag });
    })
    .delete("/:id", async (context) => {
      const found = await debateToDo(store, context.var.instructor.id, context.req.param("id"), "remove");
      if (!found.ok) return refusal(context, found);
      const removed = await store.debates.remove(context.var.instructor.id, context.req.param("id"), clock());
      if (removed === null) return refusal(context, { code: "not-found" });
      // [D16]
      return removed === "archived" ? context.json({ archived: true }) : context.body(null, 204);
    })
    .post("/:id/copy", async (context) => {
      const request = await readJson(context, CopyRequest);
      if (!request.ok) return refusal(context, request);
      const owner = context.var.instructor.id;
      const found = await debateFor(store, owner, context.req.param("id"));
      if (!found) return refusal(context, { code: "not-found" });
      // [D16]
      if (!mayWith(found.access, "copy")) return refusal(context, { code: "forbidden" });
      const { id: _, ...draft } = found.debate;
      const copyId = request.value.id ?? ids.uuid();
      const making = await store.debates.createOnce(owner, copyId, draft, clock(), found.isDraft);
      if (making.outcome === "forbidden") return refusal(context, { code: "duplicate" });
      return context.json({ debate: making.saved.debate }, 201);
    })
    .put("/:id/archived", async (context) => {
      const request = await readJson(context, ArchiveRequest);
      if (!request.ok) return refusal(context, request);
      const at = request.value.archived ? clock() : null;
      const found = await store.debates.archive(context.var.instructor.id, context.req.param("id"), at);
      return found ? context.body(null, 204) : refusal(context, { code: "not-found" });
    });
}

const answered = ({ debate, isDraft }: SavedDebate): StoredDebate => ({
  debate,
  ...(isDraft && { draft: true }),
});

/** [D11] Answers with the stored debate. Its tag is in the body too, because a proxy that compresses weakens the one in the header. */
function stale(context: Context, saved: SavedDebate): Response {
  const error = { code: "stale" as const, message: "This debate was saved elsewhere in the meantime." };
  const etag = etagOf(saved.version);
  return context.json({ error, ...answered(saved), etag } satisfies StaleDebate, 412, { etag });
}

/** [X2] What doesn't fit in its reading texts; a draft [D22] may have anything. */
function misfitsIn({ debate, draft }: z.infer<typeof SaveRequest>, stored: Debate): Misfit[] {
  return draft ? [] : newMisfits(inPlainText({ id: "", ...debate }), inPlainText(stored));
}

function misfitting(context: Context, fields: readonly Misfit[]): Response {
  const message = "A reading text has other numbers of paragraphs or sentences than the original.";
  return refusal(context, { code: "malformed", message, fields }, 422);
}
