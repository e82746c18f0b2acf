import { once } from "node:events";
import path from "node:path";
import { WebSocket } from "ws";

/** Node's options that start the inspector. */
export const INSPECTED = ["--inspect=127.0.0.1:0"];

/** One thread of a program. Its methods are those of the Chrome DevTools protocol. */
export type Thread = { name: string; call<T>(method: string, params?: object): Promise<T> };

type Incoming = { id?: number; result?: unknown; method?: string; params?: WorkerMessage };
type WorkerMessage = { sessionId: string; message: string; workerInfo: { url: string } };

/** All threads of a program that was started with an inspector, the main one first. */
async function inspect(address: string | undefined) {
  if (address === undefined) throw new Error("started without an inspector");
  const socket = new WebSocket(address);
  await once(socket, "open");
  const waiting = new Map<number, (result: unknown) => void>();
  const threads: Thread[] = [];
  let last = 0;

  /** A worker thread, whose messages are wrapped. */
  function thread(name: string, tell: (message: string) => void): Thread {
    return {
      name,
      call: <T>(method: string, params = {}) =>
        new Promise<T>((resolve) => {
          last += 1;
          waiting.set(last, resolve as (result: unknown) => void);
          tell(JSON.stringify({ id: last, method, params }));
        }),
    };
  }

  function hear({ id, result, method, params }: Incoming): void {
    if (id !== undefined) waiting.get(id)?.(result);
    if (!params) return;
    const { sessionId, message, workerInfo } = params;
    if (method === "NodeWorker.attachedToWorker")
      threads.push(
        thread(path.parse(workerInfo.url).name, (told) => {
          void main.call("NodeWorker.sendMessageToWorker", { sessionId, message: told });
        }),
      );
    if (method === "NodeWorker.receivedMessageFromWorker") hear(JSON.parse(message) as Incoming);
  }

  const main = thread("main-thread", (message) => socket.send(message));
  threads.push(main);
  socket.on("message", (data) => hear(JSON.parse(data.toString()) as Incoming));
  await main.call("NodeWorker.enable", { waitForDebuggerOnStart: false });
  return { main, threads, close: () => socket.close() };
}

/** Bytes: resident in memory, and what JavaScript and its buffers hold. */
export type Memory = { resident: number; heap: number };

/** Runs garbage collection in a program's processes, and adds up what they still hold. */
export async function memoryLeft(addresses: string[]): Promise<Memory> {
  if (addresses.length === 0) throw new Error("started without an inspector");
  const each = await Promise.all(addresses.map(memoryOfProcess));
  return {
    resident: each.reduce((sum, { resident }) => sum + resident, 0),
    heap: each.reduce((sum, { heap }) => sum + heap, 0),
  };
}

async function memoryOfProcess(address: string): Promise<Memory> {
  const { main, threads, close } = await inspect(address);
  // Twice: what the first collection finalises is free only after the second.
  for (const { call } of [...threads, ...threads]) await call("HeapProfiler.collectGarbage");
  const { result } = await main.call<{ result: { value: NodeJS.MemoryUsage } }>("Runtime.evaluate", {
    expression: "process.memoryUsage()",
    returnByValue: true,
  });
  close();
  return { resident: result.value.rss, heap: result.value.heapUsed + result.value.external };
}
