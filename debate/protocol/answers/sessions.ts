import { z } from "zod";
import { BESIDE, PAGE } from "#debate/activities/messages.ts";
import { Debate } from "#debate/content/debate.ts";
import { VersionId } from "#debate/content/text-fields.ts";
import { LiveStart } from "#debate/protocol/answers/live.ts";
import { Mine } from "#debate/protocol/answers/mine.ts";
import { milliseconds } from "#debate/protocol/answers/parts.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { ENTRIES, IDENTITIES } from "#debate/rules/session-options.ts";
import { StoredSettings } from "#debate/rules/settings.ts";

/** Public facts about a session, for anyone with its code. */
export const SessionCard = z.object({
  code: z.string(),
  phase: z.enum(PHASES),
  resolution: z.string(),
  /** [E6] */
  lang: Debate.shape.lang.unwrap().exactOptional(),
  identity: z.enum(IDENTITIES),
  entry: z.enum(ENTRIES),
  joinable: z.boolean(),
  simulated: z.int().exactOptional().describe("Of a rehearsal: how many students are simulated."),
});
export const VersionName = z.object({ id: VersionId, label: z.string(), lang: Debate.shape.lang });
/** [X4] What a class reads. */
export const ReadDebate = Debate.omit({ versions: true }).extend({
  versions: z.array(VersionName).optional().describe("The reading texts there are, without their words."),
  version: VersionId.optional().describe("The one that the positions are in; the original without it."),
});
const Start = z.object({
  ...LiveStart.shape,
  /** [W13] */
  version: z.int().describe("For the handshake: of the session as phones see it, which joins don't change."),
  you: Mine,
  debate: ReadDebate.nullable(),
  ...PAGE,
});
/** The student's page. `seat` is null before joining, and `removed` for a seat that the host took away. */
export const PhonePage = SessionCard.extend({
  settings: StoredSettings.strict(),
  byClass: z.literal(true).exactOptional().describe("Of a class, whose students have a code each."),
  seat: z.union([z.null(), z.literal("removed"), Start]),
});
/** [W13] The answer to a join; with what the phone starts from, if it asks for that and it can be read. */
export const TakenSeat = z.object({
  participantId: z.uuid(),
  name: z.string(),
  ticket: z.string(),
  phone: PhonePage.exactOptional(),
});
export const Opened = z.object({
  code: z.string(),
  urls: z.object({ join: z.string(), host: z.string(), screen: z.string(), results: z.string() }),
});
export type Opened = z.infer<typeof Opened>;
export const Readable = z.object({
  debate: z.union([ReadDebate, Debate]),
  ...BESIDE,
});
/** A personal code. */
export const Pass = z.object({
  code: z.string(),
  isUsed: z.boolean().exactOptional(),
  name: z.string().exactOptional().describe("Of the student, in a session of a class."),
  number: z.string().exactOptional().describe("In the school's system."),
});
export const Passes = z.object({ passes: z.array(Pass) });
export const MadeLink = z.object({ url: z.string() });
export type MadeLink = z.infer<typeof MadeLink>;
/** What a classroom's computer shows until the host confirms it. */
export const WaitingProjector = z.object({ code: z.string(), expiresAt: milliseconds });
export type WaitingProjector = z.infer<typeof WaitingProjector>;
export const Projector = z.union([WaitingProjector, z.object({ path: z.string() })]);
export type Projector = z.infer<typeof Projector>;
export const Voted = z.object({ seq: z.int().nonnegative() });
export const Stepped = z.object({ version: z.int().nonnegative() });
