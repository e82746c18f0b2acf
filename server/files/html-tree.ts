import { type DefaultTreeAdapterTypes as Html, defaultTreeAdapter as tree } from "parse5";

export type Element = Html.Element;
export type Node = Html.ParentNode;
type Token = { kind: "text"; text: string } | { kind: "open" | "close"; element: Element };

/** The elements and texts within a node, in document order, without skipped elements and their content. */
export function* tokensOf(node: Node, isLeftOut = (_name: string) => false): Generator<Token> {
  // No recursion: a page may be nested deeper than the call stack.
  const left: (Html.ChildNode | { closes: Element })[] = tree.getChildNodes(node).toReversed();
  for (let next = left.pop(); next; next = left.pop()) {
    if ("closes" in next) yield { kind: "close", element: next.closes };
    else if (tree.isTextNode(next)) yield { kind: "text", text: next.value };
    else if (tree.isElementNode(next) && !isLeftOut(next.tagName)) {
      yield { kind: "open", element: next };
      left.push({ closes: next });
      for (const child of next.childNodes.toReversed()) left.push(child);
    }
  }
}

export const attribute = (element: Element, name: string) =>
  element.attrs.find((each) => each.name === name)?.value ?? "";
