import { z } from "zod";
import { PAIRS_BY, PAIRS_WHEN } from "#debate/rules/session-options.ts";

/** Makes the schema of an object, and says how keys that this version doesn't know are met. */
export type ObjectSchema = <Shape extends z.ZodRawShape>(shape: Shape) => z.ZodObject<Shape>;

/** [D39] The activities that a session can have, and what there is to choose about each. A session has those that are named. */
export const activitiesWith = (object: ObjectSchema) =>
  object({
    /** [V16] A staged reveal begins with guesses of the last vote. */
    guess: object({}).exactOptional(),
    /** [Y4] The class answers the questions of the debate's kit while it reads. */
    comprehension: object({}).exactOptional(),
    /** [X9] Each student's reading opens on a side drawn by chance, and the class says what it has read. */
    reading: object({}).exactOptional(),
    /** [X12] Students are offered sentence starters. */
    starters: object({}).exactOptional(),
    /** [P22] The class argues in pairs across the divide. */
    pairs: object({
      when: z.enum(PAIRS_WHEN).default("after"),
      by: z.enum(PAIRS_BY).default("voice"),
    }).exactOptional(),
    /** [P16] The class writes the best argument of the other side after the last vote. */
    steelman: object({}).exactOptional(),
    /** [P11] Students ask on their phones to speak. */
    speaking: object({}).exactOptional(),
    /** [Y15] Students write an exit ticket once there are results. */
    exitTicket: object({}).exactOptional(),
    /** [M13] The first and the last vote also ask about understanding and respect. */
    outlook: object({}).exactOptional(),
    /** [P34] The class votes once more, a day to a year after it was closed. Changed from the control room, too. */
    laterVote: object({}).exactOptional(),
  });
export type Activities = z.infer<ReturnType<typeof activitiesWith>>;
