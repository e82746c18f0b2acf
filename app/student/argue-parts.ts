/** The one script that a phone needs after the first vote, until the results. */
export { PHONE_ARGUE, VIEWS } from "#app/activities/phone-argue.ts";
export { Notices } from "#app/shared/notices/Notices.tsx";
export { ArgueView } from "#app/student/argue/ArgueView.tsx";
export { Composer } from "#app/student/argue/Composer.tsx";
export { LeaveDialog } from "#app/student/LeaveDialog.tsx";
export { keepOffline } from "#app/student/offline/keep-offline.ts";
export { ReadView } from "#app/student/read/ReadView.tsx";
export { ViewTabs } from "#app/student/ViewTabs.tsx";
export { YourDataDialog } from "#app/student/YourDataDialog.tsx";
