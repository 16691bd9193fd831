/** A block is split when it holds more: what is moved to make room stays as small, however many names there are. */
const MOST_A_BLOCK = 512

/** Negative, zero or positive, as of `Array.sort`. */
export type Compare = (one: string, other: string) => number

export const byCodeUnit: Compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Names in their order. A store that looks through all of its names for each listing answers ever later the more it holds;
 * here whoever adds, removes or lists looks at a few of them: some for finding the place, and those that are shown.
 */
export class SortedNames {
  /** None is empty; every name of a block comes before those of the next one. */
  private readonly blocks: string[][] = []

  /** @param compare by which everything here is found: a test counts its calls */
  constructor(private readonly compare: Compare = byCodeUnit) {}

  add(name: string): void {
    const at = Math.min(this.blockOf(name), this.blocks.length - 1)
    const block = this.blocks[at]
    if (!block) {
      this.blocks.push([name])
      return
    }
    const place = this.placeIn(block, name)
    if (place < block.length && this.compare(block[place]!, name) === 0) return
    block.splice(place, 0, name)
    if (block.length > MOST_A_BLOCK) this.blocks.splice(at + 1, 0, block.splice(block.length >> 1))
  }

  delete(name: string): void {
    const at = this.blockOf(name)
    const block = this.blocks[at]
    if (!block) return
    const place = this.placeIn(block, name)
    if (this.compare(block[place]!, name) !== 0) return
    block.splice(place, 1)
    if (block.length === 0) this.blocks.splice(at, 1)
  }

  /** Those that begin with the prefix and come after `after`, `most` of them at the most. */
  page(prefix: string, after: string, most: number): string[] {
    const found: string[] = []
    const least = this.compare(prefix, after) < 0 ? after : prefix
    let at = this.blockOf(least)
    let place = at < this.blocks.length ? this.placeIn(this.blocks[at]!, least) : 0
    for (; at < this.blocks.length; at += 1, place = 0)
      for (const name of this.blocks[at]!.slice(place)) {
        if (found.length >= most) return found
        if (this.compare(name.slice(0, prefix.length), prefix) !== 0) return found
        if (after === '' || this.compare(name, after) > 0) found.push(name)
      }
    return found
  }

  /** The first block whose last name is not before the name; behind the last one where there is none. */
  private blockOf(name: string): number {
    return firstWhere(this.blocks.length, (at) => {
      const block = this.blocks[at]!
      return this.compare(block[block.length - 1]!, name) >= 0
    })
  }

  /** The first place of a block whose name is not before the name. */
  private placeIn(block: readonly string[], name: string): number {
    return firstWhere(block.length, (at) => this.compare(block[at]!, name) >= 0)
  }
}

/** The first number from 0 on for which it holds, where it holds for all that follow; `count` where it holds for none. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
