import { activityTables } from "#server/activities/rows.ts";
import { noWriteMetrics, type WriteMetrics } from "#server/platform/write-metrics.ts";
import { accountStore } from "#server/store/accounts/accounts.ts";
import { templateStore } from "#server/store/accounts/templates.ts";
import { auditStore } from "#server/store/audit/audit-rows.ts";
import type { OnStored } from "#server/store/ballots/ballot-writer.ts";
import { ballotStore } from "#server/store/ballots/ballots.ts";
import { pickStore } from "#server/store/ballots/picks.ts";
import type { Database } from "#server/store/database.ts";
import { debateShareStore } from "#server/store/debates/debate-shares.ts";
import { shelfStore } from "#server/store/debates/debate-shelves.ts";
import { debateVersionStore } from "#server/store/debates/debate-versions.ts";
import { debateStore } from "#server/store/debates/debates.ts";
import { sourceStore } from "#server/store/debates/source-files.ts";
import { erasureStore } from "#server/store/erasure/erasure.ts";
import { moderationStore } from "#server/store/moderation/moderation.ts";
import { rebuttalStore } from "#server/store/rebuttals/rebuttals.ts";
import { paperStore } from "#server/store/seats/paper-rows.ts";
import { participantStore } from "#server/store/seats/participants.ts";
import { passStore } from "#server/store/seats/pass-rows.ts";
import { classResultStore } from "#server/store/sessions/class-results.ts";
import { eventStore } from "#server/store/sessions/events.ts";
import { noteStore } from "#server/store/sessions/notes.ts";
import { originStore } from "#server/store/sessions/origin-rows.ts";
import { sectionStore } from "#server/store/sessions/sections.ts";
import type { OnUnreadable } from "#server/store/sessions/session-rows.ts";
import { sessionStore } from "#server/store/sessions/sessions.ts";
import { timelineStore } from "#server/store/sessions/timeline-rows.ts";

export type Store = ReturnType<typeof createStore>;

type Watching = {
  onStored?: OnStored;
  onUnreadable?: OnUnreadable;
  ballots?: WriteMetrics;
  seats?: WriteMetrics;
};

export function createStore(
  database: Database,
  {
    onStored = () => undefined,
    onUnreadable = () => undefined,
    ballots = noWriteMetrics(),
    seats = noWriteMetrics(),
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
    originStates: originStore(database),
    sources: sourceStore(database),
    debateShares: debateShareStore(database),
    debateVersions: debateVersionStore(database),
    templates: templateStore(database),
    events: eventStore(database),
    accounts: accountStore(database),
    audit: auditStore(database),
    erasure: erasureStore(database),
    ping: database.ping,
  };
}
