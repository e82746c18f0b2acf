// The words of all activities: each adds its own to those of the faces.
import comprehensionEn from "#app/activities/comprehension/en.json" with { type: "json" };
import comprehensionJa from "#app/activities/comprehension/ja.json" with { type: "json" };
import exitTicketEn from "#app/activities/exit-ticket/en.json" with { type: "json" };
import exitTicketJa from "#app/activities/exit-ticket/ja.json" with { type: "json" };
import readingEn from "#app/activities/reading/en.json" with { type: "json" };
import readingJa from "#app/activities/reading/ja.json" with { type: "json" };

export const EN = [readingEn, comprehensionEn, exitTicketEn] as const;
export const JA = [readingJa, comprehensionJa, exitTicketJa] as const;
