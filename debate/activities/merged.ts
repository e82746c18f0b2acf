/** All of these in one; no key is in two of them. */
export type Merged<Part> = [Part] extends [never] ? Record<never, never> : Joined<Part>;
type Joined<Part> = (Part extends unknown ? (part: Part) => void : never) extends (all: infer All) => void
  ? All
  : never;

export function merged<Part extends object>(parts: readonly Part[]): Merged<Part> {
  return Object.assign({}, ...parts);
}
