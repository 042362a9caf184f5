/**
 * Shows the core's piece of HTML inside the page. It has classes for its styles and no script; the parser used here
 * would not run one.
 */
export function adoptReport(place: HTMLElement, fragment: string): void {
  const content = new DOMParser().parseFromString(fragment, "text/html").body;
  place.replaceChildren(...Array.from(content.childNodes, (node) => document.importNode(node, true)));
  // The section around it has a heading of level 2, as the piece would have.
  for (const heading of place.querySelectorAll("h2, h3, h4, h5")) lower(heading);
}

function lower(heading: Element): void {
  const lowered = document.createElement(`h${Number(heading.tagName[1]) + 1}`);
  for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
  lowered.append(...heading.childNodes);
  heading.replaceWith(lowered);
}
