import { createHash } from 'node:crypto'
import { Fault } from '../../domain/problem/fault'
import { LostMatch, type FileStore, type StoredJson } from '../clients/fileStore'

type Pass = (label: string) => Promise<void>

/** VBase in memory: ETags by content, If-Match judged at the moment of the save, no create-if-absent. */
export class MemoryFiles implements FileStore {
  readonly content = new Map<string, string>()
  /** Saves that are answered as failed: before or after they took effect, or before they take effect at all. */
  readonly failures: ('before' | 'after' | 'late')[] = []
  /** Files that a read does not find although they are there. */
  readonly hidden = new Set<string>()
  private readonly late: (() => void)[] = []
  saves = 0
  reads = 0
  private readonly underWay = new Set<Promise<unknown>>()

  /** @param pass waits for a call's turn, on the way there and on the way back */
  constructor(
    private readonly pass: Pass = async () => undefined,
    /** Whether a save answers with its ETag: no source says that VBase does. */
    private readonly namesEtags = false
  ) {}

  async read(path: string): Promise<StoredJson | null> {
    await this.pass(`read ${path}`)
    this.reads++
    const text = this.hidden.has(path) ? undefined : this.content.get(path)
    await this.pass(`answer ${path}`)
    return text === undefined ? null : { data: JSON.parse(text), etag: etagOf(text) }
  }

  async list(prefix: string): Promise<readonly string[]> {
    await this.pass(`list ${prefix}`)
    const found = [...this.content.keys()].filter((path) => path.startsWith(prefix))
    await this.pass(`listed ${prefix}`)
    return found
  }

  async remove(path: string): Promise<void> {
    await this.pass(`remove ${path}`)
    this.content.delete(path)
  }

  /** Saves that nobody waits for any more arrive. */
  landLate(): void {
    for (const land of this.late.splice(0)) land()
  }

  save(path: string, data: unknown, ifMatch: string | null): Promise<string | null> {
    const saving = this.saveInTurn(path, JSON.stringify(data), ifMatch)
    this.underWay.add(saving)
    const end = () => this.underWay.delete(saving)
    saving.then(end, end)
    return saving
  }

  /** Resolves when no save is on its way: what waiting long enough means. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled([...this.underWay])
  }

  private async saveInTurn(
    path: string,
    text: string,
    ifMatch: string | null
  ): Promise<string | null> {
    await this.pass(`save ${path}`)
    const failure = this.failures.shift()
    if (failure === 'late') this.late.push(() => this.store(path, text, ifMatch))
    else if (failure !== 'before' && !this.store(path, text, ifMatch)) throw new LostMatch()
    await this.pass(`saved ${path}`)
    if (failure) {
      const status = failure === 'late' ? null : 500
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save', status })
    }
    return this.namesEtags ? etagOf(text) : null
  }

  /** False where somebody else has saved since. */
  private store(path: string, text: string, ifMatch: string | null): boolean {
    const stored = this.content.get(path)
    if (ifMatch !== null && (stored === undefined || etagOf(stored) !== ifMatch)) return false
    this.content.set(path, text)
    this.saves++
    return true
  }
}

function etagOf(text: string): string {
  return createHash('md5').update(text).digest('hex')
}
