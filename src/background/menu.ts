/** The menu entry for selected text. Phones have no menus: there the check page is reached from the popup. */
import browser from '../browser/api';
import { handOver } from '../browser/handover';
import { t } from '../ui/messages';

const ENTRY = 'check-selection';
const CHECK = 'src/check/index.html';

/** Puts the entry into the browser's menu, in the language that `t` speaks. */
export async function addMenu(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ENTRY, title: t('toolbar.menu'), contexts: ['selection'] });
}

/** Opens the check page with the selected text. */
export function onMenu(): void {
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId !== ENTRY || !selectionText) return;
    void handOver(selectionText).then((id) =>
      browser.tabs.create({ url: browser.runtime.getURL(`${CHECK}?text=${id}`) }),
    );
  });
}
