import type { PhonePage } from "#debate/protocol/pages.ts";
import { type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Limits } from "#server/platform/limits.ts";
import { createQueue } from "#server/platform/queue.ts";
import { createTurns } from "#server/platform/slices.ts";

/** [L27] The same rate as of `sync`, which costs ten messages. */
const PAGES = { max: 150, window: 10 };
/** How many pages are read at a time, and how many more may wait: two halls. */
const QUEUE = { atOnce: 4, waiting: 12_000 };

type Asker = { address: string; seatId: string | null };

/** [L27] Reads phones' first data a few at a time, fairly between addresses and seats, and answers one in each turn of the event loop. */
export function createPhoneQueue(limits: Pick<Limits, "consume">) {
  const queue = createQueue(QUEUE);
  const turn = createTurns();

  return async (
    { address, seatId }: Asker,
    readPage: () => Promise<Result<PhonePage>>,
  ): Promise<Result<PhonePage>> => {
    const limit = seatId === null ? null : await limits.consume("phone", seatId, PAGES);
    if (limit && limit.retryAfter !== null) return tooOften(limit.retryAfter);
    const page = await queue(async () => {
      const read = await readPage();
      await turn();
      return read;
    }, [address, seatId ?? ""]);
    return page ?? refuse("busy");
  };
}
