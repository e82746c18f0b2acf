import { Hono } from "hono";
import { SetupRequest } from "#debate/protocol/messages.ts";
import { readJson, refusal } from "#server/http/reply.ts";
import type { Instructors } from "#server/identity/instructors.ts";

/** Sign-in and the rest of Better Auth, and the setup of the first instructor. */
export function instructorRoutes(instructors: Instructors): Hono {
  return new Hono()
    .on(["GET", "POST"], "/auth/*", (context) => instructors.handler(context.req.raw))
    .post("/setup", async (context) => {
      const request = await readJson(context, SetupRequest);
      if (!request.ok) return refusal(context, request);
      const { token, ...instructor } = request.value;
      const done = await instructors.setUp(token, instructor);
      if (!done.ok) return refusal(context, done);
      const signIn = await instructors.signIn(instructor);
      return new Response(JSON.stringify({ ok: true }), {
        status: 201,
        headers: [
          ["content-type", "application/json"],
          ...signIn.getSetCookie().map((cookie): [string, string] => ["set-cookie", cookie]),
        ],
      });
    });
}
