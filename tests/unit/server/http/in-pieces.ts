/** The text of a body, how many items were made for each of its pieces, and in how many turns of the event loop. */
export async function inPieces(body: AsyncIterable<Uint8Array>, made: () => number) {
  let [before, turn, isDone] = [0, 0, false];
  const nextTurn = () => {
    turn += 1;
    if (!isDone) setImmediate(nextTurn);
  };
  setImmediate(nextTurn);
  const texts: Uint8Array[] = [];
  const each: number[] = [];
  const turns = new Set<number>();
  for await (const piece of body) {
    texts.push(Buffer.from(piece));
    each.push(made() - before);
    turns.add(turn);
    before = made();
  }
  isDone = true;
  return { text: Buffer.concat(texts).toString(), each, turns: turns.size };
}
