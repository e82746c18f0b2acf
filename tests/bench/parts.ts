// Which part of the program a function belongs to, by its file.

const OUR_OWN = /^(server|debate|app)\//u;
const SQL = "Prisma and better-sqlite3";

/** The parts of the server's time in the order of the table; the first match counts. */
const PARTS: readonly (readonly [name: string, fits: RegExp])[] = [
  ["our own code", OUR_OWN],
  [SQL, /^prisma\/|node_modules\/(@prisma|prisma|better-sqlite3|bindings)\//u],
  ["Socket.IO, Engine.IO and ws", /node_modules\/(socket\.io|engine\.io|ws|@socket\.io)/u],
  ["zod", /node_modules\/zod\//u],
  ["promise hooks (async_hooks)", /^node:(internal\/)?async_hooks|async_local_storage/u],
  ["Next", /node_modules\/next\/|^\.next\//u],
  ["node: sockets and streams", /^node:(internal\/)?(net|stream|streams|http|_http|dgram|buffer|tty)/u],
  ["node: the rest", /^node:/u],
  ["other packages", /node_modules\//u],
];

export const IDLE = "idle";
/** What V8 names in brackets. */
const STATES: ReadonlyMap<string, string> = new Map([
  ["(garbage collector)", "garbage collection"],
  ["(program)", "native code outside of functions"],
  ["(idle)", IDLE],
  ["(root)", IDLE],
]);

/** Native methods of better-sqlite3, which are identified only by their caller. */
const SQLITE = /^(run|get|all|exec|prepare|pragma)$/u;

/** `place` is where it is written, or for native code where it was called from. */
export function partOf(name: string, place: string, isNative: boolean): string {
  const state = STATES.get(name);
  if (state) return state;
  if (isNative && SQLITE.test(name) && OUR_OWN.test(place)) return SQL;
  return PARTS.find(([, fits]) => fits.test(place))?.[0] ?? "native code, called by nobody known";
}
