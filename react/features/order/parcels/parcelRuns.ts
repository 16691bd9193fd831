import { createRun } from '../../../shared/sending/tickedRun'

type Run = ReturnType<typeof createRun>

const runs = new Map<string, Run>()

/**
 * The run over an order's ticked packages, its rows named by invoice number. One for each order: it goes on while another
 * order is open. What VTEX took and does not show yet stays in the list of sends, so that the page looks for it.
 */
export function parcelRunOf(orderId: string): Run {
  const known = runs.get(orderId)
  if (known) return known
  const run = createRun(['unknown', 'applying'])
  runs.set(orderId, run)
  return run
}
