/** When to compare something with what it was: always, as long as it stays the same; ever more seldom, once it does not. */

/** Most times in a row that are left out. */
const maxRest = 256;

export class Comparison {
  private changeCount = 0;
  private restCount = 0;

  /** Asked once each time; `false` where comparing is not worth it now. */
  isDue(): boolean {
    if (this.restCount === 0) return true;
    this.restCount -= 1;
    return false;
  }

  same(): void {
    this.changeCount = 0;
  }

  /** Leaves out the next 2, 4, 8 … times. */
  changed(): void {
    this.changeCount += 1;
    this.restCount = Math.min(2 ** this.changeCount, maxRest);
  }
}
