// The words of all activities: each adds its own to those of the faces.
import exitTicketEn from "#app/activities/exit-ticket/en.json" with { type: "json" };
import exitTicketJa from "#app/activities/exit-ticket/ja.json" with { type: "json" };
import guessEn from "#app/activities/guess/en.json" with { type: "json" };
import guessJa from "#app/activities/guess/ja.json" with { type: "json" };
import outlookEn from "#app/activities/outlook/en.json" with { type: "json" };
import outlookJa from "#app/activities/outlook/ja.json" with { type: "json" };

export const EN = [outlookEn, guessEn, exitTicketEn] as const;
export const JA = [outlookJa, guessJa, exitTicketJa] as const;
