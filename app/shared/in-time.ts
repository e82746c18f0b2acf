/** Resolves to the promised value, or to null after some milliseconds. */
export function inTime<T>(promised: Promise<T>, within: number): Promise<T | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), within);
    void promised.then((value) => {
      clearTimeout(late);
      resolve(value);
    });
  });
}
