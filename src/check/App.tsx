/** The check page: paste a text, an ad, a whole chat; the same answer as on a page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Judge } from '../detect/withTerms';
import type { CompiledHelp } from '../helplines/types';
import { Detail } from '../ui/Detail';
import type { Explainer } from '../ui/explainer';
import { Help } from '../ui/help/Help';
import { NO_HELP } from '../ui/help/helpData';
import { Licence } from '../ui/help/Licence';
import { More } from '../ui/More';
import { t } from '../ui/messages';
import { Rich } from '../ui/Rich';
import { Shell } from '../ui/Shell';
import { useLoaded, useSettings } from '../ui/state';
import { judgeText, type Result } from './judge';

export interface CheckProps {
  loadHelp: () => Promise<CompiledHelp>;
  loadExplainer: () => Promise<Explainer>;
  loadJudge: () => Promise<Judge>;
  /** A text that came from elsewhere, to be checked at once; '' for none. */
  given: () => Promise<string>;
}

export function CheckApp({ loadHelp, loadExplainer, loadJudge, given }: CheckProps) {
  const { settings, save } = useSettings();
  const help = useLoaded(loadHelp, true, NO_HELP);
  const explainer = useLoaded(loadExplainer);
  const [text, setText] = useState('');
  const [result, setResult] = useState<(Result & { turn: number }) | null>(null);
  // Why there is no result although one was asked for.
  const [lack, setLack] = useState<'text' | 'judge' | null>(null);
  const turn = useRef(0);
  const check = async (words: string) => {
    const mine = ++turn.current;
    const isEmpty = words.trim() === '';
    setLack(isEmpty ? 'text' : null);
    const judged = isEmpty ? null : await judgeWith(loadJudge, words);
    // Another text may have been asked about in the meantime.
    if (mine !== turn.current) return;
    setResult(judged && { ...judged, turn: mine });
    if (!isEmpty && judged === null) setLack('judge');
  };
  useEffect(() => {
    void given().then(
      (words) => {
        if (words === '') return;
        setText(words);
        void check(words);
      },
      () => {},
    );
  }, [given]);
  const clear = () => {
    turn.current++;
    setText('');
    setResult(null);
    setLack(null);
  };
  const reasons = (result && explainer?.explain(result.assessment)) ?? [];
  return (
    <Shell here="check" neutral={settings.neutral}>
      <h1>{t('check.title')}</h1>
      <p>{t('check.about')}</p>
      <label class="paste">
        <span>{t('check.label')}</span>
        <textarea rows={8} dir="auto" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="buttons">
        <button type="button" class="main-button" onClick={() => void check(text)}>
          {t('check.button')}
        </button>
        <button type="button" onClick={clear}>
          {t('check.clear')}
        </button>
      </div>
      <p role="status">
        {lack === 'text' && t('check.empty')}
        {lack === 'judge' && <Rich words={t('steps.talk')} />}
      </p>
      {result && <Looked key={`looked-${result.turn}`} result={result} />}
      {result && result.assessment.level !== 'none' && (
        <Detail
          key={`found-${result.turn}`}
          item={result}
          reasons={reasons}
          licence={<Licence help={help} settings={settings} promised={result.assessment.promised} />}
          more={<More item={result} reasons={reasons} rules={explainer?.version ?? ''} />}
        />
      )}
      {(result || lack === 'judge') && (
        <Help help={help} settings={settings} save={save} promised={result?.assessment.promised ?? null} />
      )}
    </Shell>
  );
}

/** The result; null where the rules cannot be loaded, or fail. */
function judgeWith(loadJudge: () => Promise<Judge>, words: string): Promise<Result | null> {
  return loadJudge()
    .then((judge) => judgeText(words, judge))
    .catch(() => null);
}

/** What was looked at; where nothing was found, that this proves nothing. */
function Looked({ result: { assessment, messages, senders, cut } }: { result: Result }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const found = assessment.level !== 'none';
  useEffect(() => {
    if (!found) heading.current?.focus();
  }, [found]);
  return (
    <section>
      {!found && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {t('check.nothing')}
          </h2>
          <p class="nothing">
            <Rich words={t('nothing.text')} />
          </p>
        </>
      )}
      <p class="soft">
        {senders > 0 ? t('check.looked.chat', { count: messages, senders }) : t('check.looked.text')}
        {cut && ` ${t('check.looked.cut')}`}
      </p>
    </section>
  );
}
