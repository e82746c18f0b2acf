import { ROWS_AT_ONCE, sent } from "#server/http/export-file.ts";
import { divided } from "#server/platform/slices.ts";

/** [L15] An object as JSON, sent in parts: `rest`, and under `name` a list that may be long. */
export function jsonList(name: string, list: Iterable<unknown>, rest: object): ReadableStream<Uint8Array> {
  return sent(listParts(name, list, rest));
}

function* listParts(name: string, list: Iterable<unknown>, rest: object): Generator<string, undefined> {
  let before = JSON.stringify({ ...rest, [name]: [] }).slice(0, -2);
  for (const part of divided(list, ROWS_AT_ONCE)) {
    yield before + JSON.stringify(part).slice(1, -1);
    before = ",";
  }
  yield before === "," ? "]}" : `${before}]}`;
}
