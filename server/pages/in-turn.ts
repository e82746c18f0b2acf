import type { IncomingMessage, ServerResponse } from "node:http";
import type { Pages } from "#server/http/join-page.ts";
import { sayBusy } from "#server/pages/busy.ts";
import { createFairQueue, type Party } from "#server/platform/fair-queue.ts";

/**
 * [L14] Eight keep the Next.js process busy while they wait for data. With more than 600 waiting, the last would be
 * too late.
 */
export const MOST = { atOnce: 8, waiting: 600 };
/**
 * [L14] In milliseconds: how long a request waits for its turn, and when it is answered in any case. nginx considers
 * the whole server dead after ten seconds (deploy/nginx.conf).
 */
export const TIMES = { queued: 5_000, answered: 9_000 };

/** Who asks for a page; "first" if many wait for the same page. */
export type PartyOf = (request: IncomingMessage) => Promise<Party | "first">;
/** `within`: how long it may take, in milliseconds. */
type Make = (request: IncomingMessage, response: ServerResponse, within: number) => Promise<unknown>;

/** [L14] Renders a few pages at a time, in turns between those who ask. */
export function inTurn(make: Make, partyOf: PartyOf, most = MOST, times = TIMES): Pages {
  const queue = createFairQueue(most);

  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrivedAt = performance.now();
    /** The time left of a total, in milliseconds. */
    const leftOf = (time: number) => arrivedAt + time - performance.now();
    const party = await partyOf(request);
    if (response.destroyed) return;
    const late = setTimeout(() => {
      leave();
      sayBusy(response);
    }, leftOf(times.queued));
    const leave = queue.enter(party, {
      start() {
        clearTimeout(late);
        return make(request, response, leftOf(times.answered)).catch(() => sayBusy(response));
      },
      refuse() {
        clearTimeout(late);
        sayBusy(response);
      },
    });
    response.once("close", () => {
      clearTimeout(late);
      leave();
    });
  }

  return (request, response) => void enter(request, response).catch(() => sayBusy(response));
}
