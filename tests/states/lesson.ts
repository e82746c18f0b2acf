import type { Step } from "#debate/rules/steps.ts";
import { STEPS } from "#debate/rules/steps.ts";
import { said } from "#tests/e2e/support/lesson.ts";
import { at, bodyOf, type openClass, sideOf } from "#tests/states/class.ts";
import type { createCamera, Face, Shown } from "#tests/states/pages.ts";
import * as phones from "#tests/states/phones.ts";
import { ballot, rebuttal } from "#tests/support/lesson.ts";

type Stage = {
  lesson: Awaited<ReturnType<typeof openClass>>;
  take: ReturnType<typeof createCamera>["take"];
  /** Has both students with phones do something by hand. */
  byHand: (act: (shown: Shown) => Promise<void>) => Promise<void>;
  /** Opens another page in each of these faces. */
  open: (paths: Partial<Record<Face, string>>) => Promise<void>;
};

/** From the lobby to the report, with a picture of each state. */
export async function play(stage: Stage): Promise<void> {
  await stage.byHand(phones.join);
  await stage.take("lobby");
  await vote(stage);
  await read(stage);
  await argue(stage);
  await pairUp(stage);
  await voteAgain(stage);
  await argueOtherSide(stage);
  await reveal(stage);
  await takeHome(stage);
}

async function vote({ lesson, byHand, take }: Stage): Promise<void> {
  await lesson.move("before");
  await take("before");
  await lesson.each((student, place) =>
    student.send("ballot:cast", {
      ...ballot(place % 7 === 6 ? "undecided" : sideOf(place)),
      outlook: { understanding: 1 + (place % 5), respect: 2 + (place % 3) },
    }),
  );
  await byHand(phones.vote);
  await take("before-voted", { isTall: true });
}

async function read({ lesson, byHand, take }: Stage): Promise<void> {
  await lesson.move("reading");
  await take("reading");
  await byHand(phones.mark);
  await take("reading-marked", { faces: ["phone"] });
  await lesson.each((student, place) => student.send("reading:done", { on: place % 3 > 0 }));
  await lesson.each((student, place) => {
    if (place >= 9) return;
    return student.send("sentence:unclear", { side: "for", n: 1 + (place % 2), sentence: 1, on: true });
  });
  await take("reading-counted", { faces: ["host", "wall"] });
  await lesson.move("reading-vote");
  await take("reading-vote");
  await lesson.each((student, place) => student.send("ballot:cast", ballot(sideOf(place), "reading")));
}

async function argue({ lesson, byHand, take }: Stage): Promise<void> {
  await lesson.move("rebuttal");
  await take("rebuttal");
  await byHand(phones.openComposer);
  await byHand(phones.compose);
  await take("rebuttal-composed", { faces: ["phone"], isTall: true });
  await byHand(phones.sendRebuttal);

  const posts = Array.from({ length: 14 }, (_, place) =>
    rebuttal({ side: sideOf(place), body: bodyOf(place) }),
  );
  const idOf = (place: number) => at(posts, place).id;
  await lesson.each((student, place) => {
    const post = posts[place];
    return post && student.send("rebuttal:post", post);
  });
  const replies = Array.from({ length: 6 }, (_, place) =>
    rebuttal({ side: sideOf(place), body: `That is the point. ${bodyOf(place)}`, replyTo: idOf(1) }),
  );
  await lesson.each((student, place) => {
    const reply = replies[place - 8];
    return reply && student.send("rebuttal:post", reply);
  });
  for (const { id } of posts.slice(0, 5))
    await lesson.each((student, place) =>
      id === posts[place]?.id ? undefined : student.send("rebuttal:endorse", { rebuttalId: id, on: true }),
    );
  const reason = "It is only an address.";
  await said(lesson.student(20).send("rebuttal:report", { rebuttalId: idOf(4), reason }));
  await said(lesson.host.send("host:merge", { rebuttalId: idOf(7), into: idOf(1) }));
  await take("rebuttal-threads", { isTall: true });

  await lesson.each((student, place) =>
    place < 7 ? student.send("speak:ask", { on: true, side: sideOf(place) }) : undefined,
  );
  await said(lesson.host.send("host:speaker", { participantId: lesson.student(1).participantId }));
  await take("rebuttal-speech");
  const under = replies.slice(0, 2).map(({ id }) => id);
  await said(lesson.host.send("host:wall", { show: { rebuttalId: idOf(1), replies: under } }));
  await take("rebuttal-spotlight");
}

async function pairUp({ lesson, take }: Stage): Promise<void> {
  await lesson.move("pairs");
  await take("pairs");
  await said(lesson.host.send("host:pairs", { act: "make" }));
  await said(lesson.host.send("host:pairs", { act: "start" }));
  await take("pairs-talking");
}

async function voteAgain({ lesson, byHand, take }: Stage): Promise<void> {
  await lesson.move("after");
  // Only what would have changed the vote, with a reason, counts as having moved people [C1, C2].
  const why = "It made clear to me that the numbers were about another decade.";
  await lesson.each((student, place) =>
    student.send("ballot:cast", {
      ...ballot(place < 15 ? "for" : "against", "after"),
      outlook: { understanding: 4, respect: 4 },
      credit: { paragraph: { side: "for", n: 1 + (place % 2) }, without: "undecided", why },
    }),
  );
  await byHand(phones.vote);
  await take("after-voted", { isTall: true });
}

async function argueOtherSide({ lesson, byHand, take }: Stage): Promise<void> {
  await lesson.move("steelman");
  await take("steelman");
  await lesson.each((student, place) =>
    student.send("steelman:write", { body: `The best argument I know: ${bodyOf(place)}` }),
  );
  await byHand(phones.writeSteelman);
  await byHand(phones.getOneToRate);
  await take("steelman-rating", { isTall: true });
}

async function reveal({ lesson, take }: Stage): Promise<void> {
  await lesson.move("results");
  const show = async (step: Step) => {
    const { session } = await lesson.host.sync();
    if (session.step !== step) await said(lesson.host.send("host:step", { step, version: session.version }));
  };
  for (const step of STEPS) {
    await show(step);
    await take(`results-${step}`);
  }
  await lesson.each((student, place) =>
    student.send("exit:write", { moved: `Number ${place} convinced me.`, doubt: "それが続くかどうか。" }),
  );
  await take("results-exit", { faces: ["phone", "host"], isTall: true });
}

async function takeHome({ lesson, open, take }: Stage): Promise<void> {
  const { code } = lesson;
  await lesson.move("closed");
  await take("closed");
  await open({ phone: `/s/${code}/card`, host: `/results/${code}` });
  await take("card", { faces: ["phone"], isWhole: true });
  await take("results-host", { faces: ["host"], isWhole: true });
  await open({ host: `/results/${code}/report` });
  await take("report", { faces: ["host"], isWhole: true });
}
