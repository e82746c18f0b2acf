import type { Choice } from "#debate/rules/choices.ts";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import type { Row } from "#tests/faults/classroom.ts";
import type { Dice } from "#tests/support/chance.ts";
import type { Seat } from "#tests/support/requests.ts";

const CHOICES = ["for", "against", "undecided"] as const;
const TICK = 20;

export type Cast = { seq: number; choice: Choice };
type Answer = { ok: true; seq: number } | { ok: false; code: string };

/** A student who changes their mind, and who casts a ballot again, with the same counter, until it is stored. */
export class Voter {
  readonly participantId: string;
  readonly ticket: string;
  #wire: PhoneConnection | undefined;
  #seq = 0;
  #isAsking = false;
  #onSettled: () => void = () => undefined;
  /** The last ballot that was acknowledged, and the one that still waits. */
  acknowledged: Cast | undefined;
  pending: Cast | undefined;
  acknowledgements = 0;
  readonly refusals: string[] = [];

  constructor({ participantId, ticket }: Seat) {
    this.participantId = participantId;
    this.ticket = ticket;
  }

  get isHere(): boolean {
    return this.#wire !== undefined;
  }

  /** Connects; what was not answered is cast again. */
  async enter(url: string, code: string): Promise<void> {
    const wire = new PhoneConnection(url);
    await wire.enter({ code, ticket: this.ticket });
    wire.onClose = () => {
      if (this.#wire === wire) this.#wire = undefined;
    };
    this.#wire = wire;
    if (this.pending) void this.#cast(wire, this.pending);
  }

  leave(): void {
    this.#wire?.close();
    this.#wire = undefined;
  }

  /** Casts a new ballot, or once more the one that was refused; answers nothing while one is on its way. */
  async vote(choice: Choice): Promise<Answer | undefined> {
    if (!this.#wire || (this.pending && this.#isAsking)) return undefined;
    if (!this.pending) {
      this.#seq += 1;
      this.pending = { seq: this.#seq, choice };
    }
    return this.#cast(this.#wire, this.pending);
  }

  /** Resolves when nothing waits. */
  settled(): Promise<void> {
    if (!this.pending) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onSettled = resolve;
    });
  }

  async #cast(wire: PhoneConnection, cast: Cast): Promise<Answer> {
    this.#isAsking = true;
    const answer = (await wire.send("ballot:cast", { round: "before", ...cast })) as Answer;
    this.#isAsking = false;
    if (!answer.ok) {
      this.refusals.push(answer.code);
      return answer;
    }
    this.acknowledgements += 1;
    this.acknowledged = cast;
    this.pending = undefined;
    this.#onSettled();
    return answer;
  }
}

type Voting = { vote(choice: Choice): Promise<unknown> };
type Acknowledged = Pick<Voter, "participantId" | "acknowledged">;

/** Casts about so many votes a second until it is stopped. The timer sets the pace and nothing else. */
export function startLoad(voters: readonly Voting[], perSecond: number, dice: Dice) {
  const timer = setInterval(() => {
    for (let left = (perSecond * TICK) / 1000; left > 0; left -= 1)
      void dice.pick(voters).vote(dice.pick(CHOICES));
  }, TICK);
  return { stop: () => clearInterval(timer) };
}

export type Comparison = { missing: string[]; duplicates: number };

/** Every acknowledged ballot must be stored, or a newer one of the same seat; each seat has one row. */
export function compare(voters: readonly Acknowledged[], rows: readonly Row[]): Comparison {
  const stored = new Map(rows.map((row) => [row.participantId, row]));
  const missing = voters.flatMap(({ participantId, acknowledged }) => {
    if (!acknowledged) return [];
    const row = stored.get(participantId);
    const isThere =
      row &&
      (row.seq > acknowledged.seq || (row.seq === acknowledged.seq && row.choice === acknowledged.choice));
    return isThere
      ? []
      : [`${participantId}: ${JSON.stringify(acknowledged)}, stored ${JSON.stringify(row)}`];
  });
  return { missing, duplicates: rows.length - stored.size };
}
