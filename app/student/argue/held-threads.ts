import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** What a reader has before the eyes. `of`: what the list shows; `newest`: when the newest of it was written. */
export type Held = { of: string; ids: readonly string[]; newest: number };

/** `fresh`: written since, and waiting to be asked for. */
type HeldList = { list: Rebuttal[]; fresh: Rebuttal[]; isOutdated: boolean };

/**
 * [R27] The list holds still while someone reads: new ones wait, removed ones go, and late ones, such as a
 * further page, comes at the end.
 */
export function heldList(held: Held, of: string, wanted: readonly Rebuttal[]): HeldList {
  if (held.of !== of || held.ids.length === 0) return { list: [...wanted], fresh: [], isOutdated: false };
  const byId = new Map(wanted.map((rebuttal) => [rebuttal.id, rebuttal]));
  const known = new Set(held.ids);
  const others = wanted.filter(({ id }) => !known.has(id));
  const list = [
    ...held.ids.flatMap((id) => byId.get(id) ?? []),
    ...others.filter(({ at }) => at <= held.newest),
  ];
  const fresh = others.filter(({ at }) => at > held.newest).sort((one, other) => other.at - one.at);
  const waiting = new Set(fresh);
  const inOrder = wanted.filter((rebuttal) => !waiting.has(rebuttal));
  return { list, fresh, isOutdated: list.some(({ id }, at) => id !== inOrder[at]?.id) };
}

export function holding(of: string, list: readonly Rebuttal[], before?: Held): Held {
  const isSame = before?.of === of && before.ids.length > 0;
  const newest = isSame ? before.newest : Math.max(0, ...list.map(({ at }) => at));
  return { of, ids: list.map(({ id }) => id), newest };
}
