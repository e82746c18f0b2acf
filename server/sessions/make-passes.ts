import type { PassRow } from "#debate/protocol/pages.ts";
import type { PassesRequest } from "#debate/protocol/requests.ts";
import { PASS_LENGTH, PASSES, readPass } from "#debate/rules/passes.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { drawCode } from "#server/sessions/open.ts";
import { isOfClass, passesOfClass } from "#server/sessions/session-class.ts";
import type { StoredPass } from "#server/store/seats/pass-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/**
 * Wrong personal codes for one session from one address. To lock classmates out, someone must send 80 a second, and
 * in an hour finds a code with a chance of 1 in 3,000.
 */
const WRONG = { max: 5_000, window: 60 };

/** A seat that someone may take; null for any. [Q7] `student`: of the session's class, whose it is. */
export type Admitted = { seatId: string | null; student: StoredPass["student"] };

/** [J7] If students join with personal codes, the code determines the seat. [J8] No code, or none of this session, is refused. */
export async function admit(
  { store, limits, seatOfPass }: Dependencies,
  { id, settings, classId }: SessionRecord,
  { pass: typed, address }: { pass?: string | undefined; address: string },
): Promise<Result<Admitted>> {
  if (settings.entry === "open" && classId === null) return accept({ seatId: null, student: null });
  if (typed === undefined) return refuse("forbidden", "pass: a personal code is needed");
  const pass = readPass(typed);
  const wrong = refuse("forbidden", "pass: no personal code of this session");
  if (pass === null) return wrong;
  const guesser = `${address} ${id}`;
  if (await limits.exceeded("pass", guesser, WRONG)) return tooOften(WRONG.window);
  const found = await store.passes.byCode(id, pass);
  if (found) return accept({ seatId: seatOfPass(id, pass), student: found.student });
  const { retryAfter } = await countWrong({ limits }, id, address);
  return retryAfter === null ? wrong : tooOften(retryAfter);
}

/** Counts a wrong code, or a right one with a wrong claim. */
export function countWrong({ limits }: Pick<Dependencies, "limits">, sessionId: string, address: string) {
  return limits.consume("pass", `${address} ${sessionId}`, WRONG);
}

/** Creates more personal codes, those from an unanswered request included, and returns all of them. */
export async function makePasses(
  parts: Dependencies,
  session: SessionRecord,
  { count, known }: PassesRequest,
): Promise<Result<PassRow[]>> {
  const { id, settings, phase, classId } = session;
  if (classId !== null) return refuse("forbidden", "class: each student has a code");
  if (settings.entry !== "personal")
    return refuse("forbidden", "entry: students join without personal codes");
  if (isClosed(phase)) return refuse("closed");
  const draw = () => drawCode(parts.ids, PASS_LENGTH);
  const made = await parts.store.passes.make(id, { count, known, most: PASSES, draw, at: parts.clock() });
  if (!made) return refuse("too-many", `count: at most ${PASSES} in all`);
  parts.announce.changed(id);
  return accept(await passesOf(parts, session));
}

/** The personal codes as the host may see them. [J9] In an anonymous session without whether they were used. */
export async function passesOf(parts: Dependencies, session: SessionRecord): Promise<PassRow[]> {
  if (isOfClass(session)) return passesOfClass(parts, session);
  const { store, seatOfPass } = parts;
  const { id, settings } = session;
  const codes = await store.passes.ofSession(id);
  if (settings.identity === "anonymous") return codes.map((code) => ({ code }));
  const seats = new Set((await store.participants.ofSession(id)).map((seat) => seat.id));
  return codes.map((code) => ({ code, isUsed: seats.has(seatOfPass(id, code)) }));
}
