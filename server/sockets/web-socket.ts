import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { type Server, type ServerOptions, WebSocket, WebSocketServer } from "ws";

type Data = Parameters<WebSocket["send"]>[0];
type Done = (error?: Error) => void;
type Options = Exclude<Parameters<WebSocket["send"]>[1], undefined>;

/** For so long messages are handled before the event loop has its next turn, in milliseconds. */
const SLICE = 4;
/** The first byte of a whole text message, and the length up to which the second one holds it. */
const TEXT = 0x81;
const SHORT = 125;

/** What was read and not handled yet, in the order in which it came. */
let unheard: (() => void)[] = [];
let next = 0;

function hearSlice(): void {
  const end = performance.now() + SLICE;
  for (; next < unheard.length; next += 1) {
    if (performance.now() > end) {
      setImmediate(hearSlice);
      return;
    }
    unheard[next]?.();
  }
  unheard = [];
  next = 0;
}

/**
 * Lets a connection be heard in slices. Whatever has arrived, from however many connections, is read in one turn of the
 * event loop; were it handled there too, nothing else would have its turn before the last of thousands was heard.
 */
function hearInSlices(socket: Socket): void {
  const { emit } = EventEmitter.prototype;
  const chunks: unknown[] = [];
  const hear = (): void => {
    if (chunks.length > 0) emit.call(socket, "data", chunks.shift());
  };
  socket.emit = (event: string | symbol, ...told: unknown[]): boolean => {
    if (event === "data") {
      if (unheard.length === 0) setImmediate(hearSlice);
      unheard.push(hear);
      return chunks.push(told[0]) > 0;
    }
    // What was said before the end is heard before it.
    while (chunks.length > 0) hear();
    return emit.call(socket, event, ...told);
  };
}

class RoomSocket extends WebSocket {
  raw: Socket | undefined;

  /** Short texts, as acknowledgements are, leave in one piece: ws writes header and text apart, which costs more. */
  override send(data: Data, options?: Options | Done, done?: Done): void {
    if (typeof options !== "function") super.send(data, options ?? {}, done);
    else if (this.raw && this.readyState === WebSocket.OPEN && isShort(data))
      this.raw.write(String.fromCharCode(TEXT, data.length) + data, "latin1", (error) =>
        options(error ?? undefined),
      );
    else super.send(data, options);
  }
}

function isShort(data: Data): data is string {
  return typeof data === "string" && data.length <= SHORT && Buffer.byteLength(data) === data.length;
}

/** What Engine.IO makes its WebSockets with: as ws does, but for rooms in which thousands speak at once. */
export class RoomSocketServer extends WebSocketServer<typeof RoomSocket> {
  constructor(options: ServerOptions<typeof RoomSocket>) {
    super({ ...options, WebSocket: RoomSocket });
  }

  override handleUpgrade(...upgrade: Parameters<Server<typeof RoomSocket>["handleUpgrade"]>): void {
    const [request, socket, head, done] = upgrade;
    super.handleUpgrade(request, socket, head, (client, asked) => {
      client.raw = socket as Socket;
      hearInSlices(client.raw);
      done(client, asked);
    });
  }
}
