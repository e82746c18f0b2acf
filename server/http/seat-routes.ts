import { type Context, Hono } from "hono";
import { refuse } from "#debate/rules/result.ts";
import type { Checks } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { seatCookie } from "#server/identity/tickets.ts";
import { studentCard } from "#server/sessions/card.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type By, eraseRebuttal, eraseSeat, eraseWords } from "#server/sessions/erase.ts";
import { ownData } from "#server/sessions/own-data.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Downloading and deleting the data of a seat: by its student, or deleting by the host. */
export function seatDataRoutes(parts: Dependencies, { named, hosted, seated }: Checks): Hono {
  return new Hono()
    .get("/:code/mine", named, seated, async (context) => {
      const { session, participantId } = context.var;
      const data = await ownData(parts, session, participantId);
      return data
        ? download(context, `${session.code}-my-data.json`, data)
        : refusal(context, { code: "not-found" });
    })
    .delete("/:code/mine", named, seated, async (context) => {
      const { session, participantId } = context.var;
      const erased = await erase(context, session, participantId, "participant");
      if (!erased.ok) return refusal(context, erased);
      if (erased.value === "erased") context.header("set-cookie", `${seatCookie(session.code)}=; ${ENDED}`);
      return context.body(null, 204);
    })
    .delete("/:code/participants/:id", hosted, async (context) => {
      const erased = await erase(context, context.var.session, context.req.param("id"), "host");
      return erased.ok ? context.body(null, 204) : refusal(context, erased);
    })
    .delete("/:code/rebuttals/:id", hosted, async (context) => {
      const erased = await eraseRebuttal(parts, context.var.session.id, context.req.param("id"));
      return erased.ok ? context.body(null, 204) : refusal(context, erased);
    });

  /** The scope is required, so that no one deletes a whole seat by forgetting it. */
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

/** The options that delete a cookie. */
const ENDED = "Path=/; HttpOnly; SameSite=Lax; Max-Age=0";

/** Indented, so that people can read their download. */
export function download(context: Context, name: string, data: unknown): Response {
  context.header("content-disposition", `attachment; filename="${name}"`);
  return context.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
    "content-type": "application/json; charset=utf-8",
  });
}

/** [V21] A student's own card. */
export function cardRoutes(parts: Dependencies, { named, seated }: Checks): Hono {
  return new Hono().get("/:code/card", named, seated, async (context) => {
    const card = await studentCard(parts, context.var.session, context.var.participantId);
    return card.ok ? context.json(card.value) : refusal(context, card);
  });
}
