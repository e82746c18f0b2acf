import { arrival } from "#app/live/arrival.ts";
import type { Live } from "#app/live/live.ts";
import type { Failure } from "#app/shared/ask.ts";
import { press } from "#app/shared/press.ts";
import type { Step } from "#debate/rules/steps.ts";

/** [V15] Shows a step of the reveal by the host's cookie. Resolves to why it failed, or null once the wall has it. */
export async function showStep(code: string, live: Live, step: Step): Promise<Failure | null> {
  const { version } = live.state().snapshot;
  const reply = await press<{ version: number }>("POST", `/api/sessions/${code}/step`, { step, version });
  if (reply.ok) {
    await arrival(live, reply.value.version);
    return null;
  }
  // Without this, every further press could be stale, too: a step forward and back elsewhere is not sent here.
  if (reply.code === "stale" || reply.code === "wrong-phase") await live.resync();
  return reply.code;
}
