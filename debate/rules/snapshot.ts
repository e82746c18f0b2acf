// What each audience is sent, by the schemas of answers.
import type { z } from "zod";
import type * as live from "#debate/protocol/answers/live.ts";
import type * as mine from "#debate/protocol/answers/mine.ts";
import type * as parts from "#debate/protocol/answers/parts.ts";
import type * as rebuttals from "#debate/protocol/answers/rebuttal-state.ts";
import type * as snapshot from "#debate/protocol/answers/session-state.ts";

export type Tally = z.infer<typeof parts.Tally>;
export type Tallies = z.infer<typeof snapshot.Tallies>;

/** What the host put on the wall. */
export type OnWall = z.infer<typeof snapshot.OnWall>;
/** Words that came with a vote: the reason, and how the credited words moved the voter. */
export type WordsKind = z.infer<typeof parts.wordsKind>;
/** Those that are on the wall. */
export type WallWords = z.infer<typeof snapshot.WallWords>;
/** [V27] How the wall looks where the host has chosen it; without that, as its computer and browser have it. */
export type WallAppearance = z.infer<typeof snapshot.WallAppearance>;

/** A session's state as sent to a room. A client keeps the one with the highest version. */
export type Snapshot = z.infer<typeof snapshot.Snapshot>;

export type MyBallot = z.infer<typeof mine.MyBallot>;
export type MyCredit = NonNullable<MyBallot["credit"]>;
/** [M13] From 1 to 5. */
export type MyOutlook = z.infer<typeof mine.outlook>;
/** One student's own ballots, endorsements, rebuttals and reports, and what activities add. */
export type Mine = z.infer<typeof mine.Mine>;

export type Rebuttal = z.infer<typeof rebuttals.Rebuttal>;
/** The end of a page of rebuttals. The next pages have older ones, the newest first. */
export type PageEnd = z.infer<typeof rebuttals.PageEnd>;
/** [R28] What has changed of a rebuttal whose words a phone has: its endorsements and its place. */
export type RebuttalCount = z.infer<typeof rebuttals.RebuttalCount>;
/** `more`: not all changes fit into one message; `sync` gets the rest. `counts`: for students. */
export type RebuttalBatch = z.infer<typeof rebuttals.RebuttalBatch>;

export type Seat = z.infer<typeof live.Seat>;
export type Roster = z.infer<typeof live.Roster>;
/** For host and assistant: an entry of the log. */
export type LogEntry = z.infer<typeof live.LogEntry>;
