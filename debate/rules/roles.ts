/** A role in a session. A reviewer holds the link to its results. */
export const ROLES = ["host", "assistant", "screen", "student", "reviewer"] as const;
export type Role = (typeof ROLES)[number];
/** A role that gets a session's state while it runs. */
export type LiveRole = Exclude<Role, "reviewer">;
