import type { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";

/** How the message with the results of a step of the reveal begins. */
export const resultOf = (step: string): string => `["result",{"step":"${step}"`;

/** When each phone received a message with these words, in the order of the times. `whenReady` runs once all listen. */
export function awaitMessage(
  wires: readonly PhoneConnection[],
  words: string,
  timeout: number,
  whenReady: () => void,
): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const tooLong = () => reject(new Error(`${times.length} of ${wires.length} received ${words}`));
    const timer = setTimeout(tooLong, timeout);
    const message = Buffer.from(words);
    for (const wire of wires)
      wire.onEvent = (bytes, start, end) => {
        const at = bytes.indexOf(message, start);
        if (at < 0 || at > end) return;
        wire.onEvent = () => undefined;
        times.push(performance.now());
        if (times.length < wires.length) return;
        clearTimeout(timer);
        resolve(times);
      };
    whenReady();
  });
}
