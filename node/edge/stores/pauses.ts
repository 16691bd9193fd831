let turns = 0

/**
 * How long a writer waits until it tries again: spread by owner and turn, so that two of them do not meet again and again.
 * @param spread the pause is shorter than `shortest` and this together
 * @unit milliseconds
 */
export function pause(owner: string, shortest: number, spread: number): number {
  turns = (turns + 1) % TURNS
  return pauseAt(turns, owner, shortest, spread)
}

/** After so many turns the pauses of an owner come again. */
export const TURNS = 97

/** The pause of one turn, from 0 on. */
export function pauseAt(turn: number, owner: string, shortest: number, spread: number): number {
  let mixed = 0
  for (const sign of owner) mixed = (mixed * 31 + sign.charCodeAt(0)) % PRIME
  return shortest + (((mixed + turn * STEP) % PRIME) % spread)
}

const PRIME = 1009
/** From turn to turn, round the prime or not: of no spread that is asked for a multiple, so that no pause is as the last. */
const STEP = 389
