import { connect, type Socket } from "node:net";
import { BALLOT_ID } from "#server/capacity/phones/ballot.ts";
import { clientFrame, readFrames, type TakeText } from "#server/capacity/phones/frames.ts";

const UPGRADE = "/socket.io/?EIO=4&transport=websocket";
const END_OF_HEADERS = "\r\n\r\n";
const PONG = clientFrame("3");
/** The read buffer of all connections: data is handled at once, and an incomplete frame is copied. */
const INBOX = Buffer.alloc(256 * 1024);

// The first letters of Engine.IO's and Socket.IO's packets.
const [OPEN, PING, MESSAGE] = [0x30, 0x32, 0x34];
const [CONNECTED, EVENT, ANSWER, REFUSED] = [0x30, 0x32, 0x33, 0x34];
const BRACKET = 0x5b;
const SYNCED = Buffer.from('["synced",{"ok":true');

let phones = 0;

/** An address of its own for each phone, as of a trusted proxy: one address may take only 6,000 seats. */
export function nextAddress(): string {
  phones += 1;
  return `10.${(phones >> 16) & 0xff}.${(phones >> 8) & 0xff}.${phones & 0xff}`;
}

/**
 * One student's connection, without a client library, which would use more CPU than the server. Incoming data
 * is inspected in the read buffer, and parsed into objects only on request.
 */
export class PhoneConnection {
  readonly #socket: Socket;
  readonly #requests = new Map<number, (answer: unknown) => void>();
  #nextId = BALLOT_ID + 1;
  #isUpgraded = false;
  #unfinished: Buffer | undefined;
  #auth: object = {};
  #letIn: () => void = () => undefined;
  #lose: (reason: Error) => void = () => undefined;
  readonly #lost = new Promise<never>((_, reject) => {
    this.#lose = reject;
  });
  /** Live messages received, without acknowledgements and pings. */
  messages = 0;
  /** All bytes received, frames and acknowledgements included. */
  bytes = 0;
  onEvent: TakeText = () => undefined;
  onBallot: TakeText = () => undefined;
  onClose: () => void = () => undefined;

  constructor(address: string, cookie = "") {
    const { hostname, port, host } = new URL(address);
    const onread = { buffer: INBOX, callback: (length: number) => this.#read(length) };
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true, onread });
    this.#lost.catch(() => undefined); // each call that waits gets the error from its own race
    this.#socket.on("error", (error) => this.#lose(error));
    this.#socket.on("close", () => {
      this.#lose(new Error("closed"));
      this.onClose();
    });
    const key = Buffer.from("a key of sixteen").toString("base64");
    const headers = [
      `Host: ${host}`,
      `X-Forwarded-For: ${nextAddress()}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      `Sec-WebSocket-Key: ${key}`,
      "Sec-WebSocket-Version: 13",
      ...(cookie === "" ? [] : [`Cookie: ${cookie}`]),
    ];
    this.#socket.write(`GET ${UPGRADE} HTTP/1.1\r\n${headers.join("\r\n")}${END_OF_HEADERS}`);
  }

  /** Resolves when the session has let this seat in. */
  enter(auth: object): Promise<void> {
    this.#auth = auth;
    const entered = new Promise<void>((resolve) => {
      this.#letIn = resolve;
    });
    return Promise.race([entered, this.#lost]);
  }

  /** `enter` with the version that the client has: resolves with the first snapshot, which the server sends at once. */
  async arrive(auth: { version: number } & Record<string, unknown>): Promise<void> {
    const arrived = new Promise<void>((resolve) => {
      this.onEvent = (bytes, start) => {
        if (bytes.indexOf(SYNCED, start) === start) resolve();
      };
    });
    await this.enter(auth);
    await Promise.race([arrived, this.#lost]);
    this.onEvent = () => undefined;
  }

  /** Resolves with the answer, and never if the connection is lost before. */
  send(name: string, payload: object): Promise<unknown> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      this.#requests.set(id, resolve);
      this.write(clientFrame(`42${id}${JSON.stringify([name, payload])}`));
    });
  }

  /** Resolves with the client's first snapshot. */
  async sync(): Promise<void> {
    await Promise.race([this.send("sync", {}), this.#lost]);
  }

  write(frame: Buffer): void {
    this.#socket.write(frame);
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(length: number): true {
    const bytes = this.#unfinished ? Buffer.concat([this.#unfinished, INBOX.subarray(0, length)]) : INBOX;
    const end = this.#unfinished ? bytes.length : length;
    if (this.#isUpgraded) this.bytes += length;
    const done = this.#isUpgraded ? readFrames(bytes, 0, end, this.#take) : this.#readUpgrade(bytes, end);
    this.#unfinished = done < end ? Buffer.from(bytes.subarray(done, end)) : undefined;
    return true;
  }

  #readUpgrade(bytes: Buffer, end: number): number {
    const headers = bytes.toString("latin1", 0, end).split(END_OF_HEADERS, 1)[0] ?? "";
    if (headers.length === end) return 0;
    if (!headers.startsWith("HTTP/1.1 101")) {
      this.#lose(new Error(headers));
      return end;
    }
    this.#isUpgraded = true;
    const from = headers.length + END_OF_HEADERS.length;
    this.bytes += end - from;
    return readFrames(bytes, from, end, this.#take);
  }

  #take: TakeText = (bytes, start, end) => {
    const packet = bytes[start];
    if (packet === MESSAGE) this.#takeMessage(bytes, start + 1, end);
    else if (packet === PING) this.write(PONG);
    else if (packet === OPEN) this.write(clientFrame(`40${JSON.stringify(this.#auth)}`));
  };

  #takeMessage(bytes: Buffer, start: number, end: number): void {
    switch (bytes[start]) {
      case ANSWER:
        if (bytes[start + 1] === 0x30 + BALLOT_ID && bytes[start + 2] === BRACKET)
          this.onBallot(bytes, start + 2, end);
        else this.#settle(bytes.toString("utf8", start + 1, end));
        break;
      case EVENT:
        this.messages += 1;
        this.onEvent(bytes, start + 1, end);
        break;
      case CONNECTED:
        this.#letIn();
        break;
      case REFUSED:
        this.#lose(new Error(bytes.toString("utf8", start + 1, end)));
        break;
    }
  }

  #settle(answer: string): void {
    const id = Number.parseInt(answer, 10);
    this.#requests.get(id)?.((JSON.parse(answer.slice(answer.indexOf("["))) as [unknown])[0]);
    this.#requests.delete(id);
  }
}
