import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

export type AdapterFactory = SqlMigrationAwareDriverAdapterFactory;

/**
 * Prisma's schema engine as WebAssembly, talking through a driver adapter: nothing is downloaded.
 * The module is instantiated by hand because Node 20 does not import `.wasm` files.
 */
export async function schemaEngine(
  factory: AdapterFactory,
  datamodel?: string,
): Promise<bindings.SchemaEngine> {
  await instantiated();
  const datamodels: [string, string][] | undefined =
    datamodel === undefined ? undefined : [["schema.prisma", datamodel]];
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

let once: Promise<void> | undefined;

function instantiated(): Promise<void> {
  once ??= (async () => {
    const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const module = await WebAssembly.compile(await readFile(glue.replace(/\.js$/u, ".wasm")));
    const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": { ...bindings } });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  })();
  return once;
}
