import { expect } from "playwright/test";
import { LANGUAGES } from "#debate/rules/languages.ts";
import { PRESET_NAMES } from "#debate/rules/session-options.ts";
import type { Roster, Seat } from "#debate/rules/snapshot.ts";
import { said } from "#tests/e2e/support/lesson.ts";
import { bodyOf, openClass, sideOf } from "#tests/states/class.ts";
import * as hosts from "#tests/states/hosts.ts";
import { roomsOf } from "#tests/states/pages.ts";
import * as phones from "#tests/states/phones.ts";
import type { Stage } from "#tests/states/stage.ts";
import { ballot } from "#tests/support/lesson.ts";

/** What that lesson does not have: the form that opens a session, and pairs at a distance in another one. */
export async function beside(stage: Stage): Promise<void> {
  await openAnother(stage);
  await pairInWriting(stage);
}

async function openAnother({ open, byHand, take }: Stage): Promise<void> {
  await open({ host: "/debates/japan-russia-card" });
  await byHand(hosts.openForm, "host");
  for (const preset of PRESET_NAMES) {
    await byHand((host) => hosts.choose(host, preset), "host");
    await take(`opening-${preset}`, { faces: ["host"], isTall: preset !== "quick" });
  }
  await byHand(hosts.makeAnonymous, "host");
  await take("opening-anonymous", { faces: ["host"], height: 7_000 });
  await byHand(hosts.customize, "host");
  await take("opening-custom", { faces: ["host"], height: 7_000 });
}

async function pairInWriting(stage: Stage): Promise<void> {
  const { program, open, byHand, take } = stage;
  const lesson = await openClass(program, {
    filter: { holds: true, words: ["gas"] },
    activities: { pairs: { when: "after", by: "text" } },
  });
  await open(roomsOf(lesson));
  await byHand(phones.join);
  await lesson.move("before");
  await lesson.each((student, place) => student.send("ballot:cast", ballot(sideOf(place))));
  await byHand(phones.vote);
  await lesson.move("pairs");
  await expect(async () => {
    await said(lesson.host.send("host:pairs", { act: "make" }));
    await expect.poll(() => sitApart(lesson), { timeout: 2_000 }).toBe(true);
  }).toPass({ timeout: 20_000 });
  await take("writing-begun");
  await lesson.each((student, place) =>
    student.send("pairs:say", { id: crypto.randomUUID(), body: bodyOf(place) }),
  );
  await byHand(phones.writeLine);
  await said(lesson.host.send("host:pairs", { act: "start" }));
  await take("writing", { isTall: true });
  await byHand(hosts.readTable, "host");
  await take("writing-read", { faces: ["host"] });
  await byHand(hosts.leaveDialog, "host");

  await byHand(async (phone) =>
    phones.missPartner(phone, await losePartner(lesson, phones.NAMES[phone.language])),
  );
  await take("writing-missing", { faces: ["phone"] });
  await byHand(phones.confirmMissing);
  await take("writing-asked", { faces: ["phone", "host"], isTall: true });
}

type Class = Awaited<ReturnType<typeof openClass>>;

/** The seats as the host was told of them last. */
function seatsOf({ host }: Class): Seat[] {
  const roster = host.heard.findLast(({ name }) => name === "roster");
  return (roster?.payload as Roster | undefined)?.seats ?? [];
}

/** Whether the two with phones have partners without any. */
function sitApart(lesson: Class): boolean {
  const [one, other] = LANGUAGES.map((language) => seatOf(lesson, phones.NAMES[language])?.table);
  return one !== undefined && other !== undefined && one !== other;
}

const seatOf = (lesson: Class, name: string) => seatsOf(lesson).find((seat) => seat.name === name);

/** Has a partner of this student lose the connection. Answers with the partner's name. */
async function losePartner(lesson: Class, name: string): Promise<string> {
  const table = seatOf(lesson, name)?.table;
  const partner = seatsOf(lesson).find((seat) => seat.table === table && seat.name !== name);
  lesson.students.find(({ participantId }) => participantId === partner?.participantId)?.close();
  await expect.poll(() => seatOf(lesson, partner?.name ?? "")?.connected).toBe(false);
  return partner?.name ?? "";
}
