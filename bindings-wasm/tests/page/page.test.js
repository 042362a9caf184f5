// Drives the built page in Chromium as a reader would: by clicks and keys.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { Plan } from "cohesion-core";

import { singleFile, skip, startChromium, startServer, tryExample, watchedPage } from "./browser.js";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const examples = new URL("../../../cohesion-core/examples/", import.meta.url);
const plan = readFileSync(new URL("somerville.toml", examples));
const data = readFileSync(new URL("somerville.csv", examples));

let browser;
let server;

before(async () => {
  if (skip) return;
  [browser, server] = await Promise.all([startChromium(), startServer()]);
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** What axe finds wrong. The page's policy refuses scripts from elsewhere, so axe comes as text. */
async function axeFindings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** Tables without caption or scope, headings that skip a level, figures without caption. */
function structureFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const table of document.querySelectorAll("table")) {
      if (!table.caption?.textContent.trim()) faults.push("a table without caption");
      for (const th of table.querySelectorAll("th"))
        if (!th.scope) faults.push(`a header without scope: ${th.textContent}`);
      if (!table.querySelector("th[scope=col]")) faults.push("a table without column headers");
      if (!table.querySelector("tbody th[scope=row]")) faults.push("a table without row headers");
    }
    for (const figure of document.querySelectorAll("figure")) {
      if (!figure.querySelector("figcaption")?.textContent.trim()) faults.push("a figure without caption");
    }
    let level = 0;
    for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      const next = Number(heading.tagName[1]);
      if (next > level + 1) faults.push(`a heading that skips a level: ${heading.textContent}`);
      level = next;
    }
    return faults;
  });
}

async function saved(page, what) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-save=${what}]`).click()]);
  return readFileSync(await download.path(), "utf8");
}

/** The requests of a page beyond what it holds itself. */
const sent = (requests) => requests.filter((url) => !/^(data|blob):/.test(url));

test("the example becomes a report, and only what draws its chart is asked for", { skip }, async () => {
  const { page, context, watched } = await watchedPage(browser);
  await page.goto(server.address);
  await page.locator("#example:enabled").waitFor();
  assert.ok(
    sent(watched.requests).every((url) => url.startsWith(server.address)),
    String(watched.requests),
  );
  const loaded = sent(watched.requests).length;
  await tryExample(page);
  const [charts, ...others] = sent(watched.requests).slice(loaded);
  assert.match(charts, /\/assets\/charts-[\w-]+\.js$/);
  assert.deepEqual(others, []);
  await context.setOffline(true);
  await tryExample(page);
  assert.ok((await page.locator("#overview svg path").count()) > 0, "no chart was drawn");
  assert.ok((await page.locator("#report table").count()) > 0, "no table");
  assert.match(await page.locator("#report").innerText(), /143/);
  assert.equal(await page.locator("#status").innerText(), "The report is ready.");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "read-title");
  await page.locator("nav a[lang=fr]").click();
  await page.locator("main:not([aria-busy])").waitFor();
  assert.equal(sent(watched.requests).length, loaded + 1);
  assert.deepEqual(watched.violations, []);
  assert.deepEqual(watched.errors, []);
  await context.close();
});

test("without a network from the start there is a report, with the chart in words", { skip }, async () => {
  const { page, context, watched } = await watchedPage(browser);
  await page.goto(server.address);
  await page.locator("#example:enabled").waitFor();
  await context.setOffline(true);
  await tryExample(page);
  assert.ok((await page.locator("#report table").count()) > 0, "no table");
  assert.notEqual(await page.locator("#overview figcaption").innerText(), "");
  assert.equal(await page.locator("#overview svg").count(), 0);
  assert.deepEqual(watched.violations, []);
  await context.close();
});

test("the page computes what the package computes in Node", { skip }, async () => {
  const { page, context } = await watchedPage(browser);
  await page.goto(server.address);
  await page.locator("#as-of").fill("2026-06-30");
  await tryExample(page);
  const publication = Plan.parse(plan).evaluate({ survey: data, as_of: "2026-06-30" }).publish();
  assert.equal(await saved(page, "json"), publication.toJson());
  assert.equal(await saved(page, "machine"), publication.toCsv());
  assert.equal(await saved(page, "report"), publication.toHtml({ language: "en", audience: "partners" }));
  assert.equal(await saved(page, "plan"), plan.toString("utf8"));
  await page.locator("#audience").selectOption("residents");
  await page.locator("main:not([aria-busy])").waitFor();
  await page.locator("nav a[lang=nl]").click();
  await page.locator("main:not([aria-busy])").waitFor();
  assert.equal(await saved(page, "report"), publication.toHtml({ language: "nl", audience: "residents" }));
  assert.equal(await saved(page, "spreadsheet"), publication.toCsv({ flavour: "spreadsheet", language: "nl" }));
  await context.close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, in every language and state (${colorScheme})`, { skip }, async () => {
    const { page, context } = await watchedPage(browser, { colorScheme });
    await page.goto(server.address);
    await page.locator("#example:enabled").waitFor();
    assert.deepEqual(await axeFindings(page), [], "empty");
    await page.locator("#evaluate").click();
    await page.locator("#faults:not([hidden])").waitFor();
    assert.deepEqual(await axeFindings(page), [], "nothing chosen");
    await tryExample(page);
    for (const language of ["en", "fr", "nl"]) {
      await page.locator(`nav a[lang=${language}]`).click();
      await page.locator("main:not([aria-busy])").waitFor();
      for (const audience of ["partners", "residents"]) {
        await page.locator("#audience").selectOption(audience);
        await page.locator("main:not([aria-busy])").waitFor();
        assert.deepEqual(await axeFindings(page), [], `${language}, ${audience}`);
        assert.deepEqual(await structureFaults(page), [], `${language}, ${audience}`);
      }
    }
    await context.close();
  });
}

