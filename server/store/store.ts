import { activityTables } from "#server/activities/rows.ts";
import { unwatched, type Watch } from "#server/platform/watch.ts";
import { accountStore } from "#server/store/accounts.ts";
import type { OnStored } from "#server/store/ballot-writer.ts";
import { ballotStore } from "#server/store/ballots.ts";
import { classResultStore } from "#server/store/class-results.ts";
import type { Database } from "#server/store/database.ts";
import { debateShareStore } from "#server/store/debate-shares.ts";
import { shelfStore } from "#server/store/debate-shelves.ts";
import { debateVersionStore } from "#server/store/debate-versions.ts";
import { debateStore } from "#server/store/debates.ts";
import { erasureStore } from "#server/store/erasure.ts";
import { eventStore } from "#server/store/events.ts";
import { moderationStore } from "#server/store/moderation.ts";
import { timelineStore } from "#server/store/moments.ts";
import { noteStore } from "#server/store/notes.ts";
import { paperStore } from "#server/store/paper-rows.ts";
import { participantStore } from "#server/store/participants.ts";
import { passStore } from "#server/store/pass-rows.ts";
import { pickStore } from "#server/store/picks.ts";
import { ranVersionStore } from "#server/store/ran-versions.ts";
import { rebuttalStore } from "#server/store/rebuttals.ts";
import { sectionStore } from "#server/store/sections.ts";
import type { OnUnreadable } from "#server/store/session-rows.ts";
import { sessionStore } from "#server/store/sessions.ts";
import { sourceStore } from "#server/store/sources.ts";
import { templateStore } from "#server/store/templates.ts";

export type Store = ReturnType<typeof createStore>;

/** Callbacks for stored ballots, for sessions that lists leave out, and for metrics; optional. */
type Watching = { onStored?: OnStored; onUnreadable?: OnUnreadable; ballots?: Watch; seats?: Watch };

export function createStore(
  database: Database,
  {
    onStored = () => undefined,
    onUnreadable = () => undefined,
    ballots = unwatched(),
    seats = unwatched(),
  }: Watching = {},
) {
  const sessions = sessionStore(database, onUnreadable);
  return {
    ...activityTables(database),
    sessions,
    sections: sectionStore(database, onUnreadable),
    classResults: classResultStore(database),
    notes: noteStore(database),
    paper: paperStore(database),
    passes: passStore(database),
    picks: pickStore(database),
    participants: participantStore(database, seats),
    ballots: ballotStore(database, onStored, ballots),
    rebuttals: rebuttalStore(database, sessions.debateOf),
    moderation: moderationStore(database),
    timeline: timelineStore(database),
    debates: debateStore(database),
    shelves: shelfStore(database),
    ranVersions: ranVersionStore(database),
    sources: sourceStore(database),
    debateShares: debateShareStore(database),
    debateVersions: debateVersionStore(database),
    templates: templateStore(database),
    events: eventStore(database),
    accounts: accountStore(database),
    erasure: erasureStore(database),
    ping: database.ping,
  };
}
