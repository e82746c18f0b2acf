// The words of all activities: each adds its own to those of the faces.
import exitTicketEn from "#app/activities/exit-ticket/en.json" with { type: "json" };
import exitTicketJa from "#app/activities/exit-ticket/ja.json" with { type: "json" };
import speakingEn from "#app/activities/speaking/en.json" with { type: "json" };
import speakingJa from "#app/activities/speaking/ja.json" with { type: "json" };
import startersEn from "#app/activities/starters/en.json" with { type: "json" };
import startersJa from "#app/activities/starters/ja.json" with { type: "json" };

export const EN = [startersEn, speakingEn, exitTicketEn] as const;
export const JA = [startersJa, speakingJa, exitTicketJa] as const;
