import type { Wire } from "#server/capacity/phones/wire.ts";

/** How the message with the results of a step of the reveal begins. */
export const resultOf = (step: string): string => `["result",{"step":"${step}"`;

/** When each one hears a message with these words, in the order of the times. `whenReady` runs once all listen. */
export function hearOf(
  wires: readonly Wire[],
  words: string,
  patience: number,
  whenReady: () => void,
): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const tooLong = () => reject(new Error(`${times.length} of ${wires.length} heard ${words}`));
    const timer = setTimeout(tooLong, patience);
    const news = Buffer.from(words);
    for (const wire of wires)
      wire.onEvent = (bytes, start, end) => {
        const at = bytes.indexOf(news, start);
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
