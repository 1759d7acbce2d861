/** Runs in a page of a real browser: the readers as the content script has them. */
import { ChosenReader } from '../../src/page/read/chosen';
import { wholePost } from '../../src/page/read/reading';
import type { CompiledSites } from '../../src/page/read/siteFile';

/** What is read of the page as it stands, in the form of tests/sites/<name>/expected.json without its address. */
function readHere(sites: CompiledSites) {
  const reader = new ChosenReader(sites, location);
  const readAll = () => reader.cards(document).flatMap((card) => reader.read(card));
  let readings = readAll();
  if (reader.reconsider(document)) readings = readAll();
  const pictures = readings.filter(({ unreadable }) => unreadable).length;
  return {
    posts: readings.filter(({ unreadable }) => !unreadable).map(wholePost),
    ...(pictures > 0 && { pictures }),
    ...(reader.roughly && { roughly: true }),
  };
}

(globalThis as { readHere?: typeof readHere }).readHere = readHere;
