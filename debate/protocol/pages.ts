import type { z } from "zod";
import type { Debate } from "#debate/content/debate.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Results } from "#debate/counting/results.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Comparison, NotCompared } from "#debate/counting/sections.ts";
import type { SaidFacts } from "#debate/counting/verdict-facts.ts";
import type * as accounts from "#debate/protocol/answers/accounts.ts";
import type { ClassEntry, SchoolClass, StudentYear } from "#debate/protocol/answers/class-answers.ts";
import type { Release } from "#debate/protocol/answers/health.ts";
import type * as host from "#debate/protocol/answers/host.ts";
import type * as live from "#debate/protocol/answers/live.ts";
import type { Marks } from "#debate/protocol/answers/mark-answers.ts";
import type { Platforms } from "#debate/protocol/answers/platform-answers.ts";
import type * as sessions from "#debate/protocol/answers/sessions.ts";
import type * as cards from "#debate/protocol/answers/student-card.ts";
import type * as words from "#debate/protocol/answers/words-answer.ts";
import type { ShelfPage } from "#debate/protocol/shelf.ts";
import type { Round } from "#debate/rules/choices.ts";
import type { DebateAccess } from "#debate/rules/debate-rights.ts";
import type { Language } from "#debate/rules/languages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Retention } from "#debate/rules/retention.ts";
import type { Link } from "#debate/rules/rights.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { RanVersion } from "#debate/rules/shelves.ts";
import type { Roster } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";

/** Public facts about a session, for anyone with its code. */
export type SessionCard = z.infer<typeof sessions.SessionCard>;

/** The first data of every live page. */
export type LiveStart = z.infer<typeof live.LiveStart>;

/**
 * The student's page. `seat` is null before joining, and `removed` for a seat that the host took away. `seat.version`: of the
 * session as phones see it, which joins don't change; for the handshake [W13].
 */
export type PhonePage = z.infer<typeof sessions.PhonePage>;

/** The same for a student with a seat. */
export type SeatedPage = Omit<PhonePage, "seat"> & { seat: Extract<PhonePage["seat"], object> };

/** [W13] The answer to a join that asks for what the phone starts from, which is missing where that could not be read. */
export type TakenSeat = z.infer<typeof sessions.TakenSeat>;

/** [V21] A student's own card. `isOpen`: the class may read the results. `at`: when the session was opened. */
export type StudentCard = z.infer<typeof cards.StudentCard>;
/** `result`: how the class moved, if the student may see it; `debate` once positions are readable. */
export type CardPage = { card: StudentCard; result?: ResultMessage; debate: ReadDebate | null };

/** The control room, of the host or of an assistant. */
export type HostPage = LiveStart & {
  role: "host" | "assistant";
  code: string;
  settings: Settings;
  simulated?: number;
  debate: Debate;
  roster: Roster;
  /** Paths on this server, without a key. */
  paths: { join: string; host: string; screen: string; results: string };
  /** The existing links as paths with their keys; for the host only. */
  links: Partial<Record<Link, string>>;
  /** The address for students, without a path: PUBLIC_URL, a LAN address on a laptop, else this host. */
  address: string;
  /** Whether the host has other sessions of this resolution to compare it with [V22]. */
  canCompare: boolean;
  /** [T8] When it is deleted permanently; for the host only. */
  keptUntil?: number;
  /** [Q6] Of a class; for the host only. */
  byClass?: true;
  /** [Q60] Its grades can be sent once it is closed; for the host only. */
  sendsGrades?: true;
};

/** A debate and the ETag of its version [D11]. `draft`: it can't be used yet [D22]. */
export type DebatePage = { debate: Debate; etag: string; draft?: boolean };
/** Where a debate stands. `access`: what the caller may do with it [I19]. */
export type DebatePlace = {
  access: DebateAccess;
  /** The owner's name. */
  owner: string;
  isArchived: boolean;
  isDraft: boolean;
  /** [D19] The debate that has each of its related resolutions, where there is one. */
  related: (string | null)[];
  /** The name of the file that it was imported from [U11]. */
  file?: string;
  /** [D32] Whether its series has more debates than one file holds. */
  isTooLongSeries: boolean;
};

