/** The one script of what only the host sees under results: readers don't load it. */
export { HOSTS_PARTS } from "#app/activities/results-later.ts";
export { SummaryCode } from "#app/results/take-home/SummaryCode.tsx";
export { HostsWords } from "#app/results/words/HostsWords.tsx";
export { SessionNote } from "#app/shared/notes/SessionNote.tsx";
export { Notices } from "#app/shared/notices/Notices.tsx";
