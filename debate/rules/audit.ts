/** [I30] What the audit log records. */
export const AUDIT_KINDS = [
  "sign-in",
  "refused",
  "invitation",
  "link",
  "export",
  "deletion",
  "setting",
  "import",
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** How someone signed in, or tried to. */
export const SIGN_IN_WAYS = ["password", "code", "link", "provider"] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];
/** What was wrong about a refused sign-in. */
export type RefusedWay = SignInWay | "second-factor";

/** [I34] How long an entry is kept, in days. */
export const AUDIT_DAYS = 365;
/** How many entries a page has. */
export const AUDIT_PAGE = 20;
