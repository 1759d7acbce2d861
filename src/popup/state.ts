/** What the popup knows about the page, from asking it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageReport } from '../browser/messages';
import type { Ports, Tab } from './ports';

/** `asking` until the page has answered; `unread` when nothing of ours runs there. */
export type PageState =
  | { kind: 'asking'; tab: Tab | null }
  | { kind: 'unread'; tab: Tab | null }
  | { kind: 'read'; tab: Tab; report: PageReport };

/** The page's state, kept fresh: asked at once, and again whenever the page has counted anew. */
export function usePage(ports: Ports): { page: PageState; again: () => void } {
  const [state, setState] = useState<PageState>({ kind: 'asking', tab: null });
  const askTab = useCallback(
    async (tab: Tab) => {
      const report = await ports.ask(tab);
      setState(report ? { kind: 'read', tab, report } : { kind: 'unread', tab });
    },
    [ports],
  );
  useEffect(() => {
    let closed = false;
    let stop = () => {};
    const start = async () => {
      const tab = await ports.findTab();
      if (closed) return;
      if (tab === null) return setState({ kind: 'unread', tab });
      setState({ kind: 'asking', tab });
      stop = ports.onCount(tab, () => void askTab(tab));
      await askTab(tab);
    };
    void start();
    return () => {
      closed = true;
      stop();
    };
  }, [ports, askTab]);
  const again = useCallback(() => {
    if (state.tab) void askTab(state.tab);
  }, [state.tab, askTab]);
  return { page: state, again };
}
