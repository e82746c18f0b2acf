/** Who a request counts for: an address, and a person within it. */
export type Party = readonly [address: string, person: string];

type Turn = {
  /** Starts the turn. Resolves when the next one may start. */
  start(): Promise<unknown>;
  /** Called instead of `start` if too many wait. */
  refuse(): void;
};
type Persons = Map<string, Turn[]>;

/**
 * [L14] Runs `atOnce` turns at a time and lets `waiting` more wait. Addresses take turns, and so do people within an
 * address: a thousand requests of one person delay others by one request. If the queue is full, the party with the
 * most waiting loses its newest.
 */
export function createFairQueue({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  // Sorted by next turn: a party that had one goes to the end.
  const addresses = new Map<string, Persons>();
  const first: Turn[] = [];
  let running = 0;
  let count = 0;

  return {
    /** Starts a turn now or later, "first" before all others. Returns a function that cancels it. */
    enter(party: Party | "first", turn: Turn): () => void {
      if (running < atOnce) run(turn);
      else if (party === "first") first.push(turn);
      else if (count < waiting || makeRoom(party)) add(party, turn);
      else turn.refuse();
      return () => (party === "first" ? remove(first, turn) : leave(party, turn));
    },
  };

  function run(turn: Turn): void {
    running += 1;
    void turn.start().finally(() => {
      running -= 1;
      const next = first.shift() ?? take();
      if (next) run(next);
    });
  }

  function add([address, person]: Party, turn: Turn): void {
    const persons = addresses.get(address) ?? new Map<string, Turn[]>();
    const turns = persons.get(person);
    if (turns) turns.push(turn);
    else persons.set(person, [turn]);
    addresses.set(address, persons);
    count += 1;
  }

  function take(): Turn | undefined {
    for (const [address, persons] of addresses)
      for (const [person, turns] of persons) {
        const turn = turns.shift();
        count -= 1;
        persons.delete(person);
        addresses.delete(address);
        if (turns.length > 0) persons.set(person, turns);
        if (persons.size > 0) addresses.set(address, persons);
        return turn;
      }
    return undefined;
  }

  function leave([address, person]: Party, turn: Turn): void {
    const persons = addresses.get(address);
    const turns = persons?.get(person);
    if (!persons || !turns || !remove(turns, turn)) return;
    count -= 1;
    if (turns.length === 0) persons.delete(person);
    if (persons.size === 0) addresses.delete(address);
  }

  /** Whether there is room for one more of this party. It may refuse another one, of the party with more waiting. */
  function makeRoom([address, person]: Party): boolean {
    const own = addresses.get(address);
    const isOver = own !== undefined && sizeOf(own) >= waiting / addresses.size;
    const [from, persons] = isOver ? ([address, own] as const) : longest(addresses, sizeOf);
    const [whose, turns] = longest(persons, ({ length }) => length);
    if (persons === own && (own.get(person)?.length ?? 0) >= turns.length) return false;
    const newest = turns.at(-1) as Turn;
    leave([from, whose], newest);
    newest.refuse();
    return true;
  }
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
