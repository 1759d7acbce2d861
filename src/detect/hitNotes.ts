/**
 * The hits of one text by literal and by anchor: which were met, and the places of each. One text and one pack at a time: the
 * room is used again for the next.
 */
import { type Hits, NONE, type Payload } from './hits';
import { grown } from './room';

/**
 * Hits of one part that are looked at: as many as a long post has of a common word. A text that repeats a word without end
 * tells nothing new.
 */
export const MAX_REPEATS = 64;
/** Room for hits of anchors, to begin with. */
const NODES = 1_024;
/** More hits of anchors than this are not looked at; their numbers take 16 bits. */
const MAX_NODES = 65_000;
const MAX_TURN = 255;

export class HitNotes {
  /** The text and pack in which a literal or an anchor was last met, by its turn; few texts need clearing. */
  private literalTurn = new Uint8Array(0);
  private anchorTurn = new Uint8Array(0);
  private turn = 0;
  /** Of each literal its first hit in the text. */
  private firstHit = new Uint16Array(0);
  /** Of each anchor its first and last room, and how many it has; of each room its hit and the next one. */
  private firstNode = new Uint16Array(0);
  private lastNode = new Uint16Array(0);
  private nodeCount = new Uint8Array(0);
  private nodeHit = new Int32Array(NODES);
  private nextNode = new Int32Array(NODES);

  /** Makes room for the numbers of a pack of so many literals and parts. */
  reserve(literals: number, parts: number): void {
    if (literals > this.literalTurn.length) {
      this.literalTurn = new Uint8Array(literals);
      this.firstHit = new Uint16Array(literals);
    }
    if (parts > this.anchorTurn.length) {
      this.anchorTurn = new Uint8Array(parts);
      this.firstNode = new Uint16Array(parts);
      this.lastNode = new Uint16Array(parts);
      this.nodeCount = new Uint8Array(parts);
    }
  }

  /** Chains the hits of each literal and of each anchor, and lists the anchors that were met. */
  note(hits: Hits): number[] {
    this.nextTurn();
    // Backwards, so that the chain of a literal begins with its first hit.
    for (let n = hits.count - 1; n >= 0; n--) this.noteLiteral(hits, n);
    const met: number[] = [];
    let node = 0;
    for (let n = 0; n < hits.count; n++) {
      const { anchors } = hits.payloads[n] as Payload;
      for (let k = 0; k < anchors.length; k++) node = this.noteAnchor(anchors[k] as number, n, node, met);
    }
    return met;
  }

  private noteLiteral(hits: Hits, n: number): void {
    const { literal } = hits.payloads[n] as Payload;
    hits.literal[n] = literal;
    hits.nextSame[n] = this.firstOf(literal);
    this.literalTurn[literal] = this.turn;
    this.firstHit[literal] = n;
  }

  /** The first hit of a literal, or NONE; the others follow by `nextSame`. */
  firstOf(literal: number): number {
    return this.literalTurn[literal] === this.turn ? (this.firstHit[literal] as number) : NONE;
  }

  /** The first room of an anchor that was met. */
  firstRoom(anchor: number): number {
    return this.firstNode[anchor] as number;
  }

  /** The hit that a room holds. */
  hitIn(room: number): number {
    return this.nodeHit[room] as number;
  }

  /** The room behind this one, or NONE. */
  nextRoom(room: number): number {
    return this.nextNode[room] as number;
  }

  private nextTurn(): void {
    if (++this.turn <= MAX_TURN) return;
    this.literalTurn.fill(0);
    this.anchorTurn.fill(0);
    this.turn = 1;
  }

  /** Notes a hit of an anchor in the room `node`, and adds the anchor to `met` when it is the first. Returns the next free room. */
  private noteAnchor(anchor: number, hit: number, node: number, met: number[]): number {
    const { anchorTurn, lastNode, nodeCount } = this;
    if (node === MAX_NODES) return node;
    if (node === this.nodeHit.length) {
      this.nodeHit = grown(this.nodeHit, 2 * node);
      this.nextNode = grown(this.nextNode, 2 * node);
    }
    if (anchorTurn[anchor] !== this.turn) {
      anchorTurn[anchor] = this.turn;
      nodeCount[anchor] = 0;
      this.firstNode[anchor] = node;
      met.push(anchor);
    } else if (nodeCount[anchor] === MAX_REPEATS) return node;
    else this.nextNode[lastNode[anchor] as number] = node;
    this.nodeHit[node] = hit;
    this.nextNode[node] = NONE;
    lastNode[anchor] = node;
    nodeCount[anchor] = (nodeCount[anchor] as number) + 1;
    return node + 1;
  }
}
