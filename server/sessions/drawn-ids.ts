/** [V40] Replaces stored ids in one download. */
export type DrawnIds = (id: string) => string;

export function drawnIds(uuid: () => string): DrawnIds {
  const drawn = new Map<string, string>();
  return (id) => {
    const known = drawn.get(id) ?? uuid();
    drawn.set(id, known);
    return known;
  };
}

/** [V40] Sorts by drawn ids, if any: the order in which rows were stored would reveal times. */
export function inOrderOf(drawn: DrawnIds | null) {
  const keyOf = drawn ?? ((id: string) => id);
  return (one: string, other: string) => (keyOf(one) < keyOf(other) ? -1 : 1);
}
