import { SENDS, type Sends } from "#debate/activities/index.ts";
import type { Role } from "#debate/rules/roles.ts";

/** Links that the host can share. Each has its own key and can be revoked. */
export const LINKS = ["screen", "assistant", "results"] as const;
export type Link = (typeof LINKS)[number];

/** The role of a link's holder. */
export const ROLE_OF_LINK = {
  screen: "screen",
  assistant: "assistant",
  results: "reviewer",
} as const satisfies Record<Link, Role>;

/** [A1] Who may do what, beside the messages of activities. Any role not listed beside a message is refused. */
const RIGHTS = {
  sync: ["host", "assistant", "screen", "student"],
  "ballot:cast": ["student"],
  "rebuttal:post": ["student"],
  "rebuttal:edit": ["student"],
  "rebuttal:withdraw": ["student"],
  "rebuttal:endorse": ["student"],
  "rebuttal:report": ["student"],
  "rebuttal:seen": ["student"],
  "time:ask": ["student"],
  "host:phase": ["host"],
  "host:step": ["host"],
  "host:timer": ["host"],
  "host:reveal": ["host"],
  "host:lock": ["host"],
  "host:results": ["host"],
  "host:dates": ["host"],
  // [V18] What the class reads of the words of voters is up to the host.
  // [A3] An assistant moderates. Phases, and what the class learns, are up to the host.
  "host:wall": ["host", "assistant"],
  "host:wall-look": ["host", "assistant"],
  "host:moderate": ["host", "assistant"],
  "host:merge": ["host", "assistant"],
  "host:approve-first": ["host", "assistant"],
  "host:remove": ["host", "assistant"],
  "host:undo": ["host", "assistant"],
  "host:log": ["host", "assistant"],
  // HTTP requests that not everyone may make.
  links: ["host"],
  erase: ["host"],
  "results:early": ["host"],
  "results:kept": ["host", "assistant", "screen", "student", "reviewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof RIGHTS | keyof Sends;
/** The acts that are sent as messages. */
export type Said = Exclude<Act, "links" | "erase" | "results:early" | "results:kept">;

export function mayDo(role: Role, act: string): boolean {
  return whoMay(act).includes(role);
}

function whoMay(act: string): readonly Role[] {
  if (Object.hasOwn(RIGHTS, act)) return RIGHTS[act as keyof typeof RIGHTS];
  return Object.hasOwn(SENDS, act) ? SENDS[act as keyof Sends].from : [];
}
