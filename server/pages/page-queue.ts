import type { IncomingMessage, ServerResponse } from "node:http";
import type { Pages } from "#server/http/shared-pages.ts";
import { sendBusyPage } from "#server/pages/busy-page.ts";
import { createQueue, type Party } from "#server/platform/queue.ts";

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

/** "first" for a page that many wait for. */
export type PartyOf = (request: IncomingMessage) => Promise<Party | "first">;
/** `within`: how long it may take, in milliseconds. */
type Make = (request: IncomingMessage, response: ServerResponse, within: number) => Promise<unknown>;

/** [L14] Renders a few pages at a time, in turns between those who ask. */
export function queuePages(make: Make, partyOf: PartyOf, most = MOST, times = TIMES): Pages {
  const queue = createQueue(most);

  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrivedAt = performance.now();
    /** The time left of a total, in milliseconds. */
    const leftOf = (time: number) => arrivedAt + time - performance.now();
    const party = await partyOf(request);
    if (response.destroyed) return;
    const leaving = new AbortController();
    const leave = () => leaving.abort();
    const late = setTimeout(leave, leftOf(times.queued));
    response.once("close", leave);
    const isMade = await queue(
      async () => {
        clearTimeout(late);
        await make(request, response, leftOf(times.answered));
        return true;
      },
      party,
      leaving.signal,
    );
    clearTimeout(late);
    if (!isMade && !response.destroyed) sendBusyPage(response);
  }

  return (request, response) => void enter(request, response).catch(() => sendBusyPage(response));
}
