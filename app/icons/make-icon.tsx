import type { ComponentProps, ReactElement } from "react";

type Element = "path" | "circle" | "rect" | "line" | "ellipse" | "polyline" | "polygon";
export type Icon = (props: ComponentProps<"svg">) => ReactElement;

/** An icon of 24 by 24 in the color of the text, drawn from shapes; hidden from screen readers. */
export function icon(shapes: (readonly [Element, Record<string, string>])[]): Icon {
  return (props) => (
    <svg
      width={24}
      height={24}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    >
      {shapes.map(([Shape, attributes]) => (
        <Shape key={JSON.stringify(attributes)} {...attributes} />
      ))}
    </svg>
  );
}
