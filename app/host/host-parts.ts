/** The one script of what a control room needs after its first picture. */
export { Tour } from "#app/host/help/Tour.tsx";
export { ResultsStage } from "#app/host/stages/ResultsStage.tsx";
export { Notices } from "#app/shared/notices/Notices.tsx";
