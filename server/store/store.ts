import type { OnStored } from "#server/store/ballot-writer.ts";
import { ballotStore } from "#server/store/ballots.ts";
import type { Database } from "#server/store/database.ts";
import { debateStore } from "#server/store/debates.ts";
import { eventStore } from "#server/store/events.ts";
import { participantStore } from "#server/store/participants.ts";
import { rebuttalStore } from "#server/store/rebuttals.ts";
import { sessionStore } from "#server/store/sessions.ts";

export type Store = ReturnType<typeof createStore>;

export function createStore(database: Database, onStored: OnStored = () => undefined) {
  return {
    sessions: sessionStore(database),
    participants: participantStore(database),
    ballots: ballotStore(database, onStored),
    rebuttals: rebuttalStore(database),
    debates: debateStore(database),
    events: eventStore(database),
    ping: database.ping,
  };
}
