import { Fragment } from "react";
import { spokenAddress } from "#app/shared/links/spoken-address.ts";

/** An address as people say it, which breaks as `Address` does. */
export function SpokenAddress({ address }: { address: string }) {
  return <Address address={spokenAddress(address)} />;
}

/** An address that breaks before its dots and after its slashes rather than within a word. */
export function Address({ address }: { address: string }) {
  return address.split(/(?=[.:])|(?<=\/)(?!\/)/u).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
    <Fragment key={place}>
      <wbr />
      {part}
    </Fragment>
  ));
}
