import { WebSocket } from "ws";

/** One student's connection, spoken by hand: a client library would cost the generator more than the server. */
export class Wire {
  readonly #socket: WebSocket;
  readonly #acknowledged = new Map<number, (answer: unknown) => void>();
  #next = 0;
  /** Live messages heard, and their bytes; acknowledgements and pings are not among them. */
  messages = 0;
  bytes = 0;
  onEvent: (name: string, payload: unknown) => void = () => undefined;
  onClose: () => void = () => undefined;

  constructor(url: string) {
    this.#socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
  }

  /** Resolves when the session has let this seat in. */
  enter(auth: object): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.on("error", reject);
      this.#socket.on("close", () => {
        reject(new Error("closed"));
        this.onClose();
      });
      this.#socket.on("message", (data) => {
        const frame = data.toString();
        if (frame.startsWith("43")) this.#answer(frame);
        else if (frame.startsWith("42")) this.#hear(frame);
        else if (frame === "2") this.#socket.send("3");
        else if (frame.startsWith("40")) resolve();
        else if (frame.startsWith("44")) reject(new Error(frame));
        else if (frame.startsWith("0")) this.#socket.send(`40${JSON.stringify(auth)}`);
      });
    });
  }

  send(name: string, payload: object): Promise<unknown> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve) => {
      this.#acknowledged.set(id, resolve);
      this.#socket.send(`42${id}${JSON.stringify([name, payload])}`);
    });
  }

  close(): void {
    this.#socket.terminate();
  }

  #answer(frame: string): void {
    const at = frame.indexOf("[");
    const id = Number(frame.slice(2, at));
    const [answer] = JSON.parse(frame.slice(at)) as [unknown];
    this.#acknowledged.get(id)?.(answer);
    this.#acknowledged.delete(id);
  }

  #hear(frame: string): void {
    this.messages += 1;
    this.bytes += Buffer.byteLength(frame);
    const [name, payload] = JSON.parse(frame.slice(2)) as [string, unknown];
    this.onEvent(name, payload);
  }
}
