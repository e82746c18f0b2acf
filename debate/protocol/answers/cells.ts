// What the rows of several exported tables have.
import { z } from "zod";

/** Closed, so that the tests find a column that is not in here and so not in docs/data.md. */
export const row = z.strictObject;
export const time = z.iso.datetime();
export const timeBesideName = time.optional().describe("When. Not with `names=no`.");
export const participant = z
  .union([z.string(), z.int().positive()])
  .nullable()
  .describe(
    "The name that the class sees; in anonymous sessions a number of one file; with `names=no` an id of this file alone.",
  );
export const name = z
  .string()
  .nullable()
  .optional()
  .describe("The name that was typed; only with pseudonyms, and not with `names=no`.");

export const table = <Name extends string, Row extends z.ZodType>(called: Name, each: Row) =>
  z.object({
    table: z.literal(called),
    planHash: z.string().exactOptional().describe("[M33] Of the experiment's plan."),
    rows: z.array(each),
  });
