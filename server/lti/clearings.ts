import type { Logger } from "pino";
import { postScore } from "#server/lti/line-items.ts";
import type { Services } from "#server/lti/service.ts";
import type { Store } from "#server/store/store.ts";

const SECOND = 1_000;
const EVERY = 60 * SECOND;
/** [Q65] How long a platform that is out of order is asked, in milliseconds. */
const TRIED_FOR = 7 * 24 * 60 * 60 * SECOND;

type Options = { store: Store; services: Services; clock: () => number; log: Logger };

/** [Q65] Takes back the grades of deleted seats: soon, and until the platform has done it. */
export function createClearings({ store, services, clock, log }: Options) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  async function clearAll(): Promise<void> {
    for (const { id, platformId, lineItem, sub, at, createdAt } of await store.grades.clearings()) {
      const platform = await store.platforms.byId(platformId);
      const later = Math.max(Math.floor(clock() / SECOND) * SECOND, at + SECOND);
      // Without a score, the platform has none any more.
      const posted =
        platform &&
        (await postScore(services, platform, lineItem, {
          ...{ userId: sub, activityProgress: "Initialized", gradingProgress: "NotReady" },
          timestamp: new Date(later).toISOString(),
        }));
      const isDone = !posted || (posted.ok && posted.value.status < 300);
      const isOver = clock() - createdAt > TRIED_FOR;
      if (!isDone) log.warn({ platformId, isOver }, "a deleted student's grade could not be taken back");
      if (isDone || isOver) await store.grades.cleared(id);
    }
  }

  /** One run at a time. */
  function run(): Promise<void> {
    running ??= clearAll()
      .catch((err: unknown) => log.error({ err }, "grades of deleted students could not be taken back"))
      .finally(() => {
        running = null;
      });
    return running;
  }

  return {
    run,
    start(): void {
      void run();
      timer = setInterval(() => void run(), EVERY).unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
