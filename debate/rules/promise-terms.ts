import type { Identity } from "#debate/rules/session-options.ts";

/**
 * Who can learn something about a student: anyone with the code or a link to the results; classmates' phones; the student; a partner in
 * a pair; the projector; assistants; the host; the host's files, and the same without names; the server's log.
 */
export const AUDIENCES = [
  "reader",
  "class",
  "self",
  "partner",
  "screen",
  "assistant",
  "host",
  "files",
  "nameless",
  "log",
] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * When, and where: as it happens; once the host shows it; once the host releases it; once results are open; in them if it singles out no one [Z2]; if there are at
 * least four; if at least five in each camp endorsed it; if the host picked it; while the host puts it on the projector.
 */
export const EXTENTS = [
  "now",
  "shown",
  "released",
  "results",
  "groups",
  "four",
  "five",
  "picked",
  "put",
] as const;
export type Extent = (typeof EXTENTS)[number];

export type VisibleTo = readonly [
  identities: readonly Identity[],
  audiences: readonly Audience[],
  extent: Extent,
];

/** Kinds of sessions, and both kinds of the host's files. */
export const ANONYMOUS = ["anonymous"] as const;
export const NAMES = ["pseudonym", "named"] as const;
export const FILES = ["files", "nameless"] as const;
