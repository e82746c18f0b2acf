import { fileName } from "#debate/rules/file-names.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";

/**
 * The header of a download that belongs to a session: its code, its name [V17] as far as file systems allow letters
 * and digits of any script, and what it is. Programs that can't read the long form (RFC 6266) get one without the name.
 */
export function downloadHeader(
  session: Rehearsed & { code: string; settings: { name: string } },
  table: string,
  how: "attachment" | "inline" = "attachment",
): string {
  const { code, settings, simulated } = session;
  // [H4]
  const what = simulated === undefined ? table : `simulated-${table}`;
  const short = `${how}; filename="${code}-${what}"`;
  const named = fileName(code, settings.name, what);
  return named === `${code}-${what}` ? short : `${short}; filename*=UTF-8''${encodeURIComponent(named)}`;
}
