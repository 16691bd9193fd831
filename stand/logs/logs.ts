/** A line that a worker wrote; `entry` where it was one of `ctx.vtex.logger`. */
export interface LogLine {
  readonly replica: number
  readonly text: string
  readonly entry: Record<string, unknown> | null
}

const KEPT = 2000

/** The last lines of all workers. */
export class Logs {
  private lines: LogLine[] = []

  add(replica: number, text: string): void {
    this.lines.push({ replica, text, entry: parse(text) })
    if (this.lines.length > KEPT) this.lines = this.lines.slice(-KEPT)
  }

  list(): readonly LogLine[] {
    return this.lines
  }

  clear(): void {
    this.lines = []
  }
}

function parse(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{')) return null
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    return value.__VTEX_IO_LOG === true ? value : null
  } catch {
    return null
  }
}
