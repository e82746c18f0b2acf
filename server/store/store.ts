import { activityTables } from "#server/activities/rows.ts";
import { type CountWrite, noWriteMetrics, type WriteMetrics } from "#server/platform/write-metrics.ts";
import { accountStore } from "#server/store/accounts/accounts.ts";
import { templateStore } from "#server/store/accounts/templates.ts";
import { auditStore } from "#server/store/audit/audit-rows.ts";
import type { OnStored } from "#server/store/ballots/ballot-writer.ts";
import { ballotStore } from "#server/store/ballots/ballots.ts";
import { pickStore } from "#server/store/ballots/picks.ts";
import { classStore } from "#server/store/classes/class-rows.ts";
import { studentYearStore } from "#server/store/classes/student-year.ts";
import { countedWrites } from "#server/store/counted-writes.ts";
import type { Database } from "#server/store/database.ts";
import { debateLinkStore } from "#server/store/debates/debate-links.ts";
import { debateShareStore } from "#server/store/debates/debate-shares.ts";
import { shelfStore } from "#server/store/debates/debate-shelves.ts";
import { debateVersionStore } from "#server/store/debates/debate-versions.ts";
import { debateStore } from "#server/store/debates/debates.ts";
import { sourceStore } from "#server/store/debates/source-files.ts";
import { splitStore } from "#server/store/debates/split-rows.ts";
import { erasureStore } from "#server/store/erasure/erasure.ts";
import { gradeStore } from "#server/store/lti/grade-rows.ts";
import { keyStore } from "#server/store/lti/key-rows.ts";
import { linkStore } from "#server/store/lti/link-rows.ts";
import { personStore } from "#server/store/lti/person-rows.ts";
import { platformStore } from "#server/store/lti/platform-rows.ts";
import { rosterStore } from "#server/store/lti/roster-rows.ts";
import { markStore } from "#server/store/marks/mark-rows.ts";
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
import { sessionClassStore } from "#server/store/sessions/session-class-rows.ts";
import type { OnUnreadable } from "#server/store/sessions/session-rows.ts";
import { sessionStore } from "#server/store/sessions/sessions.ts";
import { timelineStore } from "#server/store/sessions/timeline-rows.ts";
import { signingKeyStore } from "#server/store/summaries/signing-key-rows.ts";
import { summaryStore } from "#server/store/summaries/summary-rows.ts";

export type Store = ReturnType<typeof createStore>;

type Watching = {
  onStored?: OnStored;
  onUnreadable?: OnUnreadable;
  ballots?: WriteMetrics;
  seats?: WriteMetrics;
  countWrite?: CountWrite;
};

export function createStore(
  database: Database,
  {
    onStored = () => undefined,
    onUnreadable = () => undefined,
    ballots = noWriteMetrics(),
    seats = noWriteMetrics(),
    countWrite = () => undefined,
  }: Watching = {},
) {
  const counted = (kind: string) => countedWrites(database, kind, countWrite);
  const sessions = sessionStore(counted("sessions"), onUnreadable);
  return {
    ...activityTables(counted),
    sessions,
    classes: classStore(counted("classes")),
    studentYears: studentYearStore(database),
    sessionClasses: sessionClassStore(counted("classes")),
    sections: sectionStore(database, onUnreadable),
    classResults: classResultStore(counted("results")),
    summaries: summaryStore(counted("results")),
    signingKeys: signingKeyStore(counted("results")),
    notes: noteStore(counted("notes")),
    platforms: platformStore(counted("platforms")),
    rosters: rosterStore(counted("classes")),
    grades: gradeStore(counted("platforms")),
    platformKeys: keyStore(counted("platforms")),
    courseLinks: linkStore(counted("platforms")),
    platformPeople: personStore(counted("platforms")),
    marks: markStore(counted("marks")),
    paper: paperStore(counted("paper")),
    passes: passStore(counted("passes")),
    picks: pickStore(counted("picks")),
    participants: participantStore(database, seats),
    ballots: ballotStore(database, onStored, ballots),
    rebuttals: rebuttalStore(counted("rebuttals"), sessions.debateOf, counted),
    moderation: moderationStore(counted("moderation")),
    timeline: timelineStore(database),
    debates: debateStore(counted("debates")),
    shelves: shelfStore(database),
    splits: splitStore(database),
    originStates: originStore(database),
    sources: sourceStore(counted("files")),
    debateLinks: debateLinkStore(counted("shares")),
    debateShares: debateShareStore(counted("shares")),
    debateVersions: debateVersionStore(database),
    templates: templateStore(counted("templates")),
    events: eventStore(database),
    accounts: accountStore(counted("accounts")),
    audit: auditStore(counted("audit")),
    erasure: erasureStore(counted("erasure")),
    ping: database.ping,
  };
}
