import type { Logger } from "pino";
import type { Store } from "#server/store/store.ts";

/** [Q44] How often the list is read, in milliseconds: another server may have registered a platform. */
const EVERY = 60_000;

/** [Q44] The sites of the registered platforms, which may show students' pages in a frame. */
export function createSites(store: Pick<Store, "platforms">, log: Logger) {
  let sites: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const read = async () => {
    sites = [...new Set((await store.platforms.all()).flatMap((platform) => platform.sites))];
  };
  const tryToRead = () =>
    read().catch((err: unknown) => log.warn({ err }, "the sites of learning platforms could not be read"));

  return {
    all: () => sites,
    read,
    async start(): Promise<void> {
      await tryToRead();
      timer = setInterval(() => void tryToRead(), EVERY).unref();
    },
    stop: () => clearInterval(timer),
  };
}
