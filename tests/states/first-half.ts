import { expect } from "playwright/test";
import { said } from "#tests/e2e/support/lesson.ts";
import { at, bodyOf, sideOf } from "#tests/states/class.ts";
import * as hosts from "#tests/states/hosts.ts";
import * as phones from "#tests/states/phones.ts";
import type { Stage } from "#tests/states/stage.ts";
import { ballot, rebuttal } from "#tests/support/lesson.ts";

/** From the lobby to the end of the rebuttals. */
export async function firstHalf(stage: Stage): Promise<void> {
  await stage.byHand(phones.join);
  await stage.take("lobby");
  await setDates(stage);
  await vote(stage);
  await read(stage);
  await argue(stage);
}

async function setDates({ lesson, byHand, take }: Stage): Promise<void> {
  await byHand(hosts.typeDates, "host");
  await take("dates-dialog", { faces: ["host"] });
  await byHand(hosts.leaveDialog, "host");
  await said(lesson.host.send("host:dates", { schedule: hosts.inAWeek("before", "reading") }));
  await take("dates", { isTall: true });
  await said(lesson.host.send("host:dates", { schedule: null }));
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

async function read({ lesson, byHand, take, restart }: Stage): Promise<void> {
  await lesson.move("reading");
  await take("reading");
  await said(lesson.host.send("host:dates", { schedule: hosts.inAWeek("rebuttal") }));
  await take("dates-reading");
  await said(lesson.host.send("host:dates", { schedule: null }));
  await take("reading-end", { faces: ["phone"], inView: phones.otherSide });
  await byHand(phones.readOtherSide);
  await byHand(phones.mark);
  await take("reading-marked", { faces: ["phone"], inView: phones.sentence });
  await byHand(phones.sayBothRead);
  await take("reading-both", { faces: ["phone"], inView: phones.bothRead });
  await lesson.each((student, place) => student.send("reading:done", { on: place % 3 > 0 }));
  await lesson.each((student, place) => {
    if (place >= 9) return;
    return student.send("sentence:unclear", { side: "for", n: 1 + (place % 2), sentence: 1, on: true });
  });
  await take("reading-counted", { faces: ["host", "wall"] });
  await restart("reading");
  await lesson.move("reading-vote");
  await take("reading-vote");
  await lesson.each((student, place) => student.send("ballot:cast", ballot(sideOf(place), "reading")));
}

async function argue(stage: Stage): Promise<void> {
  const { lesson, byHand, take, restart } = stage;
  await lesson.move("rebuttal");
  await take("rebuttal");
  await byHand(phones.openComposer);
  await take("rebuttal-composer", { faces: ["phone"], isTall: true });
  await byHand(phones.compose);
  await take("rebuttal-composed", { faces: ["phone"], isTall: true });

  const posts = Array.from({ length: 14 }, (_, place) =>
    rebuttal({ side: sideOf(place), body: bodyOf(place) }),
  );
  const idOf = (place: number) => at(posts, place).id;
  await lesson.each((student, place) => {
    const post = posts[place];
    return post && student.send("rebuttal:post", post);
  });
  await restart("rebuttal");
  await byHand(phones.sendRebuttal);

  const byPhone = (await lesson.host.sync()).rebuttals.filter(phones.isByPhone);
  expect(byPhone).toHaveLength(2);
  // Half of them answer the phones.
  const replies = Array.from({ length: 8 }, (_, place) =>
    rebuttal({
      side: sideOf(place),
      body: `That is the point. ${bodyOf(place)}`,
      replyTo: place % 2 ? idOf(1) : at(byPhone, (place / 2) % 2).id,
    }),
  );
  await lesson.each((student, place) => {
    const reply = replies[place - 8];
    return reply && student.send("rebuttal:post", reply);
  });
  for (const id of [...posts.slice(0, 5), ...byPhone].map(({ id }) => id))
    await lesson.each((student, place) =>
      id === posts[place]?.id ? undefined : student.send("rebuttal:endorse", { rebuttalId: id, on: true }),
    );
  const reason = "It is only an address.";
  await said(lesson.student(20).send("rebuttal:report", { rebuttalId: idOf(4), reason }));
  const body = "Hardly anybody in Tokyo wants this.";
  await said(lesson.student(3).send("rebuttal:edit", { rebuttalId: idOf(3), body }));
  await said(lesson.host.send("host:merge", { rebuttalId: idOf(7), into: idOf(1) }));
  await take("rebuttal-threads", { isTall: true });

  await lesson.each((student, place) =>
    place < 7 ? student.send("speak:ask", { on: true, side: sideOf(place) }) : undefined,
  );
  await take("rebuttal-speakers");
  await said(lesson.host.send("host:speaker", { participantId: lesson.student(1).participantId }));
  await take("rebuttal-speech", { faces: ["host", "wall"] });
  const under = replies.filter(({ replyTo }) => replyTo === idOf(1)).map(({ id }) => id);
  await said(lesson.host.send("host:wall", { show: { rebuttalId: idOf(1), replies: under.slice(0, 2) } }));
  await take("rebuttal-spotlight");
  await said(lesson.host.send("host:wall", { show: { rebuttalId: idOf(2) } }));
  await take("rebuttal-spotlight-long", { faces: ["wall"] });
  await said(lesson.host.send("host:wall", { show: null }));
}
