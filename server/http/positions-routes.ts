import { Hono } from "hono";
import { hasBeside } from "#debate/activities/beside.ts";
import type { Debate } from "#debate/content/debate.ts";
import { positionsReadable } from "#debate/rules/phases.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { keptJson, refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { readableOf } from "#server/sessions/phone.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Read = ReturnType<typeof readableOf>;
const read = new WeakMap<Debate, Map<string, Read>>();

/**
 * [X4] What a class reads of a debate: [L15] one object for each version, and for each phase that may have something beside it, so
 * that it is written as JSON once.
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
 * The session's debate: for the host whole, and for everyone else, once positions are readable, in the words of the version
 * that `version` names. The host, too, gets what a class does with `version`.
 */
export function positionsRoutes({ store }: Dependencies, { named }: Checks, caller: Caller): Hono {
  return new Hono().get("/", named, async (context) => {
    const { session } = context.var;
    const { id, phase, hostId } = session;
    const isHost = (await caller.instructorId(context.req.raw.headers)) === hostId;
    if (!isHost && !positionsReadable(phase)) return refusal(context, { code: "wrong-phase" }, 403);
    const debate = await store.sessions.debateOf(id);
    const version = context.req.query("version");
    if (version && !debate.versions?.some((each) => each.id === version))
      return refusal(context, { code: "not-found", message: "version: this debate has no such one." });
    context.header("cache-control", "private, no-cache");
    return isHost && version === undefined
      ? context.json({ debate })
      : keptJson(context, readBy(debate, session, version ?? ""));
  });
}
