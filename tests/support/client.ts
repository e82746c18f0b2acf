import { io, type Socket } from "socket.io-client";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { PickedWords } from "#debate/counting/words.ts";
import type { ClientEvents, ServerEvents, Synced } from "#debate/protocol/events.ts";
import type { LogEntry, Mine, RebuttalBatch, Roster, Snapshot } from "#debate/rules/snapshot.ts";

export type Role = "host" | "student" | "screen";
type Payload<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>[0];
type Reply<Name extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[Name]>[1]>[0];
export type ClientOptions = {
  cookie?: string | undefined;
  participantId?: string | undefined;
  headers?: Record<string, string>;
  transports?: ("websocket" | "polling")[];
};
type Options = ClientOptions & { auth: Record<string, unknown> };

/** How long a test waits for a message that must come, in milliseconds. */
const PATIENCE = 30_000;

/** One real client, which remembers everything that it received. */
export class Client {
  readonly socket: Socket<ServerEvents, ClientEvents>;
  readonly participantId: string;
  readonly heard: { name: string; payload: unknown }[] = [];
  /** The acknowledgements of everything that it sent. */
  readonly answers: unknown[] = [];
  #waiting = new Set<() => void>();

  constructor(url: string, options: Options) {
    const { auth, cookie, participantId = "", headers, transports = ["websocket"] } = options;
    this.participantId = participantId;
    this.socket = io(url, {
      auth,
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      transports,
      extraHeaders: { ...headers, ...(cookie && { cookie }) },
    });
    this.socket.onAny((name: string, payload: unknown) => {
      this.heard.push({ name, payload });
      for (const look of this.#waiting) look();
    });
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.socket.connected) return resolve();
      this.socket.once("connect", resolve);
      this.socket.once("connect_error", (error) => reject(Object.assign(error, { code: refusalOf(error) })));
    });
  }

  send<Name extends keyof ClientEvents>(name: Name, payload: Payload<Name>): Promise<Reply<Name>> {
    return this.raw(name, payload) as Promise<Reply<Name>>;
  }

  /** Sends anything under any name, as a broken or hostile client would. */
  async raw(name: string, ...payload: unknown[]): Promise<unknown> {
    const answer = await this.socket.timeout(PATIENCE).emitWithAck(name as "sync", ...(payload as [never]));
    this.answers.push(answer);
    return answer;
  }

  async sync(): Promise<Synced> {
    const answer = await this.send("sync", {});
    if (!answer.ok) throw new Error(`sync was refused: ${answer.code}`);
    this.heard.push({ name: "session", payload: answer.session });
    return answer;
  }

  /** The first matching snapshot, received already or still to come. */
  sees(fits: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
    return this.#hears("session", fits);
  }

  hearsRebuttals(fits: (batch: RebuttalBatch) => boolean): Promise<RebuttalBatch> {
    return this.#hears("rebuttals", fits);
  }

  hearsMine(fits: (mine: Mine) => boolean): Promise<Mine> {
    return this.#hears("mine", fits);
  }

  hearsRoster(fits: (roster: Roster) => boolean): Promise<Roster> {
    return this.#hears("roster", fits);
  }

  hearsLog(fits: (entries: LogEntry[]) => boolean): Promise<LogEntry[]> {
    return this.#hears("log", fits);
  }

  hearsStorage(working: boolean): Promise<{ working: boolean }> {
    return this.#hears("storage", (storage: { working: boolean }) => storage.working === working);
  }

  hearsResult(fits: (result: ResultMessage) => boolean): Promise<ResultMessage> {
    return this.#hears("result", fits);
  }

  hearsPicked(fits: (picked: PickedWords[]) => boolean): Promise<PickedWords[]> {
    return this.#hears("picked", fits);
  }

  hears(name: keyof ServerEvents): Promise<unknown> {
    return this.#hears(name, () => true);
  }

  close(): void {
    this.socket.disconnect();
  }

  #hears<T>(name: string, fits: (payload: T) => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.heard.find((message) => message.name === name && fits(message.payload as T));
        if (!found) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found.payload as T);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`no fitting "${name}" among ${JSON.stringify(this.heard).slice(0, 2_000)}`));
      }, PATIENCE);
      this.#waiting.add(look);
      look();
    });
  }
}

const connected = new Set<Client>();

/** A client that is connected. */
export async function connectClient(url: string, options: Options): Promise<Client> {
  const client = new Client(url, options);
  connected.add(client);
  await client.connected();
  return client;
}

/** Closes those that this process has connected so. */
export function closeClients(): void {
  for (const client of connected) client.close();
  connected.clear();
}

function refusalOf(error: unknown): string | undefined {
  return (error as { data?: { code?: string } }).data?.code;
}
