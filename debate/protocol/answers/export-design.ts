import { z } from "zod";
import { DESIGN } from "#debate/activities/design.ts";
import { DESIGN_COLUMNS } from "#debate/activities/messages.ts";
import { count } from "#debate/protocol/answers/parts.ts";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { PHASES, type Phase, TIMED_PHASES } from "#debate/rules/phase-order.ts";
import { ENTRIES, IDENTITIES } from "#debate/rules/session-options.ts";

const time = z.iso.datetime().nullable();
const opened = time.describe("When the phase first opened.");
const ended = time.describe("When it last ended.");
const minutes = count.nullable().describe("What the host means the phase to take.");

/** What a phase is called in its columns: `reading-vote` is ReadingVote. */
export const columnOf = (phase: Phase) =>
  phase.replace(/(?:^|-)([a-z])/gu, (_, letter: string) => letter.toUpperCase());

const columns = <Of extends Phase>(phases: readonly Of[], each: (phase: Of) => [string, z.ZodType][]) =>
  Object.fromEntries(phases.flatMap(each));

export const DesignRow = z
  .strictObject({
    name: z.string().optional().describe("Not with `names=no`, like `filterWords`."),
    language: z.enum(LANGUAGES).describe("Of what the program writes."),
    identity: z.enum(IDENTITIES).describe("How students appear to each other."),
    entry: z.enum(ENTRIES).describe("One code for all, or personal codes."),
    readingVote: z.boolean().describe("Whether there is a vote after reading."),
    moderation: z
      .enum(["after", "before"])
      .describe("Whether rebuttals wait for the host’s approval, as set now."),
    version: z.string().nullable().describe("The reading text in which phones begin; null for the original."),
    confidence: z.boolean().describe("Whether votes ask how sure one is."),
    reasons: z.boolean().describe("Whether votes ask why."),
    credit: z.boolean().describe("Whether the last vote asks what moved one."),
    stagedReveal: z.boolean().describe("Whether results were shown step by step."),
    ...DESIGN,
    rule: z.string().describe("The host’s rule for the class."),
    filter: z.enum(["off", "hold"]).describe("Whether rude words wait for the host’s approval."),
    filterWords: z.string().optional().describe("With commas between them."),
    simulated: count.nullable().describe("How many simulated students a rehearsal has."),
    ...columns(TIMED_PHASES, (phase) => [[`minutes${columnOf(phase)}`, minutes]]),
    debateId: z.string().describe("The debate of which the session has a copy."),
    debateVersion: z.string().nullable().describe("As its history names it."),
    debateHash: z
      .string()
      .describe(
        "Sha-256, in hex, of the debate as `GET /api/sessions/:code/debate` answers its host, without `id` and `lang`, as JSON with sorted keys and no spaces.",
      ),
    readingTexts: z.string().nullable().describe("Ids of the reading texts that students could choose."),
    ...DESIGN_COLUMNS,
    ...columns(PHASES, (phase) => [
      [`opened${columnOf(phase)}`, opened],
      [`ended${columnOf(phase)}`, ended],
    ]),
    positionsReadable: time.describe("When positions were first readable."),
    server: z.string().describe("The version of the program that wrote the file."),
  })
  .describe("One row: what the session was set to, what it read, and when.");
