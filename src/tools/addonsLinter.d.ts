/** The part of addons-linter that we call; the package has no types of its own. */
declare module 'addons-linter' {
  interface LintMessage {
    code: string;
    message: string;
    description?: string;
    file?: string;
  }
  interface LintResult {
    summary: { errors: number; warnings: number; notices: number };
    errors: LintMessage[];
    warnings: LintMessage[];
    notices: LintMessage[];
  }
  interface LintConfig {
    _: string[];
    [option: string]: unknown;
  }
  export function createInstance(options: { config: LintConfig; runAsBinary: boolean }): {
    run(): Promise<LintResult>;
  };
}
