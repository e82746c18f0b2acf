"use client";
import { io, type Socket } from "socket.io-client";
import { afterSnapshot, followed, type LiveState, type Start, startingState } from "#app/live/live-state.ts";
import { newestBallots, withBatch, without, withPage } from "#app/live/newest.ts";
import { onWake } from "#app/live/on-wake.ts";
import type { Answer, ClientEvents, ServerEvents, Synced } from "#debate/protocol/events.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { PageEnd, Rebuttal, RebuttalBatch, Snapshot } from "#debate/rules/snapshot.ts";

export type Identity = { code: string; as: "student" | "host" | "screen"; key?: string };

type Payload<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>[0];
type Reply<Name extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[Name]>[1]>[0];

/** Why a page is not let in. */
type Refused = { code?: Refusal; retryAfter?: number };
/** It may be let in later. */
const PASSING: readonly Refusal[] = ["busy", "internal", "too-many"];

const ACKNOWLEDGE_WITHIN = 8_000;
/** Phones that failed together do not come back in the same moment; in milliseconds. */
const soon = (seconds: number) => seconds * 1_000 + Math.random() * 2_000;
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
  /** Which `sync` is the newest; the answers to others no longer count. */
  #turn = 0;
  /** What came while the newest `sync` was on its way. */
  #crossing: RebuttalBatch[] | null = null;
  /** [R15] The rebuttals known from before that no page has told yet. */
  #unconfirmed = new Set<string>();
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(identity: Identity, start: Start) {
    this.#state = startingState(start);
    this.#socket = io({
      autoConnect: false,
      auth: identity,
      reconnectionDelay: 500,
      reconnectionDelayMax: 2_000, // a server that is back must not wait for its class,
    });
    this.#listen();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): LiveState => this.#state;

  /** The server's clock, as far as it is known. */
  readonly now = (): number => Date.now() + this.#clockOffset;

  /** Connects and keeps in step until the returned function is called. */
  readonly start = (): (() => void) => {
    const endWatch = onWake(() => {
      if (this.#socket.connected) void this.#sync();
      // A seat that was taken away may have been given back.
      else if (this.#state.connection !== "gone") this.#socket.connect();
    });
    this.#socket.connect();
    return () => {
      endWatch();
      clearTimeout(this.#again);
      this.#socket.disconnect();
    };
  };

  /** Sends and waits for the acknowledgement; `busy` when none came in time, and nothing may be assumed then. */
  async send<Name extends keyof ClientEvents>(name: Name, payload: Payload<Name>): Promise<Reply<Name>> {
    return (await this.#ask(name, payload)) ?? ({ ok: false, code: "busy" } as Reply<Name>);
  }

  /** Asks for the whole state and takes it over; resolves to what is then the newest. */
  async resync(): Promise<Snapshot> {
    await this.#sync();
    return this.#state.snapshot;
  }

  async #ask<Name extends keyof ClientEvents>(
    name: Name,
    payload: Payload<Name>,
  ): Promise<Reply<Name> | null> {
    try {
      return await this.#socket.timeout(ACKNOWLEDGE_WITHIN).emitWithAck(name, ...([payload] as never));
    } catch {
      return null;
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
      if (code === "removed") this.#end("removed");
      else if (code === "not-found") this.#end("gone");
      else if (code && !PASSING.includes(code)) this.#update({ connection: "refused" });
      else {
        this.#update({ connection: "reconnecting" });
        // Socket.IO tries again by itself only where the transport failed, not where the server said no.
        if (code) this.#later(() => this.#socket.connect(), retryAfter);
      }
    });
    this.#socket.on("session", (snapshot) => this.#keep(snapshot));
    this.#socket.on("result", (result) => this.#update({ result }));
    this.#socket.on("picked", (picked) => this.#update({ picked }));
    this.#socket.on("mine", (you) => this.#update({ you: newestBallots(you, this.#state.you) }));
    this.#socket.on("roster", (roster) => this.#update({ roster }));
    this.#socket.on("log", (log) => this.#update({ log }));
    this.#socket.on("removed", () => this.#end("removed"));
    this.#socket.on("gone", () => this.#end("gone"));
    this.#socket.on("storage", ({ working }) => {
      this.#canStore = working;
      this.#update({ canStore: working });
    });
    this.#socket.on("rebuttals", (batch) => {
      this.#crossing?.push(batch);
      this.#confirm(batch.changed);
      const { rebuttals, cursor } = this.#state;
      this.#update({ rebuttals: withBatch(rebuttals, batch), cursor: Math.max(batch.cursor, cursor) });
      if (batch.more) this.#later(() => void this.#sync(), 0);
    });
  }

  /** [W9] Asks for the whole state until it is there: without it nothing that the phone keeps is sent. */
  async #sync(): Promise<void> {
    clearTimeout(this.#again);
    this.#turn += 1;
    const turn = this.#turn;
    const before = this.#state;
    const page = await this.#page(turn, () => this.#sync());
    if (!page) return;
    this.#unconfirmed = new Set(page.answer.more && this.#state.rebuttals.keys());
    this.#follow(page.answer, before, page.crossing);
    if (page.answer.more) await this.#goOn(turn, page.answer.more);
  }

  /** [R15] Asks for the pages that follow, until what is here is all there is. */
  async #goOn(turn: number, after: PageEnd): Promise<void> {
    const page = await this.#page(turn, () => this.#goOn(turn, after), after);
    if (!page) return;
    this.#confirm(page.answer.rebuttals);
    this.#update(withPage(this.#state.rebuttals, page.answer, page.crossing));
    if (page.answer.more) await this.#goOn(turn, page.answer.more);
    else this.#update({ rebuttals: without(this.#state.rebuttals, this.#unconfirmed) });
  }

  /** A page, and what came meanwhile; null where it is not the newest question, or there was no answer and `again` follows. */
  async #page(turn: number, again: () => Promise<void>, after?: PageEnd) {
    this.#crossing = [];
    const answer: Answer<Synced> | null = await this.#ask("sync", after ? { after } : {});
    if (turn !== this.#turn) return null;
    const crossing = this.#crossing;
    this.#crossing = null;
    if (answer?.ok) return { answer, crossing };
    if (!this.#socket.connected) return null;
    if (answer) this.#later(() => void again(), answer.retryAfter ?? 1);
    else {
      // A link may be dead without saying so. The engine waits for it until its next ping is missed.
      this.#socket.disconnect();
      this.#later(() => this.#socket.connect(), 0);
    }
    return null;
  }

  #confirm(told: readonly Rebuttal[]): void {
    for (const { id } of told) this.#unconfirmed.delete(id);
  }

  /** Takes over an answer; `before` is from when it was asked for. */
  #follow(answer: Synced, before: LiveState, crossing: readonly RebuttalBatch[]): void {
    const offset = answer.now - Date.now();
    if (Math.abs(offset - this.#clockOffset) > CLOCK_NOISE) this.#clockOffset = offset;
    this.#keep(answer.session);
    this.#confirm(answer.rebuttals);
    this.#update({
      ...followed(this.#state, { answer, before, crossing }),
      connection: "live",
      canStore: this.#canStore,
    });
  }

  #later(act: () => void, seconds: number): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(act, soon(seconds));
  }

  #end(connection: "removed" | "gone"): void {
    this.#turn += 1;
    clearTimeout(this.#again);
    this.#update({ connection });
  }

  // The newer wins: messages and answers may cross.
  #keep(told: Snapshot): void {
    if (told.version < this.#state.snapshot.version) return;
    const { phaseEndsAt, ...rest } = told;
    // Timers run by this device's clock, whatever it says.
    const snapshot =
      phaseEndsAt === undefined ? rest : { ...rest, phaseEndsAt: phaseEndsAt - this.#clockOffset };
    this.#update({ snapshot, ...afterSnapshot(this.#state, snapshot) });
  }

  #update(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
