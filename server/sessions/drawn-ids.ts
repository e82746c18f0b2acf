/** [V40] The id that stands for a stored one in one download. */
export type DrawnIds = (id: string) => string;

export function drawnIds(uuid: () => string): DrawnIds {
  const drawn = new Map<string, string>();
  return (id) => {
    const known = drawn.get(id) ?? uuid();
    drawn.set(id, known);
    return known;
  };
}

/** [V40] The order of ids in a download: of the drawn ones, if any. The order in which they were stored tells times. */
export function inOrderOf(drawn: DrawnIds | null) {
  const keyOf = drawn ?? ((id: string) => id);
  return (one: string, other: string) => (keyOf(one) < keyOf(other) ? -1 : 1);
}
