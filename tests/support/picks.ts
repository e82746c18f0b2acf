import { OK } from "#tests/support/lesson.ts";
import type { TestServer } from "#tests/support/server.ts";

/** [V18] The host lets the class see a voter's words, or no longer. */
export async function pick(server: TestServer, reason = "", on = true, code = server.session.code) {
  const answer = await server.asInstructor(`/api/sessions/${code}/picks`, { json: { reason, on } });
  if (answer.ok) return OK;
  const { error } = (await answer.json()) as { error: { code: string } };
  return { ok: false, code: error.code };
}
