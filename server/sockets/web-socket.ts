import type { Socket } from "node:net";
import { type Server, type ServerOptions, WebSocket, WebSocketServer } from "ws";
import { FrameLimit } from "#server/sockets/frame-limit.ts";
import { Inbox, ReadQueue, type Traffic } from "#server/sockets/read-queue.ts";

type Data = Parameters<WebSocket["send"]>[0];
type Done = (error?: Error) => void;
type Options = Exclude<Parameters<WebSocket["send"]>[1], undefined>;

/** The first byte of a whole text message, and the length up to which the second one holds it. */
const TEXT = 0x81;
const SHORT = 125;
/** How long a phone may wait to hear that it is connected because its first state is still read, in milliseconds. */
const HELD_FOR = 1_000;
/** [L10] The most fragments a message may have. ws emits nothing for a fragment, so the frame limit can't count it. */
const FRAGMENTS = 64;

export class RoomSocket extends WebSocket {
  raw: Socket | undefined;
  inbox: Inbox | undefined;
  /** That of its connection, or its own until Engine.IO knows of which it is. */
  limit: FrameLimit | undefined;
  #held: NodeJS.Timeout | undefined;

  /** Short texts leave in one piece: ws writes header and text apart, which costs more. */
  override send(data: Data, options?: Options | Done, done?: Done): void {
    const { raw } = this;
    if (typeof options !== "function") super.send(data, options ?? {}, done);
    else if (!raw || this.readyState !== WebSocket.OPEN || !isShort(data)) super.send(data, options);
    else if (!this.#held) raw.write(frameOf(data), "latin1", (error) => options(error ?? undefined));
    else {
      raw.write(frameOf(data), "latin1");
      options(); // otherwise Engine.IO keeps the next packet until this one has left
    }
  }

  /** Keeps what is sent from now on until `release`, so that it leaves in one piece; at most for a second. */
  hold(): void {
    if (this.#held) return;
    this.#held = setTimeout(() => this.release(), HELD_FOR);
    this.raw?.cork();
  }

  release(): void {
    if (!this.#held) return;
    clearTimeout(this.#held);
    this.#held = undefined;
    this.raw?.uncork();
  }

  override close(code?: number, reason?: string | Buffer): void {
    super.close(code, reason);
    this.release();
  }

  /** Sends a short text if nothing waits before it. Otherwise returns false, and has sent nothing. */
  sendAtOnce(text: string): boolean {
    const { raw } = this;
    const isFree = raw?.writableLength === 0 && this.readyState === WebSocket.OPEN;
    if (!isFree || !isShort(text)) return false;
    raw.write(frameOf(text), "latin1");
    return true;
  }

  /**
   * [L10] Every frame passes here, also while Engine.IO does not listen: before an upgrade, and after a close. Frames
   * over the limit are dropped.
   */
  override emit(event: string | symbol, ...parameters: unknown[]): boolean {
    const isFrame = event === "message" || event === "ping" || event === "pong";
    if (!isFrame || !this.limit || this.limit.mayGoOn()) return super.emit(event, ...parameters);
    this.terminate();
    return false;
  }

  /** Also drops what was already read from the connection, so nothing of it is handled after the cut-off. */
  override terminate(): void {
    this.inbox?.forget();
    super.terminate();
  }
}

/** The WebSocket of a connection; undefined while it polls. */
export function webSocketOf({ transport }: { transport: object }): RoomSocket | undefined {
  const { socket } = transport as { socket?: unknown };
  return socket instanceof RoomSocket ? socket : undefined;
}

function frameOf(text: string): string {
  return String.fromCharCode(TEXT, text.length) + text;
}

function isShort(data: Data): data is string {
  return typeof data === "string" && data.length <= SHORT && Buffer.byteLength(data) === data.length;
}

/** What Engine.IO makes its WebSockets with: as ws does, but for rooms in which thousands speak at once. */
export class RoomSocketServer extends WebSocketServer<typeof RoomSocket> {
  readonly #queue: ReadQueue;

  constructor(traffic: Traffic, options: ServerOptions<typeof RoomSocket>) {
    super({ ...options, WebSocket: RoomSocket, maxFragments: FRAGMENTS });
    this.#queue = new ReadQueue(traffic);
  }

  override handleUpgrade(...upgrade: Parameters<Server<typeof RoomSocket>["handleUpgrade"]>): void {
    const [request, socket, head, done] = upgrade;
    // The answer leaves in one piece with Engine.IO's first packet, which follows in a microtask.
    socket.cork();
    setImmediate(() => socket.uncork());
    super.handleUpgrade(request, socket, head, (client, asked) => {
      client.raw = socket as Socket;
      client.inbox = new Inbox(this.#queue, client.raw);
      client.limit = new FrameLimit(this.#queue.traffic);
      done(client, asked);
    });
  }
}
