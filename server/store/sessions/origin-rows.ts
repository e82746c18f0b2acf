import type { RanVersion } from "#debate/rules/shelves.ts";
import { divided } from "#server/platform/slices.ts";
import type { Database } from "#server/store/database.ts";
import { readListing } from "#server/store/debates/debate-listings.ts";
import type { DebateOrigin } from "#server/store/sessions/frozen-debates.ts";

type Saved = { version: string; savedAt: number };

const AT_ONCE = 250;
export const keyOf = ({ debateId, debateVersion }: DebateOrigin) => `${debateId} ${debateVersion}`;

/** [D18] Whether the versions that sessions were opened with are still current, by `keyOf`. */
export function originStore({ reader }: Pick<Database, "reader">) {
  async function now(ids: string[]): Promise<Map<string, Saved>> {
    const found = new Map<string, Saved>();
    const rows = await reader.debate.findMany({
      where: { id: { in: ids } },
      select: { id: true, listing: true },
    });
    for (const row of rows) {
      const saved = readListing(row);
      if (saved) found.set(row.id, saved);
    }
    return found;
  }

  return async (origins: readonly DebateOrigin[]): Promise<Map<string, RanVersion>> => {
    const ran = new Map<string, RanVersion>();
    for (const part of divided(new Map(origins.map((each) => [keyOf(each), each])).values(), AT_ONCE)) {
      const debates = await now([...new Set(part.map(({ debateId }) => debateId))]);
      const earlier = await reader.debateVersion.findMany({
        where: { OR: part.map(({ debateId, debateVersion: version }) => ({ debateId, version })) },
        select: { debateId: true, version: true, savedAt: true },
      });
      for (const origin of part) {
        const { debateId, debateVersion } = origin;
        const debate = debates.get(debateId);
        const kept = earlier.find((each) => each.debateId === debateId && each.version === debateVersion);
        const isCurrent = debate?.version === debateVersion;
        const savedAt = isCurrent ? debate.savedAt : kept ? Number(kept.savedAt) : null;
        const state = isCurrent ? "unchanged" : debate ? "edited" : "deleted";
        ran.set(keyOf(origin), { debateId, state, savedAt });
      }
    }
    return ran;
  };
}
