import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PAUSE_MS = 500

/** Keeps a double's data on disk between starts; does nothing without a directory. */
export class SavedState<Saved> {
  private readonly file: string | null
  private timer: NodeJS.Timeout | null = null

  constructor(
    readonly directory: string | null,
    name: string,
    private readonly current: () => Saved
  ) {
    this.file = directory && join(directory, name)
  }

  read(): Saved | null {
    if (!this.file) return null
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Saved
    } catch {
      return null
    }
  }

  /** Soon, once for many changes. */
  touch(): void {
    if (!this.file || this.timer) return
    this.timer = setTimeout(() => this.flush(), PAUSE_MS)
  }

  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (!this.file || !this.directory) return
    mkdirSync(this.directory, { recursive: true })
    writeFileSync(`${this.file}.~new`, JSON.stringify(this.current()))
    renameSync(`${this.file}.~new`, this.file)
  }

  forget(): void {
    if (this.file) rmSync(this.file, { force: true })
  }
}
