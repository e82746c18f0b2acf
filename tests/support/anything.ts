/** Stands in for any dependency when only the names of routes and messages are needed. */
export const anything = new Proxy((): unknown => anything, { get: (): unknown => anything }) as never;
