import { extentOf, type Fact } from "#debate/rules/promise.ts";
import type { Audience } from "#debate/rules/promise-terms.ts";
import type { Identity } from "#debate/rules/session-options.ts";

/** A participant as stored. */
export type Person = { id: string; name: string; realName: string | null };

/** Who learns about a person. */
export type Listener = Extract<Audience, "self" | "host" | "assistant" | "files" | "class">;

/** [V10] Whether a listener learns this about participants, as it happens. */
export function tells(identity: Identity, listener: Listener, fact: Fact): boolean {
  return extentOf(identity, listener, fact) === "now";
}

/** [V10] A person as one listener sees them. Only this function names people. */
export function personFor(
  listener: Listener,
  identity: Identity,
  { id, name, realName }: Person,
): { id?: string; name?: string; realName?: string } {
  return {
    ...(tells(identity, listener, "id") && { id }),
    ...(tells(identity, listener, "name") && { name }),
    ...(tells(identity, listener, "realName") && realName !== null && { realName }),
  };
}
