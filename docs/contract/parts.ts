import { z } from "zod";
import { CHOICES, ROUNDS, SIDES } from "#debate/rules/choices.ts";
import type { Tally as Counted, WordsKind } from "#debate/rules/snapshot.ts";

/** The same type written out, so that `A & B`, `Omit<...>` and optional fields compare by what they hold. */
type Plain<T> = T extends object ? { [Field in keyof T]: Plain<Exclude<T[Field], undefined>> } : T;
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

/** A schema of exactly the type that the server answers with: one that differs fails to compile. */
export const exactly =
  <T>() =>
  <S extends z.ZodType>(schema: S & (Same<z.output<S>, T> extends true ? unknown : "differs")): S =>
    schema;

export const id = z.uuid();
export const count = z.int().nonnegative();
export const milliseconds = z.int().describe("Milliseconds since the epoch.");
export const side = z.enum(SIDES);
export const choice = z.enum(CHOICES);
export const round = z.enum(ROUNDS);
export const wordsKind = z.enum(["reason", "why"] as const satisfies WordsKind[]);
export const quote = z.object({
  side,
  n: count,
  exact: z.string(),
  version: z.string().optional().describe("Whose words these are, if not the original's."),
  sentences: z
    .tuple([count, count])
    .optional()
    .describe(
      "The first and the last sentence that it touches, from 1; told where the debate has reading texts.",
    ),
});
export const paragraph = z.object({ side, n: count });
export const Tally = exactly<Counted>()(z.object({ for: count, against: count, undecided: count }));
