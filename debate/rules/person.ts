import type { Audience } from "#debate/rules/promise-terms.ts";
import type { Identity } from "#debate/rules/session-options.ts";

/** A participant as stored. */
export type Person = { id: string; name: string; realName: string | null };

/** Who learns about a person. */
export type Listener = Extract<Audience, "self" | "host" | "assistant" | "files" | "class">;

/** [V10] A person as one listener sees them. */
export type PersonFor = (
  listener: Listener,
  identity: Identity,
  person: Person,
) => { id?: string; name?: string; realName?: string };
