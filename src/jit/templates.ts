/** Templates of JavaScript, taken apart once: most of them come again and again. */

export interface Template {
  /** Text and, at odd places, the number of the input that follows it. */
  readonly parts: readonly (string | number)[];
  /** Names in the text: helpers among them must be given to the unit. */
  readonly names: readonly string[];
}

/** Numbers of registers and the like make so many templates at most before all are forgotten. */
const MAX_TEMPLATES = 4000;

const INPUT = /\$(\d+)/;
const NAME = /\b[A-Za-z_][A-Za-z0-9_]*\b/g;

const templates = new Map<string, Template>();

export function templateOf(text: string): Template {
  let template = templates.get(text);
  if (template === undefined) {
    if (templates.size >= MAX_TEMPLATES) templates.clear();
    const parts = text.split(INPUT).map((part, index) => (index % 2 === 0 ? part : Number(part)));
    template = { parts, names: text.match(NAME) ?? [] };
    templates.set(text, template);
  }
  return template;
}
