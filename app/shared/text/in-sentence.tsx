import type { ReactNode } from "react";
import { Written } from "#app/shared/text/Written.tsx";

type Piece = () => ReactNode;

/** [E7] What a person wrote, within a sentence of the interface: `t.rich("by", { name: inSentence(by) })` for `by <name></name>`. */
export const inSentence =
  (words: string): Piece =>
  () => <Written as="bdi">{words}</Written>;

/** The same for all words among the values of a message. */
export const eachInSentence = (values: Record<string, string | number>): Record<string, Piece | number> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === "string" ? inSentence(value) : value,
    ]),
  );
