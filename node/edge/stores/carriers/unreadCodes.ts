import type { UnreadCodes } from '../../../domain/carriers/unreadCodes'
import type { UnreadCodesPort } from '../../../usecases/carriers/ports'
import { orUnseen } from '../creating'
import { changeSeeded, type SeededParts } from '../seeded'

const PATH = 'carriers/unread-codes.json'
const NONE: UnreadCodesFile = { connectors: {} }

interface UnreadCodesFile {
  readonly connectors: UnreadCodes
}

/** Codes that carriers sent and nobody has read: one small file under If-Match. What is lost of it comes again with its code. */
export class UnreadCodeStore implements UnreadCodesPort {
  constructor(private readonly parts: SeededParts) {}

  async read(): Promise<UnreadCodes> {
    return codesIn((await this.parts.files.read(PATH))?.data)
  }

  async change(change: (known: UnreadCodes) => UnreadCodes | null): Promise<void> {
    const saving = changeSeeded(this.parts, PATH, NONE, (newest) => {
      const connectors = change(codesIn(newest))
      return connectors && { connectors }
    })
    await orUnseen('UnreadCodes', saving)
  }
}

function codesIn(data: unknown): UnreadCodes {
  const { connectors } = (data ?? {}) as Partial<UnreadCodesFile>
  return typeof connectors === 'object' && connectors !== null ? connectors : {}
}