test("axe and the checks of structure find what is wrong on a bad page", { skip }, async () => {
  const { page, context } = await watchedPage(browser);
  await page.setContent("<html><body><h3>x</h3><img src='data:,'><table><tr><td>1</td></tr></table></body></html>");
  assert.ok((await axeFindings(page)).length > 0);
  assert.ok((await structureFaults(page)).length >= 3);
  await context.close();
});

test("the language is kept in the address and changes every text", { skip }, async () => {
  const { page, context } = await watchedPage(browser);
  await page.goto(`${server.address}?lang=fr`);
  await tryExample(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
  assert.equal(await page.title(), "Où en est notre partenariat ? – cohesion-core");
  await page.locator("nav a[lang=nl]").click();
  await page.locator("main:not([aria-busy])").waitFor();
  assert.match(page.url(), /\?lang=nl$/);
  assert.equal(await page.locator("#report .cc-report").getAttribute("lang"), "nl");
  assert.match(await page.locator("#report").innerText(), /\d,\d/);
  const labels = await page.locator("[data-text]").allInnerTexts();
  assert.ok(labels.every((label) => !/undefined/.test(label)));
  await context.close();
});

test("chosen files are evaluated, and what is wrong with them is told with its line", { skip }, async () => {
  const { page, context, watched } = await watchedPage(browser);
  await page.goto(server.address);
  await page.locator("#evaluate:enabled").click();
  assert.equal(await page.locator("#faults li").count(), 2);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "faults");

  const csvFile = { name: "answers.csv", mimeType: "text/csv", buffer: data };
  const broken = Buffer.from("titel = 'x'\n[survey]\nweigths = 'w'\n<script>alert(1)</script>");
  await page
    .locator("#plan")
    .setInputFiles({ name: "plan.toml", mimeType: "text/plain", buffer: broken.subarray(0, 35) });
  await page.locator("#data").setInputFiles(csvFile);
  await page.locator("#evaluate").click();
  await page.locator("#faults li", { hasText: "line 3" }).waitFor();
  assert.match(await page.locator("#faults").innerText(), /titel, line 1: .*title/);

  await page.locator("#plan").setInputFiles({ name: "plan.toml", mimeType: "text/plain", buffer: plan });
  await page.locator("#evaluate").click();
  await page.locator("#read-filled:not([hidden])").waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
  assert.ok(await page.locator("#faults").isHidden());

  const ragged = Buffer.from("D,X1\n1\n0,2,3\n");
  await page.locator("#data").setInputFiles({ name: "ragged.csv", mimeType: "text/csv", buffer: ragged });
  await page.locator("#evaluate").click();
  await page.locator("#faults li", { hasText: "line 2" }).waitFor();
  assert.equal(await page.locator("#faults li").count(), 2);
  assert.deepEqual(watched.errors, []);
  await context.close();
});

