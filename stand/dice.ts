/** mulberry32: the same throws for the same state, which moves on. @shape -> [0, 1) */
export function throwDice(state: { dice: number }): number {
  state.dice = (state.dice + 0x6d2b79f5) | 0
  let mixed = Math.imul(state.dice ^ (state.dice >>> 15), 1 | state.dice)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
