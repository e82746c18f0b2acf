/** What a part that only the host sees in the results is given. */
export type HostsPart = { code: string; isAnonymous: boolean };
