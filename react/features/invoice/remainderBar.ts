/** Shares of the bar in hundredths of its width, and how much is too much, in cents. */
export interface RemainderBar {
  before: number
  current: number
  left: number
  over: number
}

/**
 * How the bar is drawn: invoiced before, this one, left. An amount beyond what remains fills the bar and
 * is told as `over`; nothing ever leaves its frame.
 */
export function remainderBar(total: number, before: number, amount: number): RemainderBar {
  const whole = Math.max(total, before, 1)
  const over = Math.max(0, before + amount - whole)
  const share = (cents: number) => Math.max(0, Math.min(100, (cents / whole) * 100))
  const earlier = share(before)
  const current = Math.min(100 - earlier, share(amount - over))

  return {
    before: earlier,
    current: over > 0 ? 100 - earlier : current,
    left: over > 0 ? 0 : 100 - earlier - current,
    over,
  }
}
