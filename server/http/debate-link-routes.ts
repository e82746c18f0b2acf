import { type Context, Hono } from "hono";
import { debateFile } from "#debate/content/debate-file.ts";
import type { DebateLink } from "#debate/protocol/answers/debates.ts";
import { LinkDebate } from "#debate/protocol/requests.ts";
import { accept, tooOften } from "#debate/rules/result.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import { debateToDo } from "#server/sessions/debate-access.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { seriesWith } from "#server/sessions/series.ts";

/** [D45] Downloads by one address, against trying words. */
const DOWNLOADS = { max: 60, window: 60 };
const FILE = /^([\w-]{1,64})\.json$/u;

/** [D45] Links by which other servers import a debate, or its series. Anyone who has one can read it. */
export function debateLinkRoutes(
  { store, ids }: Pick<Dependencies, "store" | "ids">,
  { signedIn }: Checks,
  originOf: (headers: Headers) => string,
): Hono<SignedIn> {
  const answer = (headers: Headers, link: { word: string; of: DebateLink["of"] }): DebateLink => ({
    url: `${originOf(headers)}/api/shared/${link.word}.json`,
    of: link.of,
  });
  const owned = (context: Context<SignedIn, "/:id/link">) =>
    debateToDo(store, context.var.instructor.id, context.req.param("id"), "share");
  return new Hono<SignedIn>()
    .use("/:id/link", signedIn)
    .get("/:id/link", async (context) => {
      const found = await owned(context);
      if (!found.ok) return refusal(context, found);
      const link = await store.debateLinks.of(context.req.param("id"));
      return context.json({ link: link && answer(context.req.raw.headers, link) });
    })
    .put("/:id/link", async (context) => {
      const request = await readJson(context, LinkDebate);
      if (!request.ok) return refusal(context, request);
      const found = await owned(context);
      if (!found.ok) return refusal(context, found);
      const { id: ownerId } = context.var.instructor;
      const link = await store.debateLinks.put(ownerId, context.req.param("id"), request.value.of, ids.key());
      if (!link) return refusal(context, { code: "not-found" });
      return context.json({ link: answer(context.req.raw.headers, link) });
    })
    .delete("/:id/link", async (context) => {
      const found = await owned(context);
      if (!found.ok) return refusal(context, found);
      await store.debateLinks.remove(context.var.instructor.id, context.req.param("id"));
      return context.body(null, 204);
    });
}

/** [D45] The files that such links lead to: what an export is. */
export function sharedRoutes({ store, limits }: Pick<Dependencies, "store" | "limits">): Hono {
  return new Hono().get("/:file", async (context) => {
    const who = neighbourhood(addressOf(context.req.raw.headers));
    const { retryAfter } = await limits.consume("shared", who, DOWNLOADS);
    if (retryAfter !== null) return refusal(context, tooOften(retryAfter));
    const [, word] = FILE.exec(context.req.param("file")) ?? [];
    const link = word === undefined ? null : await store.debateLinks.byWord(word);
    const found = link && (await store.debates.byId(link.ownerId, link.id));
    if (!found) return refusal(context, { code: "not-found" });
    const { debate } = found;
    const debates = link.of === "series" ? await seriesWith(store, link.ownerId, debate) : accept([debate]);
    if (!debates.ok) return refusal(context, debates);
    context.header("cache-control", "no-store");
    return context.json(debateFile(debates.value));
  });
}
