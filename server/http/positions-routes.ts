import { Hono } from "hono";
import { hasBeside } from "#debate/activities/beside.ts";
import type { Debate } from "#debate/content/debate.ts";
import { bytesOf, headerOf } from "#debate/content/pictures.ts";
import { positionsReadable } from "#debate/rules/phases.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { cachedJson, refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { readableOf } from "#server/sessions/phone.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Read = ReturnType<typeof readableOf>;
const read = new WeakMap<Debate, Map<string, Read>>();

/**
 * [X4] What a class reads of a debate. [L15] The same object for each version and each phase with additions, so that it is
 * serialized once.
 */
function readBy(debate: Debate, session: SessionRecord, version: string): Read {
  const known = read.get(debate) ?? new Map<string, Read>();
  read.set(debate, known);
  const key = `${version} ${hasBeside(session) ? session.phase : ""}`;
  const made = known.get(key) ?? readableOf(session, debate, version);
  known.set(key, made);
  return made;
}

/**
 * The session's debate: whole for the host; for everyone else, and for the host with `version`, in the words of that version
 * and only once positions are readable. [D47] So are its pictures, each a file.
 */
export function positionsRoutes({ store }: Dependencies, { named }: Checks, caller: Caller): Hono {
  const isHost = async (headers: Headers, { hostId }: SessionRecord) =>
    (await caller.instructorId(headers)) === hostId;
  return new Hono()
    .get("/pictures/:side", named, async (context) => {
      const { session } = context.var;
      if (!positionsReadable(session.phase) && !(await isHost(context.req.raw.headers, session)))
        return refusal(context, { code: "wrong-phase" }, 403);
      const { positions } = await store.sessions.debateOf(session.id);
      const of = positions.find(({ side }) => side === context.req.param("side"));
      const bytes = bytesOf(of?.picture?.data ?? "");
      const header = headerOf(bytes);
      if (!bytes || !header) return refusal(context, { code: "not-found" });
      // A session's copy of the debate does not change.
      context.header("cache-control", "private, max-age=31536000, immutable");
      context.header("x-content-type-options", "nosniff");
      return context.body(Buffer.from(bytes), 200, { "content-type": header.type });
    })
    .get("/", named, async (context) => {
      const { session } = context.var;
      const mayAlways = await isHost(context.req.raw.headers, session);
      if (!mayAlways && !positionsReadable(session.phase))
        return refusal(context, { code: "wrong-phase" }, 403);
      const debate = await store.sessions.debateOf(session.id);
      const version = context.req.query("version");
      if (version && !debate.versions?.some((each) => each.id === version))
        return refusal(context, { code: "not-found", message: "version: this debate has no such one." });
      context.header("cache-control", "private, no-cache");
      return mayAlways && version === undefined
        ? context.json({ debate })
        : cachedJson(context, readBy(debate, session, version ?? ""));
    });
}
