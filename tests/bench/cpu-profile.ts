import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { partOf } from "#tests/bench/parts.ts";

type CallFrame = { functionName: string; url: string; lineNumber: number; columnNumber: number };
type Node = { id: number; callFrame: CallFrame; children?: number[] };
/** As V8's profiler writes it; times in microseconds. */
export type CpuProfile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };

/** Microseconds that a function itself took, without those that it called. */
export type SelfTime = { name: string; place: string; part: string; time: number };

/** The server's bundle, whose functions are named by the files that they come from. */
const BUNDLE = "dist/server.js";

/** The self times of all functions of one thread, the longest first. */
export function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): SelfTime[] {
  const timeOf = new Map<number, number>();
  // A sample's time runs until the next one.
  for (const [index, id] of samples.entries())
    timeOf.set(id, (timeOf.get(id) ?? 0) + (timeDeltas[index + 1] ?? 0));
  return byFunction(nodes, timeOf);
}

function byFunction(nodes: Node[], timeOf: Map<number, number>): SelfTime[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callerOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const placeOf = createPlaces();
  const functions = new Map<string, SelfTime>();
  for (const [id, time] of timeOf) {
    const callFrame = byId.get(id)?.callFrame;
    if (!callFrame) continue;
    const name = callFrame.functionName || "(anonymous)";
    const place = placeOf(whoCalled(callFrame, id));
    const isNative = callFrame.url === "";
    const shown = isNative && place ? `native, from ${place}` : place;
    const known = functions.get(`${name} ${shown}`);
    if (known) known.time += time;
    else functions.set(`${name} ${shown}`, { name, place: shown, part: partOf(name, place, isNative), time });
  }
  return [...functions.values()].sort((one, other) => other.time - one.time);

  /** Native code counts for its caller. */
  function whoCalled(callFrame: CallFrame, id: number): CallFrame {
    let frame = callFrame;
    for (let at: number | undefined = id; at !== undefined && !frame.url; at = callerOf.get(at))
      frame = byId.get(at)?.callFrame ?? frame;
    return frame;
  }
}

/** Names a function's file, from the project's folder, and its line. */
function createPlaces(): (frame: CallFrame) => string {
  const root = pathToFileURL(`${process.cwd()}/`).href;
  const bundle = new SourceMap(JSON.parse(readFileSync(`${BUNDLE}.map`, "utf8")));
  return ({ url, lineNumber, columnNumber }) => {
    const file = url.replace(root, "");
    if (file !== BUNDLE) return file && `${file}:${lineNumber + 1}`;
    const entry = bundle.findEntry(lineNumber, columnNumber);
    if (!("originalSource" in entry)) return `${file}:${lineNumber + 1}`;
    return `${path.join(path.dirname(BUNDLE), entry.originalSource)}:${entry.originalLine + 1}`;
  };
}
