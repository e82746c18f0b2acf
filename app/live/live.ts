"use client";
import { ASK_AGAIN, afterRefusal } from "#app/live/after-refusal.ts";
import { type Identity, type LiveSocket, makeSocket } from "#app/live/live-socket.ts";
import {
  afterBatch,
  afterSnapshot,
  followed,
  inOwnTime,
  type LiveState,
  type Start,
  startingState,
} from "#app/live/live-state.ts";
import { newerThan, newestBallots, without, withPage } from "#app/live/newest.ts";
import { onOffline, onWake } from "#app/live/on-wake.ts";
import { Presses } from "#app/live/presses.ts";
import { until } from "#app/live/until.ts";
import { inTime } from "#app/shared/in-time.ts";
import type { Answer, ClientEvents, Synced, Unchanged } from "#debate/protocol/events.ts";
import type { PageEnd, Rebuttal, RebuttalBatch, Snapshot } from "#debate/rules/snapshot.ts";

type Payload<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>[0];
type Pushed = Answer<Synced | Unchanged>;
type Reply<Name extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[Name]>[1]>[0];

const ACKNOWLEDGE_WITHIN = 8_000;
/** [W20] Within this time a press in the control room is confirmed or dropped, in milliseconds. */
const PRESS_WITHIN = 2_000;
/** Phones that failed together do not come back in the same moment; in milliseconds. */
const soon = (seconds: number) => seconds * 1_000 + Math.random() * 2_000;
/** Below this a difference of clocks is the time that an answer took. */
const CLOCK_NOISE = 2_000;

/** One page's connection to its session: the newest state, and a way to send. */
export class Live {
  #state: LiveState;
  #listeners = new Set<() => void>();
  /** Null until Socket.IO is loaded. */
  #socket: LiveSocket | null = null;
  #making: Promise<LiveSocket> | null = null;
  /** The newest snapshot as it was received: by the server's clock. */
  #received: Snapshot;
  /** The server's clock less this device's, in milliseconds. */
  #clockOffset = 0;
  /** True until the server says on this connection that it can't save; it says nothing while it can. */
  #canStore = true;
  /** True until the first answer on this connection: a database that was restored meanwhile has an older state. */
  #hasNoAnswer = true;
  /** Which `sync` is the newest; the answers to others no longer count. */
  #turn = 0;
  /** What came while the newest `sync` was on its way. */
  #crossing: RebuttalBatch[] | null = null;
  /** [R15] Rebuttals known from before that no page of the sync has contained yet. */
  #unconfirmed = new Set<string>();
  readonly #identity: Identity;
  /** [W13] The version of what it was rendered with, until this page has been connected: from then on it may have missed something. */
  #version: number;
  /** Takes the answer that the server gives to a handshake. */
  #takeSynced: (answer: Pushed) => void = () => undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #presses = new Presses();

