import { ask, type Reply } from "#app/shared/ask.ts";
import { newId } from "#app/shared/new-id.ts";

type Unanswered = { wanted: string; id: string; at: number };

const PLACE = "resolved.opening";
/** In milliseconds: later the same is asked for another class. */
const FORGOTTEN_AFTER = 10 * 60_000;

/** What this tab has asked for without an answer, as stored; null until it is read. */
let unanswered: Unanswered[] | null = null;

/**
 * [I25] Opens a session. The same asked again after a lost answer has the same id, also when the page was loaded again,
 * so that it is opened once.
 */
export async function openSession(asked: object): Promise<Reply<{ code: string }>> {
  const wanted = JSON.stringify(asked);
  const known = read().find((each) => each.wanted === wanted);
  const id = known?.id ?? newId();
  keep([...without(id), { wanted, id, at: Date.now() }]);
  const reply = await ask<{ code: string }>("POST", "/api/sessions", { ...asked, id });
  // A colleague has asked for it in this tab, who has signed out since.
  const isColleagues = !reply.ok && reply.code === "duplicate";
  if (reply.ok || isColleagues) keep(without(id));
  return known && isColleagues ? openSession(asked) : reply;
}

const without = (id: string): Unanswered[] => read().filter((each) => each.id !== id);

function read(): Unanswered[] {
  try {
    unanswered ??= JSON.parse(sessionStorage.getItem(PLACE) ?? "[]") as Unanswered[];
  } catch {
    unanswered = [];
  }
  return unanswered.filter(({ at }) => at > Date.now() - FORGOTTEN_AFTER);
}

function keep(now: Unanswered[]): void {
  unanswered = now;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(now));
  } catch {
    // Where storage is forbidden, it is known until a reload.
  }
}
