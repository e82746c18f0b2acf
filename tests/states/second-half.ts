import { STEPS } from "#debate/rules/steps.ts";
import { said } from "#tests/e2e/support/lesson.ts";
import { bodyOf } from "#tests/states/class.ts";
import { roomsOf } from "#tests/states/pages.ts";
import * as phones from "#tests/states/phones.ts";
import type { Stage } from "#tests/states/stage.ts";
import { ballot } from "#tests/support/lesson.ts";

/** From the pairs to the later vote, and what is left of the lesson then. */
export async function secondHalf(stage: Stage): Promise<void> {
  await pairUp(stage);
  await voteAgain(stage);
  await argueOtherSide(stage);
  await reveal(stage);
  await close(stage);
  await voteWeeksLater(stage);
  await takeHome(stage);
}

async function pairUp({ lesson, take, restart }: Stage): Promise<void> {
  await lesson.move("pairs");
  await take("pairs");
  await said(lesson.host.send("host:pairs", { act: "make" }));
  await take("pairs-made");
  await said(lesson.host.send("host:pairs", { act: "start" }));
  await take("pairs-talking");
  await restart("pairs");
}

async function voteAgain({ lesson, byHand, take }: Stage): Promise<void> {
  const { rebuttals } = await lesson.host.sync();
  await lesson.move("after");
  await take("after");
  // Only what would have changed the vote, with a reason, counts as having moved people [C1, C2].
  const why = "It made clear to me that the numbers were about another decade.";
  await lesson.each((student, place) => {
    const credited = rebuttals.filter(({ body }) => body === bodyOf(place === 2 ? 1 : 2))[0];
    const paragraph = { side: "for", n: 2 } as const;
    return student.send("ballot:cast", {
      ...ballot(place < 15 ? "for" : "against", "after"),
      outlook: { understanding: 4, respect: 4 },
      credit: {
        ...(credited && place % 4 ? { rebuttalId: credited.id } : { paragraph }),
        ...({ without: "undecided", why } as const),
      },
    });
  });
  await byHand(phones.vote);
  await take("after-voted", { isTall: true });
}

async function argueOtherSide({ lesson, byHand, take, restart }: Stage): Promise<void> {
  await lesson.move("steelman");
  await take("steelman");
  await lesson.each((student, place) =>
    student.send("steelman:write", { body: `The best argument I know: ${bodyOf(place)}` }),
  );
  await byHand(phones.writeSteelman);
  await take("steelman-written", { isTall: true });
  await byHand(phones.getOneToRate);
  await take("steelman-rating", { faces: ["phone"], isTall: true });
  await lesson.each((student) => student.send("steelman:ask", {}));
  await lesson.each(async (student, place) => {
    const given = (await student.sync()).you?.steelman?.given[0];
    if (!given) throw new Error(`Student ${place} was given nothing to rate.`);
    const why = "That is close, but we mean the law, not the price of gas.";
    return student.send("steelman:rate", { steelmanId: given.id, fair: place % 3 > 0, why });
  });
  await take("steelman-rated", { isTall: true });
  await restart("steelman");
}

async function reveal({ lesson, byHand, take, restart }: Stage): Promise<void> {
  await lesson.move("results");
  for (const step of STEPS) {
    const { session } = await lesson.host.sync();
    if (session.step !== step) await said(lesson.host.send("host:step", { step, version: session.version }));
    await take(`results-${step}`);
  }
  await lesson.each((student, place) =>
    student.send("exit:write", {
      moved: `Number ${place} convinced me.`,
      doubt: place % 3 ? "Whether it lasts." : "それが続くかどうか。",
      reading: "",
    }),
  );
  await byHand(phones.writeExitTicket);
  await take("results-exit", { faces: ["phone", "host"], isTall: true, inView: phones.exitLine });
  await restart("results");
}

async function close({ lesson, byHand, take }: Stage): Promise<void> {
  await lesson.move("closed");
  await said(lesson.host.send("host:later-vote", { planned: true }));
  await take("closed");
  await byHand((phone) => phones.openResultsPage(phone, `${lesson.url}/results/${lesson.code}`));
  await take("results-page", { faces: ["phone"], isTall: true });
}

async function voteWeeksLater({ lesson, byHand, take, open, weeksLater }: Stage): Promise<void> {
  await weeksLater();
  await lesson.move("later");
  await open(roomsOf(lesson));
  await take("later");
  await lesson.each((student, place) =>
    place < 20 ? student.send("ballot:cast", ballot(place < 12 ? "for" : "against", "later")) : undefined,
  );
  await byHand(phones.vote);
  await take("later-voted", { isTall: true });
  await lesson.move("later-closed");
  await take("later-closed", { isTall: true });
}

async function takeHome({ lesson: { code }, open, take, print }: Stage): Promise<void> {
  await open({ phone: `/s/${code}/card`, host: `/results/${code}` });
  await take("card", { faces: ["phone"], isWhole: true });
  await take("results-host", { faces: ["host"], isWhole: true });
  await open({ host: `/results/${code}/report` });
  await take("report", { faces: ["host"], isWhole: true });
  await print("report-print", "host");
  await print("card-print", "phone");
}
