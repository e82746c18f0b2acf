import type { Template } from "#debate/protocol/pages.ts";
import type { TemplateRequest } from "#debate/protocol/requests.ts";
import { readCode } from "#debate/rules/codes.ts";
import { minutesTaken } from "#debate/rules/minutes-taken.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [D34] Keeps settings of a form, or of an earlier session with the minutes that it took [D36], as a template. */
export async function keepTemplate(
  { store, clock, ids }: Pick<Dependencies, "store" | "clock" | "ids">,
  instructorId: string,
  request: TemplateRequest,
): Promise<Result<Template>> {
  const found = "from" in request ? await ofSession(store, instructorId, request.from) : request.settings;
  if (!found) return refuse("not-found", "from");
  // [V17] A name belongs to one class, [X5] a reading text to one debate.
  const { version: _, ...settings } = { ...found, name: "" };
  const template = { id: request.id ?? ids.uuid(), name: request.name, settings, createdAt: clock() };
  const kept = await store.templates.keep(instructorId, template);
  return typeof kept === "string" ? refuse(kept) : accept(kept);
}

async function ofSession(
  store: Dependencies["store"],
  instructorId: string,
  typed: string,
): Promise<Settings | null> {
  const code = readCode(typed);
  const session = code === null ? null : await store.sessions.byCode(code);
  // Not found for a colleague's session [I11].
  if (session?.hostId !== instructorId) return null;
  const { settings, simulated } = session;
  if (simulated !== undefined) return settings;
  const taken = minutesTaken(await store.timeline.moves(session.id));
  return { ...settings, minutes: { ...settings.minutes, ...taken } };
}
