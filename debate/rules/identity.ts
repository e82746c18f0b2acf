import type { Listener, Person } from "#debate/rules/person.ts";
import { extentOf, type Fact } from "#debate/rules/promise.ts";
import type { Identity } from "#debate/rules/session-options.ts";

export type { Listener, Person };

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
