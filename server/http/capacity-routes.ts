import { Hono } from "hono";
import { Nothing } from "#debate/protocol/messages.ts";
import type { CapacityCheck } from "#server/capacity/check.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";

/** Routes for the capacity check: its state, starting it, cancelling it. [Q4] For instructors. */
export function capacityRoutes(capacity: CapacityCheck, { signedIn }: Checks): Hono {
  return new Hono()
    .get("/", signedIn, (context) => context.json(capacity.state()))
    .post("/", signedIn, async (context) => {
      const request = await readJson(context, Nothing);
      if (!request.ok) return refusal(context, request);
      const started = await capacity.start();
      return started.ok ? context.json(capacity.state(), 202) : refusal(context, started);
    })
    .delete("/", signedIn, async (context) => {
      await capacity.cancel();
      return context.body(null, 204);
    });
}
