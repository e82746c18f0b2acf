import type { Identity } from "#debate/rules/session-options.ts";

/** A participant as stored. */
export type Person = { id: string; name: string; realName: string | null };

/**
 * What can be known about a person: who they are, whether they are connected, which rounds they voted in, and when.
 */
type Fact = "id" | "name" | "realName" | "presence" | "votes" | "times";

/**
 * Who learns about a person: they themselves (on their screen and in their download), the host, an assistant, the
 * host's files, and the class (screen, phones, readers of results).
 */
export type Listener = "self" | "ownFile" | "host" | "assistant" | "files" | "class";

/**
 * [V10] The identity promise: what each audience learns about a participant, by the session's mode. Logs and results
 * name no one.
 */
const TOLD = {
  anonymous: { self: ["id"], ownFile: ["id", "times"], host: [], assistant: [], files: [], class: [] },
  pseudonym: {
    self: ["id", "name"],
    ownFile: ["id", "name", "realName", "times"],
    host: ["id", "name", "realName", "presence", "votes"],
    assistant: ["id", "name", "presence"],
    files: ["name", "realName", "times"],
    class: ["name"],
  },
  named: {
    self: ["id", "name"],
    ownFile: ["id", "name", "times"],
    host: ["id", "name", "presence", "votes"],
    assistant: ["id", "name", "presence"],
    files: ["name", "times"],
    class: ["name"],
  },
} as const satisfies Record<Identity, Record<Listener, readonly Fact[]>>;

/** Whether a listener learns this about participants. */
export function tells(identity: Identity, listener: Listener, fact: Fact): boolean {
  const facts: readonly Fact[] = TOLD[identity][listener];
  return facts.includes(fact);
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
