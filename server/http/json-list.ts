import { ROWS_AT_ONCE, sent } from "#server/http/export-file.ts";
import { divided } from "#server/platform/slices.ts";

/** [L15] Streams an object as JSON: `rest`, and under `name` a list that may be long. */
export function jsonList(
  name: string,
  list: Iterable<unknown>,
  rest: object,
  atOnce = ROWS_AT_ONCE,
): ReadableStream<Uint8Array> {
  return sent(listParts(name, list, rest, atOnce));
}

function* listParts(
  name: string,
  list: Iterable<unknown>,
  rest: object,
  atOnce: number,
): Generator<string, undefined> {
  yield JSON.stringify({ ...rest, [name]: [] }).slice(0, -2);
  let before = "";
  for (const part of divided(list, atOnce)) {
    yield before + JSON.stringify(part).slice(1, -1);
    before = ",";
  }
  yield "]}";
}
