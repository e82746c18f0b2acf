/** The name of a session's file: its code, its name as far as file systems allow it [V17], and what it is. */
export function fileName(code: string, name: string, what: string): string {
  const letters = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/gu, "");
  return [code, letters, what].filter(Boolean).join("-");
}
