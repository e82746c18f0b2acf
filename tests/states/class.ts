import type { Answer } from "#debate/protocol/events.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { withPreset } from "#debate/rules/presets.ts";
import { Settings } from "#debate/rules/settings.ts";
import { openSession, type Place } from "#tests/e2e/support/faces.ts";
import { said } from "#tests/e2e/support/lesson.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const SIZE = 24;
/** Long, short and Japanese names, as they stand side by side in lists. */
const FAMILIES = ["勅使河原", "五十嵐", "東", "長谷川", "西園寺", "武者小路"];
const NAMES = ["Ada Lovelace", "Hubert Wolfeschlegelsteinhausen", "Bo"];
/** Short, long, Japanese, and an address that breaks nowhere. */
const BODIES = [
  "Geography does not bargain: the islands are where they are, and no trade changes that.",
  "ロシアは約束を守ったことがない。1956年の宣言はいまも履行されていないし、これからも期待できない。",
  "A card that is never played is still a card. Deterrence lives from what could happen, and Moscow needs a customer for its gas that is not Beijing; a long pipeline to one buyer makes a poor seller, as the price talks of recent years have shown again and again to everyone who looked.",
  "Nobody in Tokyo wants this.",
  `https://example.org/${"averylongaddress".repeat(4)}/atall.html says otherwise`,
];

export const sideOf = (place: number): Side => (place % 2 ? "for" : "against");
export const bodyOf = (place: number) =>
  `${BODIES[place % BODIES.length]}${place < BODIES.length ? "" : ` (${place})`}`;

/** A Seminar lesson in named mode, changed as given: its host and 24 students, who need no browsers. */
export async function openClass(program: Place, changed: GivenSettings = {}) {
  const { url } = program;
  const seminar = withPreset("seminar", Settings.parse({ identity: "named", activities: { laterVote: {} } }));
  const activities = { ...seminar.activities, ...changed.activities };
  const settings = { ...seminar, ...changed, activities };
  // What follows from the settings is not sent.
  const { rule: _rule, ...chosen } = settings;
  const { cookie, code, key } = await openSession(program, chosen);
  const places = Array.from({ length: SIZE }, (_, place) => place);
  const seats = await Promise.all(places.map((place) => joinSession(url, code, nameOf(place))));
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const students = await Promise.all(
    seats.map(({ ticket, participantId }) => connectClient(url, { auth: { code, ticket }, participantId })),
  );

  return {
    ...{ url, code, key, cookie, host, students },
    student: (place: number) => at(students, place),
    move: (to: Phase) => moveTo(host, to, settings),
    /** Has every student send something at once, or nothing; fails where one is refused. */
    async each(act: (student: Client, place: number) => Promise<Answer<object>> | undefined): Promise<void> {
      await Promise.all(
        students.map(async (student, place) => {
          const answer = act(student, place);
          if (answer) await said(answer);
        }),
      );
    },
    close(): void {
      for (const client of [host, ...students]) client.close();
    },
  };
}

/** What a list has at a place; fails where it has nothing. */
export function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new Error(`There is nothing at ${place} of ${items.length}.`);
  return item;
}

function nameOf(place: number): string {
  const family = FAMILIES[(place / 4) % FAMILIES.length];
  return place % 4 === 0 ? `${family} 龍之介` : `${NAMES[place % NAMES.length]} ${place}`;
}
