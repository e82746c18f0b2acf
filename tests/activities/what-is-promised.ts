import type { Identity } from "#debate/rules/session-options.ts";
import type { Client } from "#tests/support/client.ts";
import type { Look } from "#tests/support/promise-looks.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** The class in which the promise is tested. Ada is the first of its students. */
export type PromisedClass = {
  host: Client;
  students: readonly Client[];
  settings: GivenSettings;
  /** Does something while Cleo, who only looks, is away. */
  withoutCleo: <Done>(does: () => Promise<Done>) => Promise<Done>;
};

export type Moment = "reading" | "rebuttal" | "covered" | "open";

/** [V47] What the test of the promise does with an activity, and looks for. */
export type WhatIsPromised = {
  /** Of the class that plays it; without it, none does. */
  settings?: (identity: Identity) => NonNullable<GivenSettings["activities"]>;
  /** Each message that a client can send, with a payload that is refused or changes nothing. */
  messages?: Readonly<Record<string, object>>;
  /** How each of its facts is found in what an audience receives. */
  found?: Readonly<Record<string, Look>>;
  /** What the class does while it reads and argues, before the reveal, and once the results are open. */
  does?: { [at in Moment]?: (room: PromisedClass) => Promise<void> };
  /** What it does between rebuttals and the last vote; resolves to the partner with whom Ada talks. */
  talks?: (room: PromisedClass) => Promise<Client | undefined>;
};
