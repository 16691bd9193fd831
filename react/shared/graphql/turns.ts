let last = 0

/** Tells what came before what on this page: a computer's clock jumps, this does not. */
export function nextTurn(): number {
  last += 1

  return last
}
