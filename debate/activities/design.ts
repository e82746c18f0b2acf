// [V41] What a session was set to about activities, in columns of the export `design`.
import { z } from "zod";
import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES } from "#debate/activities/index.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";

const ALL: readonly Activity[] = ACTIVITIES;
const OFF = "off";

/** What the columns mean; any other says whether the session has the activity. */
const MEANS: Readonly<Record<string, string>> = {
  outlook: "Whether the first and the last vote ask about understanding and respect.",
  experiment: "What the class finds out: half of it, drawn by lot, does one thing first.",
  drawnSide: "Whether reading begins with a drawn side.",
  comprehension: "Whether there are questions on the positions.",
  starters: "Whether rebuttals can begin with sentence starters.",
  speaking: "Whether students can ask to speak.",
  pairs: "Whether pairs come after the rebuttals, or instead of them.",
  pairsBy: "Whether pairs talk or write.",
  steelman: "Whether students write the best argument of the other side.",
  guess: "Whether students guess the last vote.",
  exitTicket: "Whether students write exit tickets.",
  laterVote: "Whether a later vote is planned, as set now.",
};

type Column = { name: string; schema: z.ZodType; read: (chosen: Chosen | undefined) => string | boolean };
type Chosen = Readonly<Record<string, string>>;

/** Whether a session has an activity; what is written about it, empty if off; where there is something to choose, first that or off, then each other choice. */
function columnsOf({ name, column = name, choices = {}, lines = {} }: Activity): Column[] {
  const [line] = Object.keys(lines);
  if (line) return [{ name: column, schema: z.string(), read: (chosen) => chosen?.[line] ?? "" }];
  const [first, ...others] = Object.entries(choices);
  if (!first) return [{ name: column, schema: z.boolean(), read: (chosen) => chosen !== undefined }];
  const [key, options] = first;
  return [
    { name: column, schema: z.enum([OFF, ...options]), read: (chosen) => chosen?.[key] ?? OFF },
    ...others.map(([choice, options]) => ({
      name: `${column}${choice.charAt(0).toUpperCase()}${choice.slice(1)}`,
      schema: z.enum(options),
      read: (chosen: Chosen | undefined) => chosen?.[choice] ?? options[0],
    })),
  ];
}

export const DESIGN: z.ZodRawShape = Object.fromEntries(
  ALL.flatMap(columnsOf).map(({ name, schema }) => [
    name,
    schema.describe(MEANS[name] ?? `The activity ${name}.`),
  ]),
);

export function designOf(activities: Activities): Readonly<Record<string, string | boolean>> {
  const chosen: Readonly<Record<string, Chosen>> = activities;
  return Object.fromEntries(
    ALL.flatMap((each) => columnsOf(each).map(({ name, read }) => [name, read(chosen[each.name])])),
  );
}
