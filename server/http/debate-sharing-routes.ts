import { Hono } from "hono";
import { ShareDebate } from "#debate/protocol/requests.ts";
import { tooOften } from "#debate/rules/result.ts";
import { readJson } from "#server/http/body.ts";
import type { SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { debateToDo } from "#server/sessions/debate-access.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [I23] Changes by one instructor, against trying addresses. */
const SHARING = { max: 60, window: 600 };

/** Sharing of debates, and their earlier versions; part of the routes of debates. */
export function debateSharingRoutes({
  store,
  clock,
  limits,
}: Pick<Dependencies, "store" | "clock" | "limits">) {
  return new Hono<SignedIn>()
    .get("/:id/sharing", async (context) => {
      const id = context.req.param("id");
      const found = await debateToDo(store, context.var.instructor.id, id, "share");
      if (!found.ok) return refusal(context, found);
      const sharing = await store.debateShares.of(id);
      return sharing ? context.json(sharing) : refusal(context, { code: "not-found" });
    })
    .put("/:id/sharing", async (context) => {
      const request = await readJson(context, ShareDebate);
      if (!request.ok) return refusal(context, request);
      const { id: ownerId } = context.var.instructor;
      const id = context.req.param("id");
      const { retryAfter } = await limits.consume("share", ownerId, SHARING);
      if (retryAfter !== null) return refusal(context, tooOften(retryAfter));
      const found = await debateToDo(store, ownerId, id, "share");
      if (!found.ok) return refusal(context, found);
      const { value } = request;
      if ("everyone" in value) {
        const isThere = await store.debateShares.withEveryone(ownerId, id, value.everyone);
        store.shelves.forgetShared();
        return isThere ? context.body(null, 204) : refusal(context, { code: "not-found" });
      }
      const outcome = await store.debateShares.withAddress({
        ownerId,
        debateId: id,
        email: value.email.toLowerCase(),
        right: value.right,
        at: clock(),
      });
      return outcome === "stored" ? context.body(null, 204) : refusal(context, { code: outcome });
    })
    .get("/:id/versions", async (context) => {
      const id = context.req.param("id");
      const found = await debateToDo(store, context.var.instructor.id, id, "versions");
      if (!found.ok) return refusal(context, found);
      const versions = await store.debateVersions.of(id);
      const { version: current } = found.value;
      return context.json({ versions, current });
    })
    .get("/:id/versions/:version", async (context) => {
      const { id, version } = context.req.param();
      const found = await debateToDo(store, context.var.instructor.id, id, "versions");
      if (!found.ok) return refusal(context, found);
      const debate = await store.debateVersions.read(id, version);
      return debate ? context.json({ debate }) : refusal(context, { code: "not-found" });
    });
}