/** The projector. Its `address` is what students type. */
export type ScreenPage = LiveStart & {
  code: string;
  debate: ReadDebate;
  settings: Settings;
  simulated?: number;
  address: string;
  joinPath: string;
  /** Whether it is the host's browser, whose clicker may step the reveal. */
  isHost: boolean;
};

/** A personal code and, except in anonymous sessions, whether it was used. */
export type PassRow = z.infer<typeof sessions.Pass>;

/** The personal codes of a session, to print. */
export type PassesPage = {
  code: string;
  /** [V17] Empty if the session has none. */
  name: string;
  identity: Identity;
  /** As in HostPage. */
  address: string;
  joinPath: string;
  passes: PassRow[];
  /** [Q7] Of a class, whose students have one each. */
  byClass: boolean;
};

/** [V19] One seat's line: `name` as the class sees it, `realName` as typed where that differs. */
export type ParticipationRow = ParticipationRecord["rows"][number] & { name: string };

export type Participation = Omit<ParticipationRecord, "rows"> & { rows: ParticipationRow[] };

/** The record as a file. [V40] Without names `participantId` is drawn for it. */
export type ParticipationRecord = z.infer<typeof host.ParticipationRecord>;

/** [V7] [V8] Null in an anonymous session, which has none. `name`: of the session. */
export type ParticipationPage = {
  code: string;
  name: string;
  phase: Phase;
  participation: Participation | null;
};

/** [Q20] `marks`: [Q24] null in an anonymous session. `by`: the instructor. `language`: of the session. */
export type MarksPage = {
  code: string;
  name: string;
  by: string;
  language: Language;
  debate: ReadDebate;
  marks: Marks | null;
  /** As in HostPage. */
  sendsGrades?: true;
};

export type ResultsPage = {
  results: Results;
  debate: ReadDebate;
  settings: Settings;
  simulated?: number;
  /** [V17] The session's name, which `settings` here leave out. */
  name: string;
  /** When its first vote opened, or until then when the session was opened, in milliseconds since the epoch. */
  heldAt: number;
  /** [V14] Whether the class may read the results. */
  isOpen: boolean;
  isHost: boolean;
  /** Whether it is the host, who has other sessions of this resolution to compare it with [V22]. */
  canCompare: boolean;
  /** [D18] For the host only. */
  ran?: RanVersion | undefined;
};

/** [Y12] What a class was given and in which order, for parents and heads. Times in milliseconds since the epoch. */
export type FairnessPage = {
  code: string;
  name: string;
  settings: Settings;
  simulated?: number;
  debate: Debate;
  /** Names the text that was debated: the same for the same text. */
  version: string;
  createdAt: number;
  /** [M33] The hash of what was planned before the first vote, and when, in ISO 8601. */
  planned: { hash: string; at: string } | null;
  moves: { at: number; phase: Phase }[];
  steps: { at: number; step: Step }[];
  /** How often something was put on the projector. */
  wall: { for: number; against: number; rebuttals: number };
  moderation: { hidden: number; approved: number; deleted: number; removed: number };
  /** [R13] Whether approval was switched on or off; the settings have only how it ended. */
  approvalSwitched: boolean;
  rebuttals: { for: number; against: number };
  joined: number;
  onPaper: number;
  voted: { round: Round; n: number }[];
};

/**
 * Words with whether the host picked them, and [V10] whose they are, as the host may see it. [Z18] Of an anonymous session without
 * how the voter voted.
 */
export type HostsWords = z.infer<typeof words.HostsWords>;
/** [V18] What voters wrote with their votes, for the host. `numbers`: null in an anonymous session. */
export type WordsRead = z.infer<typeof words.WordsRead>;

/** [O40] What runs here, and [I29] whom to ask about it. */
export type Site = { release: Release; contact?: string };

