import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { appendFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/** A small disk for one test, if this user may mount one. */
export function mountDisk(megabytes: number) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  const filler = path.join(folder, "filler");
  return {
    folder,
    isMounted: status === 0,
    async fill(): Promise<void> {
      for (const bytes of [64 * 1024, 4096, 512, 1]) while (await hasRoom(bytes));
    },
    empty: () => rm(filler),
    [Symbol.dispose](): void {
      if (status === 0) spawnSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function hasRoom(bytes: number): Promise<boolean> {
    return appendFile(filler, Buffer.alloc(bytes)).then(
      () => true,
      () => false,
    );
  }
}
