/** Links that the host gives away. Each carries a key of its own, and can be taken back. */
export const LINKS = ["screen", "assistant", "results"] as const;
export type Link = (typeof LINKS)[number];

/** A role in a session. A reviewer holds the link to its results. */
export const ROLES = ["host", "assistant", "screen", "student", "reviewer"] as const;
export type Role = (typeof ROLES)[number];

/** What the holder of a link is. */
export const ROLE_OF_LINK = {
  screen: "screen",
  assistant: "assistant",
  results: "reviewer",
} as const satisfies Record<Link, Role>;

/** [A1] Who may do what. Any role not listed beside a message is refused. */
const RIGHTS = {
  sync: ["host", "assistant", "screen", "student"],
  "ballot:cast": ["student"],
  "rebuttal:post": ["student"],
  "rebuttal:endorse": ["student"],
  "rebuttal:report": ["student"],
  "rebuttal:seen": ["student"],
  "host:phase": ["host"],
  "host:timer": ["host"],
  "host:reveal": ["host"],
  "host:lock": ["host"],
  "host:results": ["host"],
  // [A3] An assistant keeps the talk in order; where the class is, and what it learns, is the host's.
  "host:spotlight": ["host", "assistant"],
  "host:wall": ["host", "assistant"],
  "host:moderate": ["host", "assistant"],
  "host:approve-first": ["host", "assistant"],
  "host:remove": ["host", "assistant"],
  "host:restore": ["host", "assistant"],
  "host:undo": ["host", "assistant"],
  "host:log": ["host", "assistant"],
  // What is asked for by HTTP and not everybody may.
  links: ["host"],
  erase: ["host"],
  "results:early": ["host"],
  "results:kept": ["host", "assistant", "screen", "student", "reviewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof RIGHTS;
/** The acts that are messages. */
export type Said = Exclude<Act, "links" | "erase" | "results:early" | "results:kept">;

export function mayDo(role: Role, act: string): boolean {
  return Object.hasOwn(RIGHTS, act) && (RIGHTS[act as Act] as readonly Role[]).includes(role);
}
