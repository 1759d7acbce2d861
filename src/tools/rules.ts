/** `npm run rules`: checks all rule files and writes what the extension loads to src/generated. */

import { writeGenerated } from '../rules/generate';
import { RuleError } from '../rules/load';

try {
  const { version, sizes } = writeGenerated();
  console.log(
    `rules ${version}: ${sizes.map(({ name, bytes }) => `${name} ${Math.round(bytes / 1024)} kB`).join(', ')}`,
  );
} catch (error) {
  if (!(error instanceof RuleError)) throw error;
  console.error(`The rules are not right:\n${error.message}`);
  process.exitCode = 1;
}
