import { z } from "zod";
import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, type ActivityName } from "#debate/activities/index.ts";
import { lineOf } from "#debate/rules/line-of.ts";

/** Makes the schema of an object, and says how keys that this version doesn't know are met. */
export type ObjectSchema = <Shape extends z.ZodRawShape>(shape: Shape) => z.ZodObject<Shape>;

type Chosen<Each> = Each extends { choices: infer Choices extends NonNullable<Activity["choices"]> }
  ? { -readonly [choice in keyof Choices]: Choices[choice][number] }
  : Each extends { lines: infer Lines extends object }
    ? { -readonly [line in keyof Lines]: string }
    : Record<string, never>;
type ChosenOf<Name extends ActivityName> = Chosen<Extract<(typeof ACTIVITIES)[number], { name: Name }>>;

/** [D39] The activities that a session has, each with what is chosen about it. */
export type Activities = { [Name in ActivityName]?: ChosenOf<Name> };
type Shape = {
  [Name in ActivityName]: z.ZodExactOptional<z.ZodType<ChosenOf<Name>, Partial<ChosenOf<Name>>>>;
};

const ALL: readonly Activity[] = ACTIVITIES;

/** [D39] A session has those that are named. */
export function activitiesWith(object: ObjectSchema) {
  const shape = ALL.map(({ name, choices = {}, lines = {} }) => {
    const fields = Object.entries(choices).map(([choice, options]) => [
      choice,
      z.enum(options).default(options[0]),
    ]);
    const written = Object.entries(lines).map(([line, length]) => [
      line,
      lineOf(length).refine((words) => words !== "", "nothing to see"),
    ]);
    return [name, object(Object.fromEntries([...fields, ...written])).exactOptional()];
  });
  // That each has its own choices is known here, and not to the compiler.
  return object(Object.fromEntries(shape) as Shape);
}
