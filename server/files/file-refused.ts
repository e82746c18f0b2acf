import type { FileFault } from "#debate/content/file-remarks.ts";

/** Why a file can't be read. */
export class FileRefused extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}
