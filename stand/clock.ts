/** What the stand takes for now; `PUT /local/clock` moves it, the workers follow. */
export class Clock {
  private offset = 0
  private readonly sleepers = new Set<(wake: boolean) => void>()

  readonly now = (): number => Date.now() + this.offset

  get offsetMs(): number {
    return this.offset
  }

  /** Who sleeps past the new time wakes. Moved back, nobody's time is known any more: all wake. */
  set offsetMs(offsetMs: number) {
    const isBack = offsetMs < this.offset
    this.offset = offsetMs
    for (const look of [...this.sleepers]) look(isBack)
  }

  /** Ends `ms` later by this clock: a test that moves it waits for nothing. Keeps no process alive. */
  readonly sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const due = this.now() + ms
      let timer: NodeJS.Timeout | undefined
      const look = (wake: boolean): void => {
        clearTimeout(timer)
        const rest = due - this.now()
        if (!wake && rest > 0) {
          timer = setTimeout(look, rest, false).unref()
          return
        }
        this.sleepers.delete(look)
        resolve()
      }
      this.sleepers.add(look)
      look(false)
    })
}
