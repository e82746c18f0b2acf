"use client";
import { io, type Socket } from "socket.io-client";
import type { Answer, ClientEvents, ServerEvents, Synced } from "#debate/protocol/events.ts";
import type { LiveStart } from "#debate/protocol/pages.ts";
import type { LogEntry, Mine, Rebuttal, Roster, Snapshot } from "#debate/protocol/snapshot.ts";
import type { Refusal } from "#debate/rules/result.ts";

/**
 * `live`: connected and in step. `reconnecting`: lost, trying by itself. `removed`: the host took the seat.
 * `gone`: the session was deleted. `refused`: the server does not let this page in (signed out, wrong key).
 */
export type Connection = "connecting" | "live" | "reconnecting" | "removed" | "gone" | "refused";

export type LiveState = {
  connection: Connection;
  /** Whether the server can store anything. */
  canStore: boolean;
  snapshot: Snapshot;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  you: Mine | null;
  roster: Roster | null;
  log: readonly LogEntry[];
  cursor: number;
};

export type Identity = { code: string; as: "student" | "host" | "screen"; key?: string };

type Payload<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>[0];
type Reply<Name extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[Name]>[1]>[0];

/** Why a page is not let in. */
type Refused = { code?: Refusal; retryAfter?: number };
/** It may be let in later. */
const PASSING: readonly Refusal[] = ["busy", "internal", "too-many"];

const ACKNOWLEDGE_WITHIN = 8_000;
/** Below this a difference of clocks is the time that an answer took. */
const CLOCK_NOISE = 2_000;

/** One page's connection to its session: the newest state, and a way to send. */
export class Live {
  #state: LiveState;
  #listeners = new Set<() => void>();
  #socket: Socket<ServerEvents, ClientEvents>;
  /** The server's clock less this device's, in milliseconds. */
  #clockOffset = 0;
  /** As far as this connection was told: the server speaks up only where it cannot. */
  #canStore = true;

  constructor(identity: Identity, start: LiveStart & { you?: Mine; roster?: Roster }) {
    this.#state = {
      connection: "connecting",
      canStore: true,
      snapshot: start.snapshot,
      rebuttals: new Map(start.rebuttals.map((rebuttal) => [rebuttal.id, rebuttal])),
      you: start.you ?? null,
      roster: start.roster ?? null,
      log: [],
      cursor: start.cursor,
    };
    this.#socket = io({
      autoConnect: false,
      auth: identity,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    this.#listen();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): LiveState => this.#state;

  /** Connects and keeps in step until the returned function is called. */
  readonly start = (): (() => void) => {
    // A locked phone drops its socket without saying so: look again when the page is back in sight.
    const wake = () => {
      if (document.visibilityState !== "visible") return;
      if (this.#socket.connected) void this.#sync();
      // A seat that was taken away may have been given back.
      else if (this.#state.connection !== "gone") this.#socket.connect();
    };
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("pageshow", wake);
    window.addEventListener("online", wake);
    this.#socket.connect();
    return () => {
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("pageshow", wake);
      window.removeEventListener("online", wake);
      this.#socket.disconnect();
    };
  };

  /** Sends and waits for the acknowledgement; `busy` when none came in time, and nothing may be assumed then. */
  async send<Name extends keyof ClientEvents>(name: Name, payload: Payload<Name>): Promise<Reply<Name>> {
    try {
      return await this.#socket.timeout(ACKNOWLEDGE_WITHIN).emitWithAck(name, ...([payload] as never));
    } catch {
      return { ok: false, code: "busy" } as Reply<Name>;
    }
  }

  /** Shows a change before the server has confirmed it. */
  assume(change: Partial<Pick<LiveState, "you" | "rebuttals">>): void {
    this.#update(change);
  }

  #listen(): void {
    this.#socket.on("connect", () => {
      this.#canStore = true;
      void this.#sync();
    });
    this.#socket.on("disconnect", (reason) => {
      if (this.#state.connection === "removed" || this.#state.connection === "gone") return;
      this.#update({ connection: "reconnecting" });
      if (reason === "io server disconnect") this.#socket.connect();
    });
    this.#socket.on("connect_error", (error) => {
      const { code, retryAfter = 2 } = (error as Error & { data?: Refused }).data ?? {};
      if (code === "removed") this.#update({ connection: "removed" });
      else if (code === "not-found") this.#update({ connection: "gone" });
      else if (code && !PASSING.includes(code)) this.#update({ connection: "refused" });
      else {
        this.#update({ connection: "reconnecting" });
        // Socket.IO tries again by itself only where the transport failed, not where the server said no.
        if (code) setTimeout(() => this.#socket.connect(), retryAfter * 1_000 + Math.random() * 3_000);
      }
    });
    this.#socket.on("session", (snapshot) => this.#keep(snapshot));
    this.#socket.on("mine", (you) => this.#update({ you }));
    this.#socket.on("roster", (roster) => this.#update({ roster }));
    this.#socket.on("log", (log) => this.#update({ log }));
    this.#socket.on("removed", () => this.#update({ connection: "removed" }));
    this.#socket.on("gone", () => this.#update({ connection: "gone" }));
    this.#socket.on("storage", ({ working }) => {
      this.#canStore = working;
      this.#update({ canStore: working });
    });
    this.#socket.on("rebuttals", ({ cursor, changed, removed }) => {
      const rebuttals = new Map(this.#state.rebuttals);
      for (const rebuttal of changed) rebuttals.set(rebuttal.id, rebuttal);
      for (const id of removed) rebuttals.delete(id);
      this.#update({ rebuttals, cursor: Math.max(cursor, this.#state.cursor) });
    });
  }

  async #sync(): Promise<void> {
    const answer: Answer<Synced> = await this.send("sync", {});
    if (!answer.ok) return;
    const offset = answer.now - Date.now();
    if (Math.abs(offset - this.#clockOffset) > CLOCK_NOISE) this.#clockOffset = offset;
    this.#keep(answer.session);
    this.#update({
      connection: "live",
      canStore: this.#canStore,
      rebuttals: new Map(answer.rebuttals.map((rebuttal) => [rebuttal.id, rebuttal])),
      cursor: answer.cursor,
      you: answer.you ?? this.#state.you,
      roster: answer.roster ?? this.#state.roster,
      log: answer.log ?? this.#state.log,
    });
  }

  // The newer wins: messages and answers may cross.
  #keep(told: Snapshot): void {
    if (told.version < this.#state.snapshot.version) return;
    const { phaseEndsAt, ...rest } = told;
    // Timers run by this device's clock, whatever it says.
    const snapshot =
      phaseEndsAt === undefined ? rest : { ...rest, phaseEndsAt: phaseEndsAt - this.#clockOffset };
    this.#update({ snapshot });
  }

  #update(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
