// The words of all activities: each adds its own to those of the faces.
import exitTicketEn from "#app/activities/exit-ticket/en.json" with { type: "json" };
import exitTicketJa from "#app/activities/exit-ticket/ja.json" with { type: "json" };
import laterVoteEn from "#app/activities/later-vote/en.json" with { type: "json" };
import laterVoteJa from "#app/activities/later-vote/ja.json" with { type: "json" };

export const EN = [exitTicketEn, laterVoteEn] as const;
export const JA = [exitTicketJa, laterVoteJa] as const;
