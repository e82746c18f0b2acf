/** [L15] Lets one caller continue in each turn of the event loop, so that votes are handled between long answers. */
export function onePerTurn(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
