import { type Debate, storedDebate } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { ownTurn } from "#server/platform/slices.ts";
import type { Database } from "#server/store/database.ts";
import { type KeptListing, listingColumns } from "#server/store/debate-listings.ts";
import { versionOf } from "#server/store/debates.ts";

type Listed = { kept: KeptListing; searched: string };

/** So many are filled in with one write. */
const AT_ONCE = 20;

/** Makes and stores missing listings, a debate in each turn of the event loop. What can't be read is left out. */
export async function fillListings(
  { reader, write }: Pick<Database, "reader" | "write">,
  ids: readonly string[],
): Promise<Map<string, Listed>> {
  const filled = new Map<string, Listed>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE);
    const rows = await reader.debate.findMany({
      where: { id: { in: part } },
      select: { id: true, content: true, updatedAt: true },
    });
    const made: { id: string; updatedAt: bigint; data: ReturnType<typeof listingColumns> }[] = [];
    for (const { id, content, updatedAt } of rows) {
      await ownTurn();
      const debate = readable(content);
      if (!debate) continue;
      const data = listingColumns(inPlainText(debate), versionOf(content), Number(updatedAt));
      made.push({ id, updatedAt, data });
      filled.set(id, { kept: JSON.parse(data.listing), searched: data.searched });
    }
    await write(async (transaction) => {
      // Not where it was saved again meanwhile.
      for (const { id, updatedAt, data } of made)
        await transaction.debate.updateMany({ where: { id, updatedAt }, data });
    });
  }
  return filled;
}

function readable(content: string): Debate | null {
  try {
    return storedDebate(content);
  } catch {
    return null;
  }
}
