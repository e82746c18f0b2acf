// The words of all activities: each adds its own to those of the faces.
import exitTicketEn from "#app/activities/exit-ticket/en.json" with { type: "json" };
import exitTicketJa from "#app/activities/exit-ticket/ja.json" with { type: "json" };
import pairsEn from "#app/activities/pairs/en.json" with { type: "json" };
import pairsJa from "#app/activities/pairs/ja.json" with { type: "json" };

export const EN = [pairsEn, exitTicketEn] as const;
export const JA = [pairsJa, exitTicketJa] as const;
