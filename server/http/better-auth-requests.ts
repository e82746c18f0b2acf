import type { Context } from "hono";
import { refusal } from "#server/http/reply.ts";
import type { Try } from "#server/identity/guesses.ts";
import type { Instructors } from "#server/identity/instructors.ts";

/** [W1] Passes on the parsed fields only. */
export function passOn({ handler }: Instructors, context: Context, body: object): Promise<Response> {
  const { url } = context.req.raw;
  const headers = new Headers(context.req.raw.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/json");
  return handler(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** Passes on a guess, and counts only wrong ones. */
export async function guess(
  instructors: Instructors,
  context: Context,
  tried: Try,
  body: object,
): Promise<Response> {
  if (!tried.allowed) {
    context.header("retry-after", String(tried.retryAfter));
    return refusal(context, { code: "too-many" });
  }
  const answer = await passOn(instructors, context, body).catch(async (error) => {
    await tried.wasNoGuess();
    throw error;
  });
  if (answer.ok) await tried.wasNoGuess();
  return answer;
}
