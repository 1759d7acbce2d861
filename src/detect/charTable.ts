/** What is known of each UTF-16 code unit, worked out on first sight. Texts hold few of all characters: room is made by the page. */

/** Code units of a page. */
const PAGE = 256;

/** A whole number from 0 to 65,535 for each code unit, 0 where nothing is known yet. */
export class CharTable {
  private readonly empty = new Uint16Array(PAGE);
  private readonly pages: Uint16Array[] = Array.from({ length: 65_536 / PAGE }, () => this.empty);

  at(code: number): number {
    return (this.pages[code >> 8] as Uint16Array)[code & 255] as number;
  }

  set(code: number, value: number): void {
    const n = code >> 8;
    if (this.pages[n] === this.empty) this.pages[n] = new Uint16Array(PAGE);
    (this.pages[n] as Uint16Array)[code & 255] = value;
  }
}
