/** [L15] Lets one caller go on in each turn of the event loop, so that votes are heard between long answers. */
export function onePerTurn(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
