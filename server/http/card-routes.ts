import { Hono } from "hono";
import type { Checks } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { studentCard } from "#server/sessions/card.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [V21] A student's own card. */
export function cardRoutes(parts: Dependencies, { named, seated }: Checks): Hono {
  return new Hono().get("/:code/card", named, seated, async (context) => {
    const card = await studentCard(parts, context.var.session, context.var.participantId);
    return card.ok ? context.json(card.value) : refusal(context, card);
  });
}
