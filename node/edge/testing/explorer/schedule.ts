import type { Finding } from './explore'
import type { Step } from './scheduler'

/** A finding for reading: who called what, what was chosen, when. `isShort` leaves out what went its usual way. */
export function scheduleOf(
  { scenario, setting, run, anomalies, runs }: Finding,
  isShort: boolean
): string {
  const { scheduler, sinceStartMs } = run.world
  const startMs = scheduler.now() - sinceStartMs
  const lines = scheduler.steps
    .filter((step) => !isShort || isTelling(step))
    .map((step) => lineOf(step, startMs))
  return [
    `${scenario.name} (${anomalies} anomalies, run ${runs}) ${JSON.stringify(setting)}`,
    ...lines,
    `  ✗ ${run.violation?.promise}: ${run.violation?.detail}`,
  ].join('\n')
}

function isTelling({ text, way, isSwap }: Step): boolean {
  return (way !== '' && way !== 'lands') || isSwap || /^[▶◀]|^oms (POST|PUT|PATCH|start)/.test(text)
}

function lineOf({ atMs, caller, text, way, isSwap }: Step, startMs: number): string {
  const time = ((atMs - startMs) / 1000).toFixed(2).padStart(9)
  const chosen = [isSwap ? 'first' : '', way].filter(Boolean).join(', ')
  return `${time} s  ${caller}  ${text}${chosen && `  ← ${chosen}`}`
}
