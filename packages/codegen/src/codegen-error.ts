/** Why generating stopped: every problem found, each a sentence that says where it is and what to do. */
export class CodegenError extends Error {
  override readonly name = 'CodegenError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}
