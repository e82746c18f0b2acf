import type { z } from "zod";
import type { Sending } from "#debate/activities/activity.ts";
import { SENDS } from "#debate/activities/index.ts";
import type * as live from "#debate/protocol/answers/live.ts";
import type * as refusals from "#debate/protocol/answers/refusals.ts";
import type { CLIENT_MESSAGES } from "#debate/protocol/client-messages.ts";
import type * as said from "#debate/protocol/server-messages.ts";

export type Synced = z.infer<typeof live.Synced>;
export type Logged = z.infer<typeof live.Logged>;
export type Unchanged = z.infer<typeof said.Unchanged>;
export type Answer<T> = ({ ok: true } & T) | z.infer<typeof refusals.Refused>;

type Messages = typeof CLIENT_MESSAGES;
/** The messages of clients, and their acknowledgements. */
export type ClientEvents = {
  [Name in keyof Messages]: (
    payload: z.input<Messages[Name]["payload"]>,
    acknowledge: (answer: z.infer<Messages[Name]["accepted"] | typeof refusals.Refused>) => void,
  ) => void;
};

/** [L1] How much of its seat's rate limit a message costs. Those that read or store more than a ballot cost more. */
const COSTS = {
  sync: 10,
  "rebuttal:post": 5,
  "rebuttal:edit": 5,
  "rebuttal:withdraw": 5,
  "rebuttal:seen": 5,
} as const satisfies { [Name in keyof ClientEvents]?: number };

const OF_ACTIVITIES: Readonly<Record<string, Sending>> = SENDS;

export function costOf(name: string): number {
  if (Object.hasOwn(COSTS, name)) return COSTS[name as keyof typeof COSTS];
  return (Object.hasOwn(OF_ACTIVITIES, name) && OF_ACTIVITIES[name]?.costs) || 1;
}

type ServerMessages = typeof said.SERVER_MESSAGES;
/** The messages of the server. */
export type ServerEvents = {
  [Name in keyof ServerMessages]: (payload: z.infer<ServerMessages[Name]>) => void;
};
