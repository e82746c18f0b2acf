import {
  type DebateForm,
  filledRows,
  languageOfForm,
  paragraphField,
} from "#app/instructor/editor/debate-form.ts";
import { plainText } from "#debate/content/plain-debate.ts";
import { type Length, lengthOf } from "#debate/content/reading-time.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

/** What a look over a debate found, and the field that it is about. Only the first two keep it from being used. */
export type Finding = { at: string } & (
  | { code: "no-resolution" }
  | { code: "no-text"; side: Side }
  | { code: "uneven"; longer: Side; times: number }
  | { code: "over-time"; minutes: number; chosen: number }
  | { code: "no-source" }
  | { code: "duplicate"; side: Side; n: number; otherSide: Side; otherN: number }
);

/** One side may have this many times the words of the other. */
const UNEVEN = 3;

/** The words of a position as people read them [D24]. */
const wordsIn = ({ format, positions }: DebateForm, place: 0 | 1) =>
  positions[place].paragraphs.map(({ text }) => ({ text: plainText(format, text) }));

/** [D25] How long each side is, For first. */
export function lengthsOf(form: DebateForm): [Length, Length] {
  const lang = languageOfForm(form);
  return [lengthOf(wordsIn(form, 0), lang), lengthOf(wordsIn(form, 1), lang)];
}

/** [D26] What to look at before a debate is used, in the order of the page; `chosen`: minutes to read both sides. */
export function findingsIn(form: DebateForm, chosen: number): Finding[] {
  const lengths = lengthsOf(form);
  const [counts, minutes] = [lengths.map(({ count }) => count), lengths[0].minutes + lengths[1].minutes];
  const [of = 0, against = 0] = counts;
  const longer = of > against ? 0 : 1;
  const times = Math.max(of, against) / Math.min(of, against);
  const beginning = (place: 0 | 1) => {
    const { key, paragraphs } = form.positions[place];
    return paragraphs[0] ? paragraphField(key, paragraphs[0].key) : `${key}.add`;
  };
  const found: Finding[] = [];
  if (form.resolution.trim() === "") found.push({ code: "no-resolution", at: "resolution" });
  for (const place of [0, 1] as const)
    if (counts[place] === 0) found.push({ code: "no-text", side: SIDES[place], at: beginning(place) });
  if (Number.isFinite(times) && times >= UNEVEN)
    found.push({
      ...{ code: "uneven", longer: SIDES[longer], times: Math.floor(times * 10) / 10 },
      at: beginning(longer === 0 ? 1 : 0),
    });
  if (of + against > 0 && minutes > chosen)
    found.push({ code: "over-time", minutes, chosen, at: beginning(longer) });
  found.push(...duplicatesIn(form));
  if (filledRows(form.resources).length === 0) found.push({ code: "no-source", at: "resources.add" });
  return found;
}

export const isBlocking = ({ code }: Finding) => code === "no-resolution" || code === "no-text";

/** Paragraphs that stand there already, at any place before. */
function duplicatesIn(form: DebateForm): Finding[] {
  const seen = new Map<string, { side: Side; n: number }>();
  return form.positions.flatMap(({ key, paragraphs }, place) =>
    paragraphs.flatMap((paragraph, index): Finding[] => {
      const side = SIDES[place === 0 ? 0 : 1];
      const words = paragraph.text.replace(/\s+/gu, " ").trim().toLowerCase();
      const first = seen.get(words);
      if (words === "") return [];
      if (!first) {
        seen.set(words, { side, n: index + 1 });
        return [];
      }
      const at = paragraphField(key, paragraph.key);
      return [{ code: "duplicate", side, n: index + 1, otherSide: first.side, otherN: first.n, at }];
    }),
  );
}
