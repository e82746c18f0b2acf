import type { Socket } from "node:net";
import { type Server, type ServerOptions, WebSocket, WebSocketServer } from "ws";
import { strangerFrames } from "#server/sockets/rate-limit.ts";
import { createReadQueue, type ReadQueue, type Traffic } from "#server/sockets/read-queue.ts";

type Data = Parameters<WebSocket["send"]>[0];
type Done = (error?: Error) => void;
type Options = Exclude<Parameters<WebSocket["send"]>[1], undefined>;

/** The first byte of a whole text message, and the length up to which the second one holds it. */
const TEXT = 0x81;
const SHORT = 125;
/** [L10] The most fragments of a message. ws emits no event for a fragment. */
const FRAGMENTS = 64;

export class RoomSocket extends WebSocket {
  raw: Socket | undefined;
  forgetUnheard: () => void = () => undefined;
  /** [L10] Asked at every frame: whether the connection may go on. Until Engine.IO knows it, as for any stranger. */
  mayGoOn: () => boolean = strangerFrames();

  /** Short texts, as acknowledgements are, leave in one piece: ws writes header and text apart, which costs more. */
  override send(data: Data, options?: Options | Done, done?: Done): void {
    if (typeof options !== "function") super.send(data, options ?? {}, done);
    else if (this.raw && this.readyState === WebSocket.OPEN && isShort(data))
      this.raw.write(String.fromCharCode(TEXT, data.length) + data, "latin1", (error) =>
        options(error ?? undefined),
      );
    else super.send(data, options);
  }

  /** Also drops bytes that were read and not yet handled. */
  override terminate(): void {
    this.forgetUnheard();
    super.terminate();
  }
}

function isShort(data: Data): data is string {
  return typeof data === "string" && data.length <= SHORT && Buffer.byteLength(data) === data.length;
}

/** What Engine.IO makes its WebSockets with: as ws does, but for rooms in which thousands speak at once. */
export class RoomSocketServer extends WebSocketServer<typeof RoomSocket> {
  readonly #queue: ReadQueue;
  readonly #traffic: Traffic;

  constructor(traffic: Traffic, options: ServerOptions<typeof RoomSocket>) {
    super({ ...options, WebSocket: RoomSocket, maxFragments: FRAGMENTS });
    this.#traffic = traffic;
    this.#queue = createReadQueue(traffic);
  }

  override handleUpgrade(...upgrade: Parameters<Server<typeof RoomSocket>["handleUpgrade"]>): void {
    const [request, socket, head, done] = upgrade;
    super.handleUpgrade(request, socket, head, (client, asked) => {
      client.raw = socket as Socket;
      client.forgetUnheard = this.#queue.take(client.raw);
      const count = (): void => {
        this.#traffic.framesHeard += 1;
        if (!client.mayGoOn()) client.terminate();
      };
      // Also while Engine.IO does not listen: before an upgrade, and after it has closed the connection.
      for (const frame of ["message", "ping", "pong"] as const) client.on(frame, count);
      done(client, asked);
    });
  }
}
