// The words of all activities: each adds its own to those of the faces.
import comprehensionEn from "#app/activities/comprehension/en.json" with { type: "json" };
import comprehensionJa from "#app/activities/comprehension/ja.json" with { type: "json" };
import exitTicketEn from "#app/activities/exit-ticket/en.json" with { type: "json" };
import exitTicketJa from "#app/activities/exit-ticket/ja.json" with { type: "json" };

export const EN = [comprehensionEn, exitTicketEn] as const;
export const JA = [comprehensionJa, exitTicketJa] as const;
