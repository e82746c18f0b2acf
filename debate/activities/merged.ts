/** All of these in one; no key is in two of them. */
export type Merged<Part> = [Part] extends [never] ? Record<never, never> : Joined<Part>;
type Joined<Part> = (Part extends unknown ? (part: Part) => void : never) extends (all: infer All) => void
  ? All
  : never;

export function merged<Part extends object>(parts: readonly Part[]): Merged<Part> {
  return Object.assign({}, ...parts);
}

/** What a list's entries say as this part, of those that have it. */
export type PartOf<Each, Part extends string> = Each extends { readonly [part in Part]: infer Has }
  ? Has
  : never;

/** That each keeps its own types is known here, and not to the compiler. */
export function partsIn<Each extends object, Part extends string>(list: readonly Each[], part: Part) {
  const all: readonly { readonly [part in Part]?: unknown }[] = list;
  return all.map((each) => each[part]).filter((has) => has !== undefined) as PartOf<Each, Part>[];
}
