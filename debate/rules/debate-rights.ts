/** What colleagues may do with a debate, each right with those before it. */
export const DEBATE_RIGHTS = ["read", "copy", "edit"] as const;
export type DebateRight = (typeof DEBATE_RIGHTS)[number];
export const SHARINGS = ["none", ...DEBATE_RIGHTS] as const;
export type Sharing = (typeof SHARINGS)[number];

/** [D45] What a link for other servers leads to. */
export const LINKED = ["debate", "series"] as const;

/** The most addresses that one debate is shared with. */
export const SHARED_ADDRESSES = 100;

/** How an instructor stands to a debate. */
export type DebateAccess = "own" | DebateRight | "built-in";

/** [I19] Who may do what with a debate; anyone not listed may not. */
const ACTS = {
  read: ["own", "read", "copy", "edit", "built-in"],
  /** Open sessions of it. */
  open: ["own", "read", "copy", "edit", "built-in"],
  /** Duplicate it, or download it as a file. */
  copy: ["own", "copy", "edit", "built-in"],
  save: ["own", "edit"],
  /** Read how it was before. */
  versions: ["own", "edit"],
  archive: ["own"],
  remove: ["own"],
  share: ["own"],
} as const satisfies Record<string, readonly DebateAccess[]>;
export type DebateAct = keyof typeof ACTS;

export function mayWith(access: DebateAccess, act: DebateAct): boolean {
  return (ACTS[act] as readonly DebateAccess[]).includes(access);
}

/** To whom a debate's owner gives which right: everyone on this server, and the one who asks. */
type Shared = { ownerId: string; sharing: string; right: string | null };

/** The most that the owner allows everyone, or this instructor; null is nothing. */
export function accessOf(
  { ownerId, sharing, right }: Shared,
  instructorId: string,
): "own" | DebateRight | null {
  if (ownerId === instructorId) return "own";
  return DEBATE_RIGHTS.findLast((each) => each === sharing || each === right) ?? null;
}
