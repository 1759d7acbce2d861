import { languageHeaders } from '../../../src/rules/languages';
import { byLetters, describeNarrow } from './narrow';

describeNarrow(byLetters(languageHeaders()).own);
