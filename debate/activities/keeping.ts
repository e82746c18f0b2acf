import type { Confirming, Sending } from "#debate/activities/activity.ts";
import { SENDS, type Sends } from "#debate/activities/index.ts";
import type { ClientEvents } from "#debate/protocol/events.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

type Queued = { [Name in keyof Sends]: Sends[Name] extends { keeps: object } ? Name : never }[keyof Sends];
type ReadIfRefused = {
  [Name in Queued]: Sends[Name]["keeps"] extends { ifRefused: object } ? Name : never;
}[Queued];

/** A message of an activity that a phone stores until the server has confirmed it. */
export type QueuedMessage<Name extends Queued = Queued> = {
  [Each in Name]: { name: Each; payload: Parameters<ClientEvents[Each]>[0] };
}[Name];
export type RefusedWords = QueuedMessage<ReadIfRefused>;

/** How a phone keeps it. That a payload is the one of its name is known here, and not to the types. */
function keeping(name: Queued): NonNullable<Sending["keeps"]> {
  return SENDS[name].keeps;
}

const keeps = (name: string): boolean => Object.hasOwn(SENDS, name) && "keeps" in SENDS[name as keyof Sends];

export function isQueued(message: { name: string; payload: unknown }): message is QueuedMessage {
  return keeps(message.name);
}

export function subjectOf({ name, payload }: QueuedMessage): string {
  return keeping(name).subject(payload as never);
}

/** Whether it would be dropped in this phase. */
export function isPast({ name }: QueuedMessage, phase: string): boolean {
  const { onlyIn } = keeping(name);
  return onlyIn !== undefined && onlyIn !== phase;
}

/** A student's own state once a message is confirmed. */
export function confirmedBy({ name, payload }: QueuedMessage, you: Mine, how: Confirming): Mine {
  return { ...you, ...keeping(name).confirmed(payload as never, you as never, how) };
}

/** The words that stay to be read if it is refused; null if it is not worth that. */
export function wordsIfRefused({ name, payload }: QueuedMessage): readonly string[] | null {
  return keeping(name).ifRefused?.(payload as never) ?? null;
}

/** Whether the view of a phase itself says that it was refused. */
export function isShownIn(phase: string, { name }: QueuedMessage): boolean {
  return keeping(name).shownIn === phase;
}
