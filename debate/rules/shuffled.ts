/** A whole number from 0 to below `below`, by chance. */
export type Draw = (below: number) => number;

/** In an order that is drawn. */
export function shuffled<Item>(items: readonly Item[], draw: Draw): Item[] {
  const all = [...items];
  for (let place = all.length - 1; place > 0; place -= 1) {
    const other = draw(place + 1);
    [all[place], all[other]] = [all[other] as Item, all[place] as Item];
  }
  return all;
}
