/** Who gets a turn: an address, and a person within it. */
export type Party = readonly [address: string, person: string];

/** Does work now or later, "first" before all other work. */
type Queue<Refused> = <T>(
  work: () => Promise<T>,
  party?: Party | "first",
  signal?: AbortSignal,
) => Promise<T | Refused>;
type Turn = { start(): Promise<void>; refuse(): void };
type Persons = Map<string, Turn[]>;

const ANYONE: Party = ["", ""];

/**
 * [L14] Does `atOnce` pieces of work at a time, of each address `ofEach`, and lets `waiting` more wait. Addresses take turns,
 * and so do people within an address: a thousand requests of one person delay others by one request. If the queue is full, the
 * party with the most waiting loses its newest. Refused work, or work aborted before it began, resolves with null.
 */
export function createQueue(size: {
  atOnce: number;
  ofEach?: number;
  waiting: number;
}): Queue<null> & { isWaiting(address: string): boolean };
export function createQueue(size?: { atOnce?: number }): Queue<never>;
export function createQueue({
  atOnce = 1,
  ofEach = atOnce,
  waiting = Number.POSITIVE_INFINITY,
}: {
  atOnce?: number;
  ofEach?: number;
  waiting?: number;
} = {}) {
  // Sorted by next turn: a party that had one goes to the end.
  const addresses = new Map<string, Persons>();
  const first: Turn[] = [];
  const runningOf = new Map<string, number>();
  let running = 0;
  let count = 0;

  function startNext(): void {
    while (running < atOnce) {
      const [turn, address] = first.length > 0 ? [first.shift(), ""] : take();
      if (!turn) return;
      void run(turn, address);
    }
  }

  async function run(turn: Turn, address: string): Promise<void> {
    running += 1;
    runningOf.set(address, (runningOf.get(address) ?? 0) + 1);
    await turn.start();
    running -= 1;
    const left = (runningOf.get(address) ?? 0) - 1;
    if (left > 0) runningOf.set(address, left);
    else runningOf.delete(address);
    startNext();
  }

  function add([address, person]: Party, turn: Turn): void {
    const persons = addresses.get(address) ?? new Map<string, Turn[]>();
    const turns = persons.get(person);
    if (turns) turns.push(turn);
    else persons.set(person, [turn]);
    addresses.set(address, persons);
    count += 1;
  }

  function take(): [Turn | undefined, string] {
    for (const [address, persons] of addresses)
      if ((runningOf.get(address) ?? 0) < ofEach)
        for (const [person, turns] of persons) {
          const turn = turns.shift();
          count -= 1;
          persons.delete(person);
          addresses.delete(address);
          if (turns.length > 0) persons.set(person, turns);
          if (persons.size > 0) addresses.set(address, persons);
          return [turn, address];
        }
    return [undefined, ""];
  }

  function leave([address, person]: Party, turn: Turn): boolean {
    const persons = addresses.get(address);
    const turns = persons?.get(person);
    if (!persons || !turns || !remove(turns, turn)) return false;
    count -= 1;
    if (turns.length === 0) persons.delete(person);
    if (persons.size === 0) addresses.delete(address);
    return true;
  }

  /** Whether there is room for one more of this party, perhaps after refusing one of a party with more waiting. */
  function makeRoom([address, person]: Party): boolean {
    const own = addresses.get(address);
    const isOver = own !== undefined && sizeOf(own) >= waiting / addresses.size;
    const [from, persons] = isOver ? ([address, own] as const) : longest(addresses, sizeOf);
    // If each waits only once, refuse the newest.
    if (sizeOf(persons) === 1) return false;
    const [whose, turns] = longest(persons, ({ length }) => length);
    if (persons === own && (own.get(person)?.length ?? 0) >= turns.length) return false;
    const newest = turns.at(-1);
    if (newest && leave([from, whose], newest)) newest.refuse();
    return true;
  }

  const queue: Queue<null> = (work, party = ANYONE, signal) =>
    new Promise((resolve, reject) => {
      const refuse = () => resolve(null);
      const turn: Turn = {
        refuse,
        async start() {
          try {
            resolve(await work());
          } catch (error) {
            reject(error);
          }
        },
      };
      if (signal?.aborted) return refuse();
      if (party === "first") first.push(turn);
      else if (count < waiting || makeRoom(party)) add(party, turn);
      else return refuse();
      signal?.addEventListener("abort", () => {
        if (party === "first" ? remove(first, turn) : leave(party, turn)) refuse();
      });
      startNext();
    });
  return Object.assign(queue, { isWaiting: (address: string) => addresses.has(address) });
}

function sizeOf(persons: Persons): number {
  let size = 0;
  for (const turns of persons.values()) size += turns.length;
  return size;
}

/** The first entry of a map that is not empty. */
function longest<T>(map: Map<string, T>, size: (each: T) => number): [string, T] {
  return [...map].reduce((most, each) => (size(each[1]) > size(most[1]) ? each : most));
}

function remove(turns: Turn[], turn: Turn): boolean {
  const at = turns.indexOf(turn);
  if (at >= 0) turns.splice(at, 1);
  return at >= 0;
}