export type SessionRow = {
  code: string;
  /** [V17] Empty if the session has none. */
  name: string;
  resolution: string;
  phase: Phase;
  /** Milliseconds since the epoch. */
  createdAt: number;
  joined: number;
  voted: Partial<Record<Round, number>>;
  /** Whether it can be compared, and there is another one of the same resolution [V22]. */
  canCompare: boolean;
  /** [E3] What the verdict says once there are results, for as many sessions as requested. */
  verdict: SaidFacts | null;
  /** [H4] Of a rehearsal. */
  simulated?: number;
  /** [D18] Absent in sessions from before this was kept. */
  ran?: RanVersion | undefined;
  /** [T8] When it is deleted permanently; absent if no one knows. */
  keptUntil?: number;
  /** [Q6] The name of the class that it is for. */
  ofClass?: string;
};

/** [D34] Settings that an instructor opens sessions with, times included. */
export type Template = z.infer<typeof host.Template>;

export type Instructor = { id: string; name: string; email: string };
/** [Q15] `hasPlatforms`: [Q58] classes can be filled from courses. */
export type ClassesPage = { instructor: Instructor; classes: ClassEntry[]; hasPlatforms: boolean };
/** A class, and debates to open a session with. `rosterLink`: [Q58] of the course that it was filled from. */
export type ClassPage = {
  instructor: Instructor;
  class: SchoolClass;
  hasPlatforms: boolean;
  rosterLink: string | null;
  debates: { id: string; resolution: string }[];
};
/** [Q11] */
export type StudentPage = { instructor: Instructor; year: StudentYear };
export type DashboardPage = { instructor: Instructor; shelf: ShelfPage; sessions: SessionRow[] };

/** A session that can be picked for a comparison. */
export type SectionChoice = Pick<SessionRow, "code" | "name" | "resolution" | "createdAt">;
/** [V22] Sessions of one resolution side by side, or what keeps them from that. */
export type ComparePage = {
  instructor: Instructor;
  /** The codes that were asked for, each once. */
  picked: string[];
  comparison: Comparison | null;
  problem: NotCompared | null;
  /** Of the resolution of the first one picked; of all resolutions if none is. */
  choices: SectionChoice[];
};

/** An open invitation, as its inviter sees it; times in milliseconds since the epoch. */
export type Invitation = z.infer<typeof accounts.Invitation>;
/** [I30] An entry of the audit log. */
export type AuditEntry = z.infer<typeof accounts.AuditEntry>;
export type AuditPage = z.infer<typeof accounts.AuditPage>;
export type AccountPage = {
  instructor: Instructor;
  /** Whether this account has a password, and is connected to the provider. */
  hasPassword: boolean;
  isConnected: boolean;
  /** [I35] Whether the password asks for a code, too, and [I39] whether it has to. */
  secondFactor: { isOn: boolean; isRequired: boolean };
  /** The name of the OpenID Connect provider, if there is one. */
  provider: string | null;
  invitations: Invitation[];
  /** [I17] Null for the browser's. */
  language: Language | null;
  /** [I15] The colleague who sent the invitation, and [I26] whether they may make a link to reset the password. */
  helper: { name: string; isAllowed: boolean } | null;
  /** [I15] Those for whom this instructor may make one. */
  helped: Instructor[];
  retention: Retention;
  /** [I30] For the owner of the server; null for others. */
  audit: AuditPage | null;
};
/** [Q40] For the owner of the server. */
export type PlatformsPage = Platforms & { instructor: Instructor };
/** [I42] What the owner of the server sees of all accounts. */
export type InstructorsPage = z.infer<typeof accounts.ManagedAccounts>;
export type OwnInstructorsPage = InstructorsPage & { instructor: Instructor };
/** Whose password a link sets; null if it is not valid. `byMail`: whether the server mails links. */
export type ResetPage = { account: Pick<Instructor, "name" | "email"> | null; byMail: boolean };
/** What an invitation's page says. `unknown`: revoked, or never existed. */
export type InvitationPage = { state: "open"; inviter: string } | { state: "used" | "expired" | "unknown" };
