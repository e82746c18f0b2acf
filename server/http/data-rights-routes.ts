import { type Context, Hono } from "hono";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import { refusal } from "#server/http/reply.ts";
import { seatCookie } from "#server/identity/tickets.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type By, eraseRebuttal, eraseSeat, eraseWords } from "#server/sessions/erase.ts";
import { hostedSession, sessionByCode } from "#server/sessions/identify.ts";
import { ownData } from "#server/sessions/own-data.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

/** [L5] How often a seat may take its data along or delete of it. */
const ASKING = { max: 10, window: 60 };

/** Downloading and deleting the data of a seat: by its student, or deleting by the host. */
export function dataRightsRoutes(parts: Dependencies, caller: Caller): Hono {
  return new Hono()
    .get("/:code/mine", async (context) => {
      const own = await seated(context);
      if (!own.ok) return refusal(context, own);
      const { session, participantId } = own.value;
      const data = await ownData(parts, session, participantId);
      return data
        ? download(context, `${session.code}-my-data.json`, data)
        : refusal(context, { code: "not-found" });
    })
    .delete("/:code/mine", async (context) => {
      const own = await seated(context);
      if (!own.ok) return refusal(context, own);
      const { session, participantId } = own.value;
      const erased = await erase(context, session, participantId, "participant");
      if (!erased.ok) return refusal(context, erased);
      if (erased.value === "erased") context.header("set-cookie", `${seatCookie(session.code)}=; ${ENDED}`);
      return context.body(null, 204);
    })
    .delete("/:code/participants/:id", async (context) => {
      const session = await hosted(context);
      if (!session.ok) return refusal(context, session);
      const erased = await erase(context, session.value, context.req.param("id"), "host");
      return erased.ok ? context.body(null, 204) : refusal(context, erased);
    })
    .delete("/:code/rebuttals/:id", async (context) => {
      const session = await hosted(context);
      if (!session.ok) return refusal(context, session);
      const erased = await eraseRebuttal(parts, session.value.id, context.req.param("id"));
      return erased.ok ? context.body(null, 204) : refusal(context, erased);
    });

  function hosted(context: Context) {
    return hostedSession(parts, context.req.param("code") ?? "", caller.visitor(context.req.raw.headers));
  }

  /** The seat that the phone's cookie holds, also where it was taken away; [L5] each time counts. */
  async function seated(
    context: Context,
  ): Promise<Result<{ session: SessionRecord; participantId: string }>> {
    const { headers } = context.req.raw;
    const found = await sessionByCode(parts, context.req.param("code") ?? "", caller.visitor(headers));
    if (!found.ok) return found;
    const session = found.value;
    const participantId = caller.seatId(headers, session.code);
    const seat = participantId === null ? null : await parts.store.participants.byId(participantId);
    if (seat?.sessionId !== session.id) return refuse("unauthorized");
    const { retryAfter } = await parts.limits.consume("mine", seat.id, ASKING);
    return retryAfter === null ? accept({ session, participantId: seat.id }) : tooOften(retryAfter);
  }

  /** The scope is required, so that no one deletes a seat by leaving it out. */
  async function erase(context: Context, session: SessionRecord, participantId: string, by: By) {
    switch (context.req.query("scope")) {
      case "words":
        return eraseWords(parts, session, participantId, by);
      case "seat":
        return eraseSeat(parts, session, participantId, by);
      default:
        return refuse("malformed", "scope: words or seat");
    }
  }
}

/** How a cookie is taken back. */
const ENDED = "Path=/; HttpOnly; SameSite=Lax; Max-Age=0";

/** Indented, so that people can read their download. */
export function download(context: Context, name: string, data: unknown): Response {
  context.header("content-disposition", `attachment; filename="${name}"`);
  return context.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
    "content-type": "application/json; charset=utf-8",
  });
}
