import { setTimeout as pause, setImmediate as untilRead } from "node:timers/promises";

/** Whether a promise resolves within `milliseconds`; later failures are ignored. */
export async function answersWithin(time: number, answer: Promise<unknown>): Promise<boolean> {
  let answered: boolean | undefined;
  const settled = answer.then(
    () => {
      answered = true;
    },
    () => {
      answered = false;
    },
  );
  await Promise.race([settled, pause(time, undefined, { ref: false })]);
  // If this program itself was frozen, the answer may have arrived unread.
  if (answered === undefined) await untilRead();
  return answered ?? false;
}
