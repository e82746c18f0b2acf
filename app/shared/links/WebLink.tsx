import type { ReactNode } from "react";
import { webAddress } from "#debate/rules/links.ts";

type WebLinkProps = { address: string; className?: string; children: ReactNode };

/** [W6] A link to another site, which shows where it leads before anyone follows it. */
export function WebLink({ address, className, children }: WebLinkProps) {
  const url = webAddress(address);
  if (!url) return children;
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer nofollow ugc" className={className}>
      {children}{" "}
      <span dir="ltr" className="text-ink-soft wrap-anywhere">
        ({url.host})
      </span>
    </a>
  );
}
