import type { MachineClock } from "#server/store/database.ts";
import { Client } from "#tests/support/client.ts";
import { keyIn, type Seat } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

/** Two servers on one database, in touch through Redis, the second on a machine with that clock. */
export async function startTwoServers(
  redis: string,
  options: Parameters<typeof startServer>[0] = {},
  machine?: MachineClock,
) {
  const first = await startServer({ redis, ...options });
  const second = await first.another(machine);
  const clients: Client[] = [];
  const { code, urls } = first.session;
  const key = keyIn(urls.screen);
  async function enter(url: string, auth: object, given: object = {}): Promise<Client> {
    const client = new Client(url, { auth: { code, ...auth }, ...given });
    clients.push(client);
    await client.connected();
    return client;
  }
  return {
    first,
    second,
    enter,
    student: async (url: string, seat?: Seat) => {
      const { ticket, participantId } = seat ?? (await first.join());
      return enter(url, { ticket }, { participantId });
    },
    host: (url: string) => enter(url, { as: "host" }, { cookie: first.cookie }),
    screen: (url: string) => enter(url, { as: "screen", key }),
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.close();
      await second[Symbol.asyncDispose]();
      await first[Symbol.asyncDispose]();
    },
  };
}
