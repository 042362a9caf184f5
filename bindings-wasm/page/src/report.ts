/**
 * Shows the core's report inside the page: its body without its styles, which the page's policy would refuse and which
 * the page has in a file of its own. The core writes no script; the parser used here would not run one.
 */
export function adoptReport(place: HTMLElement, html: string): void {
  const report = new DOMParser().parseFromString(html, "text/html");
  for (const foreign of report.querySelectorAll("script, style, link, meta, title")) foreign.remove();
  const content = report.querySelector("main") ?? report.body;
  place.lang = report.documentElement.lang;
  place.replaceChildren(...Array.from(content.childNodes, (node) => document.importNode(node, true)));
  // The page has an h1 and this section an h2 of its own: the report's headings stand below them.
  for (const heading of place.querySelectorAll("h1, h2, h3, h4")) lower(heading);
}

function lower(heading: Element): void {
  const lowered = document.createElement(`h${Number(heading.tagName[1]) + 2}`);
  for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
  lowered.append(...heading.childNodes);
  heading.replaceWith(lowered);
}
