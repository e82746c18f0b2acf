import { withoutFootnotes } from "#debate/content/footnotes.ts";
import { hasBothSides, readGeneral } from "#debate/content/general-form.ts";
import { withMarkup, withoutMarkup } from "#debate/content/import-markup.ts";
import {
  finished,
  type NewsletterReading,
  readNewsletter,
  withoutCopyright,
} from "#debate/content/newsletter.ts";
import { linesOf, unreadable } from "#debate/content/newsletter-text.ts";
import { withTables } from "#debate/content/tables.ts";

/**
 * [U6] Reads a text as a debate: as a newsletter, or as a resolution with two texts under headings. `marked`: it has headings,
 * links and emphasis as Markdown writes them.
 */
export function readImported(text: string, marked: boolean): NewsletterReading {
  const obstacle = unreadable(text);
  if (obstacle) return { ok: false, missing: [obstacle] };
  const { text: body, notes } = withoutFootnotes(text);
  const unmarked = marked ? withoutMarkup(body) : { text: body, marked: new Map(), tables: 0 };
  const reading = readEither(unmarked.text);
  if (!reading.ok) return reading;
  const draft = marked ? withMarkup(reading.draft, unmarked) : reading.draft;
  const resources = [...draft.resources, ...notes.map(resourceOf)];
  const warnings = [...reading.warnings];
  if (unmarked.tables > 0) warnings.push({ code: "tables-flattened", count: unmarked.tables });
  if (notes.length > 0) warnings.push({ code: "footnotes-moved", count: notes.length });
  const room = MOST_RESOURCES - draft.resources.length;
  for (const note of notes.filter((words, at) => at >= room || words.length > LABEL))
    warnings.push({ code: "left-out", text: note });
  return { ok: true, warnings, draft: { ...draft, resources: resources.slice(0, MOST_RESOURCES) } };
}

const MOST_RESOURCES = 100;
const LABEL = 500;

/** A text of more lines has more paragraphs than two positions have room for, however its lines are wrapped. */
const MOST_LINES = 20_000;

function readEither(text: string): NewsletterReading {
  const asNewsletter = () => readNewsletter(text.replace(/^#{1,6} /gm, ""));
  if (text.split("\n", MOST_LINES + 1).length > MOST_LINES) return asNewsletter();
  // A newsletter may have tabs anywhere [N3].
  const { text: inLines, tables } = withTables(text, (rows) => rows.join("; "));
  const { lines, copyright } = withoutCopyright(linesOf(inLines));
  const asGeneral = (): NewsletterReading => {
    const general = readGeneral(lines);
    if (!general.ok) return general;
    if (tables > 0) general.warnings.push({ code: "tables-flattened", count: tables });
    return finished(general.read, copyright, general.warnings);
  };
  // An English heading that says a side would be a paragraph of a newsletter.
  const general = hasBothSides(lines) ? asGeneral() : null;
  if (general?.ok) return general;
  const newsletter = asNewsletter();
  if (newsletter.ok) return newsletter;
  const lacks = (code: string) => newsletter.missing.some((each) => each.code === code);
  const isOther = lacks("no-resolution") && hasBothSides(lines, true);
  if (!lacks("no-positions") && !isOther) return newsletter;
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
      .slice(0, LABEL) ||
    (url ?? "");
  return { label, ...(url === undefined ? {} : { url }) };
}
