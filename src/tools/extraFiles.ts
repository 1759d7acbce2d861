/** Files that the extension needs and no page names: words for inside pages, the terms of each language, the neutral icons. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { languageHeaders, readCatalogue } from '../rules/languages.ts';
import { ROOT } from '../rules/load.ts';

/** Keys that the label and its panel use. */
const IN_PAGES = /^(indicator|profile|level|label|reasons|detail\.about|@country|@month|@date)\./;

/**
 * A plugin that emits `words/<lang>.js` for every catalogue but English, which the content script holds itself,
 * `terms/<lang>.js` for the terms of every language (the background has both run in a page that asks for them),
 * `icons/neutral-<size>.png`, and `managed.json`, which says what an organisation can preset.
 */
export function extraFiles(): Plugin {
  return {
    name: 'lurelight-extra-files',
    generateBundle() {
      for (const name of readdirSync(join(ROOT, 'icons')).filter((icon) => /^neutral-\d+\.png$/.test(icon))) {
        this.emitFile({
          type: 'asset',
          fileName: `icons/${name}`,
          source: readFileSync(join(ROOT, 'icons', name)),
        });
      }
      this.emitFile({
        type: 'asset',
        fileName: 'managed.json',
        source: readFileSync(join(ROOT, 'src', 'browser', 'managed.schema.json')),
      });
      const terms = join(ROOT, 'src', 'generated', 'terms');
      for (const name of readdirSync(terms)) {
        const lang = name.replace('.json', '');
        const pack = readFileSync(join(terms, name), 'utf8');
        const source = `globalThis.lurelightTerms?.(${JSON.stringify(lang)},JSON.parse(${JSON.stringify(pack)}));`;
        this.emitFile({ type: 'asset', fileName: `terms/${lang}.js`, source });
      }
      for (const { lang, dir } of languageHeaders()) {
        if (lang === 'en') continue;
        const names = join(ROOT, 'src', 'generated', 'names', `${lang}.json`);
        const own = existsSync(names)
          ? (JSON.parse(readFileSync(names, 'utf8')) as Record<string, string>)
          : {};
        const entries = Object.fromEntries(
          Object.entries({ ...readCatalogue(lang), ...own }).filter(([key]) => IN_PAGES.test(key)),
        );
        // An isolated world's own global, which no page can see.
        const source = `globalThis.lurelightWords?.(${JSON.stringify({ lang, dir, entries })});`;
        this.emitFile({ type: 'asset', fileName: `words/${lang}.js`, source });
      }
    },
  };
}
