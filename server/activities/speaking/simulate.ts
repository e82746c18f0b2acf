import { isOpen } from "#debate/activities/open.ts";
import { askToSpeak } from "#server/activities/speaking/use-cases.ts";
import { draw } from "#server/rehearsal/planned-students.ts";
import type { Simulate } from "#server/rehearsal/simulated-student.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** How long the class takes, in seconds. */
const ASKING = 20;
const SPEECH = 30;

/** [P11] Simulated students ask to speak, and end the own speech after a while. */
export const simulateSpeakers: Simulate = ({ parts, opened, students, inSeconds }) => {
  let { phase } = opened;
  let speaking: string | null = null;

  function planSpeakers(): void {
    speaking = null;
    for (const { seat, number, before: side } of students)
      if (seat && side !== "undecided" && draw("speak", number) < 0.33)
        inSeconds(2 + ASKING * draw("asks", number), () => askToSpeak(parts, seat, { on: true, side }));
  }

  /** A called student speaks for half a minute, unless the host ends it before. */
  async function noticeSpeaker(): Promise<void> {
    const now = await parts.store.speeches.speaker(opened.id);
    if (now === speaking) return;
    speaking = now;
    const seat = students.find((student) => student.seat?.participantId === now)?.seat;
    if (seat) inSeconds(SPEECH, () => endOwn(seat));
  }

  async function endOwn(seat: Seat): Promise<unknown> {
    const isStill = (await parts.store.speeches.speaker(opened.id)) === seat.participantId;
    return isStill && askToSpeak(parts, seat, { on: false });
  }

  return async (session) => {
    const hasMoved = session.phase !== phase;
    phase = session.phase;
    if (!isOpen("speaking", session)) return;
    if (hasMoved) planSpeakers();
    await noticeSpeaker();
  };
};
