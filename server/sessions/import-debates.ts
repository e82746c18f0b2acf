import type { Debate } from "#debate/content/debate.ts";
import { allOf, checkedDebate, debatesIn, type FileReading } from "#debate/content/debate-file.ts";
import { readMarkdown } from "#debate/content/debate-markdown-reader.ts";
import type { Missing } from "#debate/content/newsletter-remarks.ts";
import { ownTurn } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

type Imported = { ok: true; debates: Debate[] } | { ok: false; missing: Missing[] };

/** [D31] Stores the debates of an exported file in its order, none if one can't be read; null if the text is no such file. */
export async function importExported(
  { store, clock, ids }: Pick<Dependencies, "store" | "clock" | "ids">,
  ownerId: string,
  text: string,
): Promise<Imported | null> {
  const reading = await readInTurns(text);
  if (!reading?.ok) return reading;
  const drafts = reading.drafts.map((draft) => ({ id: ids.uuid(), draft }));
  return { ok: true, debates: await store.debates.createAll(ownerId, drafts, clock()) };
}

/** [L15] A debate of a series in each turn of the event loop. */
async function readInTurns(text: string): Promise<FileReading | null> {
  const found = debatesIn(text);
  if (found === null) return readMarkdown(text);
  if (!found.ok) return found;
  const readings: FileReading[] = [];
  for (const [at, debate] of found.debates.entries()) {
    await ownTurn();
    readings.push(checkedDebate(debate, `debates.${at}`));
  }
  return allOf(readings);
}
