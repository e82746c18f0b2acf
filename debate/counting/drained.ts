/** [L15] Work yields after about so many voters, encounters or terms, which take well under a millisecond each thousand. */
export const STRIDE = 1_000;

/** The result of work that yields in between, all at once. */
export function drained<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
