import { RUBY } from "#app/shared/ruby.tsx";

const ALL = new RegExp(RUBY, "gu");

/** [E10] Without readings, for where nothing stands above a line: labels, and texts that are cut. */
export function withoutReadings(text: string): string {
  return text.replace(ALL, (_, _bar, behindBar, kanji) => behindBar ?? kanji);
}
