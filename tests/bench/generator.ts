// The load generator: a process of its own that holds the students' connections and measures what they feel.
import { Wire } from "#tests/bench/wire.ts";

export type Command =
  | { do: "connect"; url: string; auths: object[]; atOnce: number }
  | { do: "loop"; seconds: number; round: string }
  | { do: "burst"; round: string }
  | { do: "phase"; phase: string; timeout: number }
  | { do: "return"; timeout: number; code: string }
  | { do: "heard" }
  | { do: "close" };

/** Milliseconds of each acknowledgement, how many were refused, and how busy this process was (1 = a whole core). */
export type Measured = { times: number[]; refused: number; seconds: number; busy: number };

const CHOICES = ["for", "against", "undecided"];
let wires: Wire[] = [];
let auths: object[] = [];
let url = "";
let seq = 0;

async function handle(command: Command): Promise<unknown> {
  switch (command.do) {
    case "connect":
      ({ url, auths } = command);
      wires = await inTurns(auths, command.atOnce, enter);
      return wires.length;
    case "loop":
      return measured(() => loop(command.seconds, command.round));
    case "burst":
      return measured(() => Promise.all(wires.map((wire, index) => cast(wire, index, command.round))));
    case "phase":
      return skew(command.phase, command.timeout);
    case "return":
      return comeBack(command.timeout);
    case "heard":
      return { messages: wires.map(({ messages }) => messages), bytes: wires.map(({ bytes }) => bytes) };
    case "close":
      for (const wire of wires) wire.close();
      wires = [];
      return null;
  }
}

async function enter(auth: object): Promise<Wire> {
  const wire = new Wire(url);
  await wire.enter(auth);
  return wire;
}

type Vote = { time: number; ok: boolean };

async function cast(wire: Wire, index: number, round: string): Promise<Vote> {
  const started = performance.now();
  seq += 1;
  const answer = await wire.send("ballot:cast", { round, choice: CHOICES[index % 3], seq });
  return { time: performance.now() - started, ok: (answer as { ok: boolean }).ok };
}

async function loop(seconds: number, round: string): Promise<Vote[]> {
  const votes: Vote[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    wires.map(async (wire, index) => {
      while (performance.now() < end) votes.push(await cast(wire, index, round));
    }),
  );
  return votes;
}

async function measured(run: () => Promise<Vote[]>): Promise<Measured> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const votes = await run();
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  return {
    times: votes.map(({ time }) => time),
    refused: votes.filter(({ ok }) => !ok).length,
    seconds,
    busy: (used.user + used.system) / 1e6 / seconds,
  };
}

/** When each connection hears of a phase, from the first to the last, in milliseconds. */
function skew(phase: string, timeout: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const timer = setTimeout(
      () => reject(new Error(`${times.length} of ${wires.length} heard of ${phase}`)),
      timeout,
    );
    for (const wire of wires)
      wire.onEvent = (_name, payload) => {
        if ((payload as { phase?: string }).phase !== phase) return;
        wire.onEvent = () => undefined;
        times.push(performance.now());
        if (times.length < wires.length) return;
        clearTimeout(timer);
        const first = Math.min(...times);
        resolve(times.map((time) => time - first));
      };
    process.send?.({ ready: "phase" });
  });
}

/** Reconnects and syncs everybody, as clients do after a restart; the milliseconds until each is in step. */
async function comeBack(timeout: number): Promise<number[]> {
  const started = performance.now();
  const returned = await inTurns(auths, auths.length, async (auth) => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1_000));
      try {
        const wire = await enter(auth);
        await wire.send("sync", {});
        return { wire, time: performance.now() - started };
      } catch (error) {
        if (performance.now() - started > timeout) throw error;
      }
    }
  });
  wires = returned.map(({ wire }) => wire);
  return returned.map(({ time }) => time);
}

async function inTurns<T, R>(items: T[], atOnce: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(run))));
  return results;
}

process.on("message", (command: Command) => {
  handle(command).then(
    (done) => process.send?.({ done }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
