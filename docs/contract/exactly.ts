import type { z } from "zod";

/** The same type written out, so that `A & B`, `Omit<...>` and optional fields compare by what they hold. */
type Plain<T> = T extends object ? { [Field in keyof T]: Plain<Exclude<T[Field], undefined>> } : T;
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

/** A schema of exactly the type that the server answers with: one that differs fails to compile. */
export const exactly =
  <T>() =>
  <S extends z.ZodType>(schema: S & (Same<z.output<S>, T> extends true ? unknown : "differs")): S =>
    schema;
