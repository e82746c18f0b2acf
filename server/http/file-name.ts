import { fileName } from "#debate/rules/file-names.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";

/**
 * Content-Disposition of a session's download: code, name [V17] (letters and digits of any script) and kind. Programs that
 * can't read the extended form (RFC 6266) get a file name without the session's name.
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
