/** The longest a stop may take, in milliseconds; we promise five seconds. */
const STOP_WITHIN = 4_500;

/**
 * Ends the program on SIGTERM and Ctrl+C. [T4] During migrations it waits for their end; a second signal ends the program at once.
 */
export function stopOnSignal(opening: Promise<unknown>, close: () => Promise<void>) {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await opening.catch(() => undefined);
    setTimeout(() => process.exit(0), STOP_WITHIN).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  return { isStopping: () => isStopping };
}
