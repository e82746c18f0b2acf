import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
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

/** Makes a file read-only until the test is over; null if this user can't. Root may write to a file whatever its rights. */
export function makeReadOnly(file: string): Disposable | null {
  if (process.getuid?.() !== 0) {
    chmodSync(file, 0o400);
    return { [Symbol.dispose]: () => chmodSync(file, 0o600) };
  }
  const mount = (...given: string[]) => spawnSync("mount", given).status === 0;
  if (!mount("--bind", file, file)) return null;
  const unmount = { [Symbol.dispose]: () => void spawnSync("umount", ["-l", file]) };
  if (mount("-o", "remount,bind,ro", file)) return unmount;
  unmount[Symbol.dispose]();
  return null;
}