  constructor(identity: Identity, start: Start) {
    this.#state = startingState(start);
    this.#identity = identity;
    this.#received = start.snapshot;
    this.#version = start.more ? 0 : (start.version ?? 0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): LiveState => this.#state;

  /** The server's time, as well as this device knows it. */
  readonly now = (): number => Date.now() + this.#clockOffset;

  /** Connects and keeps in step until the returned function is called. */
  readonly start = (): (() => void) => {
    let isOver = false;
    const endOffline = onOffline(() => {
      // [W20] Only a request shows whether the server can still be reached: it may run on this computer.
      if (this.#identity.as === "host" && this.#state.connection === "live")
        void this.#sync(undefined, PRESS_WITHIN);
    });
    const endWatch = onWake(() => {
      if (this.#socket?.connected) void this.#sync();
      // A seat that was taken away may have been given back.
      else if (this.#state.connection !== "gone") this.#socket?.connect();
    });
    this.#later(() => this.#update({ connection: "reconnecting" }), 2);
    void this.#made().then((socket) => {
      clearTimeout(this.#again);
      if (!isOver) socket.connect();
    });
    return () => {
      isOver = true;
      endWatch();
      endOffline();
      clearTimeout(this.#again);
      this.#socket?.disconnect();
    };
  };

  #made(): Promise<LiveSocket> {
    const auth = () => ({ ...this.#identity, version: this.#version });
    this.#making ??= makeSocket(auth, this.#identity.as).then((socket) => {
      this.#listen(socket);
      this.#socket = socket;
      return socket;
    });
    return this.#making;
  }

  /** Sends and waits for the acknowledgement; `busy` when none came in time, and nothing may be assumed then. */
  async send<Name extends keyof ClientEvents>(name: Name, payload: Payload<Name>): Promise<Reply<Name>> {
    if (this.#identity.as === "host") return this.#press(name, payload);
    const answer = await this.#ask(name, payload);
    // [W9] The link may be dead: asking for the state finds out, unless that is being asked already.
    if (!answer && this.#socket?.connected && !this.#crossing) void this.#sync();
    return answer ?? ({ ok: false, code: "busy" } as Reply<Name>);
  }

  /** [W20] The same for the control room: `late` where it wasn't confirmed in time, and then it is never carried out later. */
  async #press<Name extends keyof ClientEvents>(name: Name, payload: Payload<Name>): Promise<Reply<Name>> {
    const end = performance.now() + PRESS_WITHIN;
    await until(this, ({ connection }) => connection !== "connecting", PRESS_WITHIN);
    const socket = this.#state.connection === "live" ? this.#socket : null;
    const answer = socket && (await this.#presses.send(socket, end, name, payload));
    if (answer && (answer.ok || answer.code !== "late")) return answer;
    this.#update({ unconfirmed: true });
    if (socket) this.#reconnect(socket);
    return { ok: false, code: "late" } as Reply<Name>;
  }

  /** Requests the whole state and applies it. Resolves to the newest state. */
  async resync(): Promise<Snapshot> {
    await this.#sync();
    return this.#state.snapshot;
  }

  async #ask<Name extends keyof ClientEvents>(
    name: Name,
    payload: Payload<Name>,
    within = ACKNOWLEDGE_WITHIN,
  ): Promise<Reply<Name> | null> {
    const socket = this.#socket ?? (await inTime(this.#made(), ACKNOWLEDGE_WITHIN));
    if (!socket) return null;
    try {
      return await socket.timeout(within).emitWithAck(name, ...([payload] as never));
    } catch {
      return null;
    }
  }

  /** Shows a change before the server has confirmed it. */
  assume(change: Partial<Pick<LiveState, "you" | "rebuttals">>): void {
    this.#update(change);
  }

  #listen(socket: LiveSocket): void {
    if (this.#identity.as === "host") this.#presses.listen(socket);
    socket.on("connect", () => {
      this.#canStore = true;
      this.#hasNoAnswer = true;
      this.#version = 0;
      void this.#sync(this.#pushed());
    });
    socket.on("synced", (answer) => this.#takeSynced(answer));
    socket.on("disconnect", (reason) => {
      if (this.#state.connection === "removed" || this.#state.connection === "gone") return;
      this.#update({ connection: "reconnecting", writing: 0 });
      if (reason === "io server disconnect") socket.connect();
    });
    socket.on("connect_error", (error) => {
      if (error.message === "timeout") socket.io.opts.transports?.reverse();
      const { connection, retryAfter } = afterRefusal(error, this.#state.connection);
      if (connection === "removed" || connection === "gone") this.#end(connection);
      else {
        this.#update({ connection });
        if (retryAfter !== undefined) this.#later(() => socket.connect(), retryAfter);
      }
    });
    socket.on("session", (snapshot) => this.#keep(snapshot));
    socket.on("result", (result) => this.#update({ result }));
    socket.on("picked", (picked) => this.#update({ picked }));
    socket.on("mine", (you) => this.#update({ you: newestBallots(you, this.#state.you) }));
    socket.on("writing", ({ count: writing }) => this.#update({ writing }));
    socket.on("roster", (roster) => this.#update({ roster }));
    socket.on("log", (log) => this.#update({ log }));
    socket.on("removed", () => this.#end("removed"));
    socket.on("gone", () => this.#end("gone"));
    socket.on("storage", ({ working }) => {
      this.#canStore = working;
      this.#update({ canStore: working });
    });
    socket.on("rebuttals", (batch) => {
      this.#crossing?.push(batch);
      this.#confirm(batch.changed);
      this.#update(afterBatch(this.#state, batch));
      if (batch.more) this.#later(() => void this.#sync(), 0);
    });
  }

  /** [W13] What the server sends unasked after a handshake; null if it did not come in time. */
  #pushed(): Promise<Pushed | null> {
    const pushed = new Promise<Pushed>((resolve) => {
      this.#takeSynced = resolve;
    });
    return inTime(pushed, ACKNOWLEDGE_WITHIN);
  }

  /**
   * [W9] Asks for the whole state until it is there: without it nothing that the phone keeps is sent. `pushed`: the answer
   * comes unasked.
   */
  async #sync(pushed?: Promise<Pushed | null>, within = ACKNOWLEDGE_WITHIN): Promise<void> {
    clearTimeout(this.#again);
    this.#turn += 1;
    const turn = this.#turn;
    const before = this.#state;
    const ask = () => this.#ask("sync", {}, within);
    // A connection that works may still be one to a server that does not answer handshakes.
    const mayAsk = () => turn === this.#turn && this.#socket?.connected;
    const asked = pushed?.then((answer) => answer ?? (mayAsk() ? ask() : null)) ?? ask();
    const page = await this.#page(turn, () => this.#sync(), asked);
    if (!page) return;
    if ("unchanged" in page.answer) return this.#stay(page.answer);
    this.#unconfirmed = new Set(page.answer.more && this.#state.rebuttals.keys());
    const { answer, crossing } = page;
    this.#follow(answer, before, crossing);
    if (answer.more) await this.#goOn(turn, answer.more);
  }

  /** [R15] Requests the following pages until all are here. */
  async #goOn(turn: number, after: PageEnd): Promise<void> {
    const page = await this.#page<Synced>(turn, () => this.#goOn(turn, after), this.#ask("sync", { after }));
    if (!page) return;
    this.#confirm(page.answer.rebuttals);
    this.#update(withPage(this.#state.rebuttals, page.answer, page.crossing));
    if (page.answer.more) await this.#goOn(turn, page.answer.more);
    else this.#update({ rebuttals: without(this.#state.rebuttals, this.#unconfirmed), hasAll: true });
  }

  /** A page, and what came meanwhile; null where it is not the newest question, or there was no answer and `again` follows. */
  async #page<Given extends Synced | Unchanged>(
    turn: number,
    again: () => Promise<void>,
    asked: Promise<Answer<Given> | null>,
  ) {
    this.#crossing = [];
    const answer = await asked;
    if (turn !== this.#turn) return null;
    const crossing = this.#crossing;
    this.#crossing = null;
    if (answer?.ok) return { answer, crossing };
    const socket = this.#socket;
    if (!socket?.connected) return null;
    if (answer) this.#later(() => void again(), answer.retryAfter ?? 1);
    else this.#reconnect(socket);
    return null;
  }

  /** A link may be dead without saying so. The engine waits for it until its next ping is missed. */
  #reconnect(socket: LiveSocket): void {
    if (!socket.connected) return;
    socket.disconnect();
    this.#later(() => socket.connect(), 0);
  }

  #confirm(received: readonly Rebuttal[]): void {
    for (const { id } of received) this.#unconfirmed.delete(id);
  }

  /** [W13] The page has been rendered with all there is, but by another clock. */
  #stay({ participantId, now }: Unchanged): Promise<void> | void {
    // [W19] The cookie has become another seat's since: what that one has is not here.
    if (participantId !== undefined && participantId !== this.#state.you?.participantId) return this.#sync();
    this.#setClock(now);
    this.#keep(this.#received);
    this.#update({ connection: "live", unconfirmed: false, canStore: this.#canStore, hasAll: true });
  }

  #setClock(now: number): void {
    const offset = now - Date.now();
    if (Math.abs(offset - this.#clockOffset) > CLOCK_NOISE) this.#clockOffset = offset;
  }

  /** Takes over an answer; `before` is from when it was asked for. */
  #follow(answer: Synced, before: LiveState, crossing: readonly RebuttalBatch[]): void {
    this.#setClock(answer.now);
    // Of one version a pushed snapshot is the newer: what changes after it is pushed, too.
    const isCrossed = this.#state.snapshot !== before.snapshot;
    const isPushed = isCrossed && answer.session.version === this.#received.version;
    this.#keep(isPushed ? this.#received : answer.session, this.#hasNoAnswer && !isCrossed);
    this.#hasNoAnswer = false;
    this.#confirm(answer.rebuttals);
    for (const { changed } of newerThan(answer.cursor, crossing)) this.#confirm(changed);
    this.#update({
      ...followed(this.#state, { answer, before, crossing }),
      connection: "live",
      unconfirmed: false,
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
    if (connection === "removed") this.#later(() => this.#socket?.connect(), ASK_AGAIN);
  }

  // The newer wins: messages and answers may cross.
  #keep(received: Snapshot, isNewest = false): void {
    if (!isNewest && received.version < this.#state.snapshot.version) return;
    this.#received = received;
    const snapshot = inOwnTime(received, this.#clockOffset);
    this.#update({ snapshot, ...afterSnapshot(this.#state, snapshot) });
  }

  #update(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
