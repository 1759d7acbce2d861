/** A stand and Chromium with the built extension, for all tests of one file. */
import { afterAll, beforeAll } from 'vitest';
import { type Launched, launchChromium } from './launch';
import { type Stand, startStand } from './stand';

export interface Here {
  stand: Stand;
  launched: Launched;
}

/** What it answers is filled before the first test of the file runs. */
export function useChromium(): Here {
  const here = {} as Here;
  beforeAll(async () => {
    here.stand = await startStand();
    here.launched = await launchChromium(here.stand.proxyPort);
  });
  afterAll(async () => {
    await here.launched?.close();
    await here.stand?.close();
  });
  return here;
}
