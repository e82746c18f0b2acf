import { Activity, type ReactNode } from "react";
import { ChevronDown } from "#app/icons/icons.ts";
import { Unfolding } from "#app/results/sections/Unfolding.tsx";

/** `teaser`: a line about the content, shown while folded. */
export type ResultsSection = {
  id: string;
  title: string;
  teaser?: string | undefined;
  lead?: string | undefined;
  content: ReactNode;
};

/**
 * The parts of the results under their headline, folded: their titles are the list of them. The id is inside the fold: then browsers
 * open it for a link, for a search in the page and, by globals.css, in print, without a script.
 */
export function Sections({ sections }: { sections: readonly ResultsSection[] }) {
  return (
    <>
      <Unfolding />
      <div className="border-b border-line">
        {sections.map((section) => (
          <Fold key={section.id} {...section} />
        ))}
      </div>
    </>
  );
}

function Fold({ id, title, teaser, lead, content }: ResultsSection) {
  return (
    <details className="group/fold border-t border-line has-data-unloaded:print:hidden">
      <summary className="flex min-h-16 list-none items-center gap-4 py-3 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6">
          <h2 className="font-serif text-2xl text-balance">{title}</h2>
          {teaser && <span className="text-sm text-ink-soft group-open/fold:invisible">{teaser}</span>}
        </span>
        <ChevronDown
          aria-hidden="true"
          className="size-6 shrink-0 text-ink-soft transition-transform group-open/fold:rotate-180 print:hidden"
        />
      </summary>
      <section
        id={id}
        tabIndex={-1}
        aria-label={title}
        className="grid scroll-mt-24 grid-cols-1 gap-6 pb-12 outline-none"
      >
        {lead && <p className="max-w-prose text-ink-soft text-pretty">{lead}</p>}
        {/* A boundary of its own is hydrated later, so folded content does not delay the buttons above. */}
        <Activity>{content}</Activity>
      </section>
    </details>
  );
}
