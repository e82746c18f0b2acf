// The words of all activities: each adds its own to those of the faces.
import exitTicketEn from "#app/activities/exit-ticket/en.json" with { type: "json" };
import exitTicketJa from "#app/activities/exit-ticket/ja.json" with { type: "json" };
import steelmanEn from "#app/activities/steelman/en.json" with { type: "json" };
import steelmanJa from "#app/activities/steelman/ja.json" with { type: "json" };

export const EN = [steelmanEn, exitTicketEn] as const;
export const JA = [steelmanJa, exitTicketJa] as const;
