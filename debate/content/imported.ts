import { hasBothSides, readGeneral } from "#debate/content/general-form.ts";
import { withMarkup, withoutMarkup } from "#debate/content/import-markup.ts";
import {
  finished,
  type NewsletterReading,
  readNewsletter,
  withoutCopyright,
} from "#debate/content/newsletter.ts";
import { linesOf, unreadable } from "#debate/content/newsletter-text.ts";

/**
 * [U6] Reads a text as a debate: as a newsletter, or as a resolution with two texts under headings. `marked`: it has headings,
 * links and emphasis as Markdown writes them.
 */
export function readImported(text: string, marked: boolean): NewsletterReading {
  const obstacle = unreadable(text);
  if (obstacle) return { ok: false, missing: [obstacle] };
  const unmarked = marked ? withoutMarkup(text) : { text, marked: new Map(), notes: [] };
  const reading = readEither(unmarked.text);
  if (!reading.ok) return reading;
  const draft = marked ? withMarkup(reading.draft, unmarked) : reading.draft;
  const resources = unmarked.notes.map(resourceOf);
  return { ...reading, draft: { ...draft, resources: [...draft.resources, ...resources].slice(0, 100) } };
}

/** A text of more lines has more paragraphs than two positions have room for, however its lines are wrapped. */
const MOST_LINES = 20_000;

function readEither(text: string): NewsletterReading {
  const asNewsletter = () => readNewsletter(text.replace(/^#{1,6} /gm, ""));
  if (text.split("\n", MOST_LINES + 1).length > MOST_LINES) return asNewsletter();
  const { lines, copyright } = withoutCopyright(linesOf(text));
  const asGeneral = (): NewsletterReading => {
    const general = readGeneral(lines);
    return general.ok ? finished(general.read, copyright, general.warnings) : general;
  };
  // An English heading that says a side would be a paragraph of a newsletter.
  const general = hasBothSides(lines) ? asGeneral() : null;
  if (general?.ok) return general;
  const newsletter = asNewsletter();
  if (newsletter.ok) return newsletter;
  const lacks = (code: string) => newsletter.missing.some((each) => each.code === code);
  if (!lacks("no-positions")) return newsletter;
  const reading = general ?? asGeneral();
  if (reading.ok) return reading;
  return reading.missing.some(({ code }) => code === "no-texts") ? newsletter : reading;
}

/** A footnote as a resource, with its address. */
function resourceOf(note: string) {
  const url = /https?:\/\/[^\s<>"”)]{1,1900}/.exec(note)?.[0].replace(/[.,;:]$/, "");
  const label =
    note
      .replace(/\[([^\]]{1,400})\]\([^)]*\)/g, "$1")
      .trim()
      .slice(0, 500) ||
    (url ?? "");
  return { label, ...(url === undefined ? {} : { url }) };
}
