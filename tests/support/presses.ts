import type { ClientEvents } from "#debate/protocol/events.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot } from "#tests/support/lesson.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

type Names = keyof ClientEvents & `host:${string}`;
/** One press of the host: what is sent, once what the class did before it is known. */
export type Press = { [Name in Names]: readonly [Name, () => Payload<Name> | Promise<Payload<Name>>] }[Names];
type Payload<Name extends Names> = Parameters<ClientEvents[Name]>[0];

/** A class of four, with its host, and the seat of Zoe. */
export type Seats = Record<(typeof STUDENTS)[number] | "host", Client> & { zoe: string };
export const STUDENTS = ["ada", "bob", "eve", "dan"] as const;
type Presses = (seats: Seats, server: TestServer) => Promise<Press[]>;

/** What a host presses of an activity. */
export type WhatIsPressed = {
  /** How the whole lesson has it, if not as usual. */
  settings?: GivenSettings["activities"];
  /** What the class does in a phase, and what the host presses then. */
  presses: { readonly [phase in Phase]?: Presses };
  /** Presses that read and change nothing. */
  reads?: readonly Names[];
  /** Presses that begin anew when pressed a second time. */
  beginsAnew?: readonly Names[];
};

const CHOICES = { ada: "for", bob: "against", eve: "for", dan: "against" } as const satisfies Record<
  (typeof STUDENTS)[number],
  Choice
>;

export async function vote(seats: Seats, round: Round): Promise<void> {
  for (const name of STUDENTS)
    await sent(
      seats[name].send("ballot:cast", {
        ...ballot(CHOICES[name], round),
        ...(round === "before" && { reason: "Because." }),
      }),
    );
}

export async function sent(answer: Promise<object>): Promise<void> {
  const answered = await answer;
  if (!("ok" in answered && answered.ok)) throw new Error(`refused: ${JSON.stringify(answered)}`);
}
