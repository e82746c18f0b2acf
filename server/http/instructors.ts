import { Hono } from "hono";
import { AccountRequest } from "#debate/protocol/messages.ts";
import { readJson, refusal } from "#server/http/reply.ts";
import type { Instructors, NewInstructor } from "#server/identity/instructors.ts";

/** Sign-in and the rest of Better Auth, and the setup of the first instructor. */
export function instructorRoutes(instructors: Instructors): Hono {
  return new Hono()
    .on(["GET", "POST"], "/auth/*", (context) => instructors.handler(context.req.raw))
    .post("/setup", async (context) => {
      const request = await readJson(context, AccountRequest);
      if (!request.ok) return refusal(context, request);
      const { token, ...instructor } = request.value;
      const done = await instructors.setUp(token, instructor);
      return done.ok ? signedIn(instructors, instructor) : refusal(context, done);
    });
}

/** The answer to whoever has just made their account. */
export async function signedIn(instructors: Instructors, instructor: NewInstructor): Promise<Response> {
  const signIn = await instructors.signIn(instructor);
  return new Response(JSON.stringify({ ok: true }), {
    status: 201,
    headers: [
      ["content-type", "application/json"],
      ...signIn.getSetCookie().map((cookie): [string, string] => ["set-cookie", cookie]),
    ],
  });
}
