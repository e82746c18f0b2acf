import type { z } from "zod";
import type { Activity, Confirming } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/steelman/messages.ts";
import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";

/** What someone of the other side said of a text. */
export type SteelmanScore = OwnSteelman["scores"][number];

/** [P16] The text of a student, as they see it. */
export type OwnSteelman = z.infer<typeof messages.OwnSteelman>;

/** A text that a student was given to rate, and what they said of it. */
export type GivenSteelman = z.infer<typeof messages.GivenSteelman>;

/** A text as host and assistant read it. [P19] `by` and `scores` for the host alone. */
export type HostsSteelman = z.infer<typeof messages.HostsSteelman>;

export type SteelmanCounts = { written: number; rated: number; waiting: number };

type Written = { body: string; side?: Side | undefined };
/** [P17] `words`: that the student read. Kept by an earlier version of the page it has none. */
type Rating = { steelmanId: string; fair: boolean; why?: string | undefined; words?: string | undefined };
type Mine = { steelman?: z.infer<typeof messages.MySteelman> };

/** The choice of a seat's newest vote; null without any. */
export function standingChoice(votes: { [round in Round]?: Choice | undefined }): Choice | null {
  return votes.after ?? votes.reading ?? votes.before ?? null;
}

export function otherSide(side: Side): Side {
  return side === "for" ? "against" : "for";
}

/** [P16] The side that someone argues for: the other one than that of the newest vote. Undecided people choose. */
export function sideToArgue(choice: Choice | null, chosen: Side | undefined): Result<Side> {
  if (choice === "for" || choice === "against") {
    const side = otherSide(choice);
    return chosen === undefined || chosen === side ? accept(side) : refuse("malformed", "side: your own");
  }
  return chosen ? accept(chosen) : refuse("malformed", "side: choose one");
}

/** [P18] Of texts that someone may rate, one of those that the fewest people were given. `draw`: a whole number below. */
export function fairest<Text extends { given: number }>(
  texts: readonly Text[],
  draw: (below: number) => number,
): Text | null {
  const least = Math.min(...texts.map(({ given }) => given));
  const behind = texts.filter(({ given }) => given === least);
  return behind[draw(Math.max(1, behind.length))] ?? null;
}

/** [P17] What was said of the words before is dropped. A phone sends the side in any case. */
function withOwn({ body, side }: Written, { steelman }: Mine, approvesFirst: boolean): Mine {
  if (!side) return {};
  const own: OwnSteelman = { body, side, status: approvesFirst ? "pending" : "published", scores: [] };
  return { steelman: { given: [], ...steelman, own } };
}

function withRating({ steelmanId, fair, why, words }: Rating, { steelman }: Mine): Mine {
  const given = (steelman?.given ?? []).map((text) => {
    if (text.id !== steelmanId || (words ?? text.body) !== text.body) return text;
    const { why: _, ...rest } = text;
    return { ...rest, fair, ...(why !== undefined && { why }) };
  });
  return { steelman: { ...steelman, given } };
}

/** [P16] The class writes the best argument of the other side after the last vote. */
export const steelman = {
  name: "steelman",
  presets: ["seminar"],
  phases: [{ name: "steelman", after: "after", optional: true, minutes: { seminar: 12 }, ownView: true }],
  open: { in: "steelman" },
  excluded: { when: ({ identity }) => identity === "anonymous", why: "not in an anonymous session" },
  sends: {
    "steelman:write": {
      from: ["student"],
      costs: 5,
      keeps: {
        subject: () => "steelman",
        confirmed: (text: Written, you: Mine, { approvesFirst }: Confirming) =>
          withOwn(text, you, approvesFirst),
        ifRefused: ({ body }: Written) => [body],
        shownIn: "steelman",
      },
    },
    "steelman:ask": { from: ["student"], costs: 5 },
    "steelman:rate": {
      from: ["student"],
      keeps: {
        subject: ({ steelmanId }: Rating) => `rating ${steelmanId}`,
        confirmed: withRating,
      },
    },
    "host:steelman": { from: ["host", "assistant"] },
    "host:steelmen": { from: ["host", "assistant"], costs: 5 },
  },
  log: {
    // [P19] Beside the rebuttals that the host hid with it, the line would tell an assistant whose it was.
    "steelman-hidden": { hostOnly: true },
    "steelman-shown": { hostOnly: true },
  },
  card: ({ steelman }: Mine) => present({ steelman: steelman?.own }),
  /** [P19] What was answered is between the writer and the host; how often is visible to everyone but phones. */
  view: (role, { steelman }: { steelman?: SteelmanCounts | null }) => {
    if (!steelman || role === "student") return {};
    const { waiting, ...told } = steelman;
    return { steelman: role === "screen" ? told : steelman };
  },
} as const satisfies Activity;
