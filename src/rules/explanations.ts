/** The English explanations that stand in the rule files, as one flat catalogue of messages. */
import type { RuleFiles } from './ruleFiles';

/** Keys `indicator.<id>.says|why|better` (and `.bare.says`), `profile.<id>.name|means`. */
export function explanations(files: Pick<RuleFiles, 'indicators' | 'profiles'>): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const { id, data } of files.indicators) {
    const { says, saysBare, why, better } = data.explain;
    const forms: [string, string][] = [[`indicator.${id}`, says]];
    if (saysBare) forms.push([`indicator.${id}.bare`, saysBare]);
    for (const [key, words] of forms) {
      messages[`${key}.says`] = words;
      messages[`${key}.why`] = why;
      messages[`${key}.better`] = better;
    }
  }
  for (const { id, data } of files.profiles) {
    messages[`profile.${id}.name`] = data.name;
    messages[`profile.${id}.means`] = data.meaning;
  }
  return messages;
}
