import { Fragment } from "react";
import { spokenAddress } from "#app/shared/spoken-address.ts";

/** An address as people say it, which breaks before its dots and slashes rather than within a word. */
export function SpokenAddress({ address }: { address: string }) {
  return spokenAddress(address)
    .split(/(?=[./:])/u)
    .map((part, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
      <Fragment key={place}>
        <wbr />
        {part}
      </Fragment>
    ));
}
