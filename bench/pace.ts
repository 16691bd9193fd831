// npm run bench:pace -- --rows 10000: how much of the pace the lanes use up, on virtual time, with rows that hang and fail as
// in bench:batch. No stand, no neighbours: the same figures each time, and on any machine.
import { PACE, runPaced } from '../node/edge/testing/pacedLanes'
import { numberOf, print, type Line } from './table'

const QUOTA = 6_000
const SEEDS = [1, 2, 3, 4, 5, 6]

async function main() {
  const rows = numberOf('rows', 10_000)
  const lines: Line[] = []
  for (const seed of SEEDS) {
    const { ms, reads, skipped, doubled } = await runPaced(rows, seed)
    const paced = (reads / PACE) * 60_000
    lines.push({
      seed,
      rows,
      ratio: ms / ((reads / QUOTA) * 60_000),
      'of the pace': ms / paced,
      'moments skipped': skipped,
      'beside the pace, s': (ms - paced) / 1_000,
      'reads a row': reads / rows,
      'rows in two hands': doubled,
    })
  }
  print(`Lanes at ${PACE} reads a minute of ${QUOTA}, on virtual time`, lines)
}

void main()
