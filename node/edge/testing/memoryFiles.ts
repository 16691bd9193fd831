import { createHash } from 'node:crypto'
import { Fault } from '../../domain/problem/fault'
import { LostMatch, type FileStore, type StoredJson } from '../clients/fileStore'

type Pass = (label: string) => Promise<void>

/** VBase in memory: ETags by content, If-Match judged at the moment of the save, no create-if-absent. */
export class MemoryFiles implements FileStore {
  readonly content = new Map<string, string>()
  /** Saves that are answered as failed: before or after they took effect. */
  readonly failures: ('before' | 'after')[] = []
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
    const text = this.content.get(path)
    await this.pass(`answer ${path}`)
    return text === undefined ? null : { data: JSON.parse(text), etag: etagOf(text) }
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
    if (failure !== 'before') {
      const stored = this.content.get(path)
      if (ifMatch !== null && (stored === undefined || etagOf(stored) !== ifMatch)) {
        throw new LostMatch()
      }
      this.content.set(path, text)
      this.saves++
    }
    await this.pass(`saved ${path}`)
    if (failure) throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
    return this.namesEtags ? etagOf(text) : null
  }
}

function etagOf(text: string): string {
  return createHash('md5').update(text).digest('hex')
}
