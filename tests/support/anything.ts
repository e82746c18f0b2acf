/** Stands for every part of the program where only the names of routes and messages are asked for. */
export const anything = new Proxy((): unknown => anything, { get: (): unknown => anything }) as never;
