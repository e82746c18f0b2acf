/** Why a debate that was being edited can't be saved any more: it was deleted, or [I24] its owner took back the right to edit it. */
export type Lost = "not-found" | "forbidden";

export const isLost = (code: string): code is Lost => code === "not-found" || code === "forbidden";