test("cells that are no numbers are listed, and their text stays text", { skip }, async () => {
  const { page, context, watched } = await watchedPage(browser);
  await page.goto(server.address);
  const rows = data.toString("utf8").trimEnd().split(/\r?\n/);
  const cells = rows[1].split(",");
  rows[1] = [...cells.slice(0, -1), "<img src=x onerror=alert(1)>"].join(",");
  const buffer = Buffer.from(rows.join("\n"));
  await page.locator("#plan").setInputFiles({ name: "plan.toml", mimeType: "text/plain", buffer: plan });
  await page.locator("#data").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer });
  await page.locator("#evaluate:enabled").click();
  await page.locator("#unparsed li", { hasText: "<img src=x onerror=alert(1)>" }).waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
  assert.equal(await page.locator("main img").count(), 0);
  assert.deepEqual(watched.violations, []);
  await context.close();
});

test("nothing is wider than a narrow screen, and the keyboard reaches everything", { skip }, async () => {
  const { page, context } = await watchedPage(browser, { viewport: { width: 320, height: 640 } });
  await page.goto(server.address);
  await page.locator("#example:enabled").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
  await page.locator("#example").focus();
  await page.keyboard.press("Enter");
  await page.locator("#read-filled:not([hidden])").waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(widths[0] <= widths[1], `${widths[0]} px on a screen of ${widths[1]} px`);
  await context.close();
});

test("the printed report is tagged, has a language and no controls", { skip }, async () => {
  const { page, context } = await watchedPage(browser);
  await page.goto(`${server.address}?lang=fr`);
  await tryExample(page);
  await page.emulateMedia({ media: "print" });
  for (const id of ["choose", "keep", "status"]) assert.ok(await page.locator(`#${id}`).isHidden(), id);
  const pdf = (await page.pdf({ tagged: true, outline: true })).toString("latin1");
  for (const mark of ["/StructTreeRoot", "/Lang (fr)", "/TH"]) assert.ok(pdf.includes(mark), mark);
  await context.close();
});

test("the single file opens from disk and computes without any request", { skip }, async () => {
  const { page, context, watched } = await watchedPage(browser);
  const address = pathToFileURL(singleFile).href;
  await context.setOffline(true);
  await page.goto(address);
  await tryExample(page);
  assert.ok((await page.locator("#overview svg path").count()) > 0, "no chart was drawn");
  const publication = Plan.parse(plan)
    .evaluate({ survey: data, as_of: await page.locator("#as-of").inputValue() })
    .publish();
  assert.equal(await saved(page, "json"), publication.toJson());
  assert.deepEqual(
    watched.requests.filter((url) => url !== address && !/^(data|blob):/.test(url)),
    [],
  );
  assert.deepEqual(watched.violations, []);
  assert.deepEqual(watched.errors, []);
  await context.close();
});

test("after Stop the report before can be had in another language", { skip }, async () => {
  const { page, context, watched } = await watchedPage(browser);
  await page.goto(server.address);
  await tryExample(page);
  const rows = data.toString().split("\n");
  const large = Buffer.from(`${rows[0]}\n${rows.slice(1, -1).join("\n").concat("\n").repeat(1_500)}`);
  await page.locator("#plan").setInputFiles({ name: "plan.toml", mimeType: "text/plain", buffer: plan });
  await page.locator("#data").setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer: large });
  await page.locator("#evaluate").click();
  await page.locator("#cancel:not([hidden])").click();
  await page.locator("main:not([aria-busy])").waitFor();
  assert.match(await page.locator("#status").textContent(), /^Stopped/);

  await page.locator('nav a[lang="fr"]').click();
  await page.locator("#report h3", { hasText: "Somerville" }).first().waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
  assert.equal(await page.locator("#status").textContent(), "Le rapport est prêt.");
  assert.equal(await page.locator("#faults").isHidden(), true);
  assert.match(await saved(page, "report"), /<html lang="fr"/);
  assert.deepEqual(watched.errors, []);
  await context.close();
});

test("a file that is too large is refused before it is read", { skip }, async () => {
  const { page, context } = await watchedPage(browser, { locale: "nl" });
  await page.goto(server.address);
  await page.locator("#example:enabled").waitFor();
  await page.locator("#plan").setInputFiles({ name: "plan.toml", mimeType: "text/plain", buffer: plan });
  await page.evaluate(() => {
    const file = new File(["x"], "answers.csv");
    Object.defineProperty(file, "size", { value: 200_000_001 });
    Object.defineProperty(document.querySelector("#data"), "files", { value: [file] });
  });
  await page.locator("#evaluate").click();
  assert.match(await page.locator("#faults").textContent(), /201 MB; een browser kan 100 MB aan/);
  await context.close();
});
