import { createElement } from "react";
import { expect, test } from "vitest";
import { ExitTicketsLink } from "#app/host/stages/ExitTicketsLink.tsx";
import { markupOf } from "#tests/support/markup.tsx";

test("[Y16] [Y19] the way to the exit tickets stays when one of four that were read is deleted", () => {
  for (const count of [4, 3]) {
    const markup = markupOf(createElement(ExitTicketsLink, { count, phones: 12 }));
    expect(markup).toContain('href="#exit-tickets"');
    expect(markup).toContain(`Exit tickets: ${count} of 12`);
  }
  expect(markupOf(createElement(ExitTicketsLink, { count: undefined, phones: 12 }))).toBe("");
});
