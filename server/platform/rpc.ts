/** A connection to another thread or process. */
export type Line = {
  send(message: object): unknown;
  onMessage(listener: (message: unknown) => void): unknown;
};

type Asked = { id: number; name: string; given: unknown[] };
/** An error as a plain object. */
export type Failure = { name: string; message: string; stack?: string; code?: string; cause?: unknown };
type Answered = { id: number; done?: unknown; failed?: Failure };

/** Calls functions of the other side. Each call resolves or fails as it does there. */
export function createCalls({ send, onMessage }: Line, toError: (failure: Failure) => Error = asError) {
  const waiting = new Map<number, { settle(done: unknown): void; fail(error: Error): void }>();
  let last = 0;
  onMessage((message) => {
    const { id, done, failed } = message as Answered;
    const call = waiting.get(id);
    waiting.delete(id);
    if (failed) call?.fail(toError(failed));
    else call?.settle(done);
  });
  return {
    call<T>(name: string, ...given: unknown[]): Promise<T> {
      last += 1;
      const asked: Asked = { id: last, name, given };
      return new Promise((settle, fail) => {
        waiting.set(asked.id, { settle: settle as (done: unknown) => void, fail });
        send(asked);
      });
    },
    /** Fails all pending calls, because the other side has ended. */
    ended(error: Error): void {
      for (const { fail } of waiting.values()) fail(error);
      waiting.clear();
    },
  };
}

/** Answers calls of the other side; other messages are ignored. */
export function answerCalls(
  { send, onMessage }: Line,
  run: (name: string, given: unknown[]) => Promise<unknown>,
) {
  onMessage((message) => {
    const { id, name, given } = message as Partial<Asked>;
    if (id === undefined || name === undefined || given === undefined) return;
    run(name, given).then(
      (done) => send({ id, done } satisfies Answered),
      ({ name, message, stack }: Error) =>
        send({ id, failed: { name, message, ...(stack && { stack }) } } satisfies Answered),
    );
  });
}

function asError({ message, ...rest }: Failure): Error {
  return Object.assign(new Error(message), rest);
}
