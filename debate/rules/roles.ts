/** A role in a session. A reviewer holds the link to its results. */
export const ROLES = ["host", "assistant", "screen", "student", "reviewer"] as const;
export type Role = (typeof ROLES)[number];
/** A role that is told of a session while it runs. */
export type LiveRole = Exclude<Role, "reviewer">;
