import type { Verdict } from '../../domain/account/check'
import {
  judgeAbsence,
  judgeConditionalWrite,
  judgeReadAfterWrite,
  type ReadBack,
  type WriterRound,
} from '../../domain/account/storageVerdicts'
import { Fault } from '../../domain/problem/fault'
import type { AccountCheckPorts, ProbeFilesPort } from './ports'

type StoragePorts = Pick<AccountCheckPorts, 'files' | 'newId'>

/** Enough to see what happens often; what happens rarely no check of a minute can see. */
const ROUNDS = 4

/** Two writers save at once under the version that both have read. */
export function checkConditionalWrite(ports: StoragePorts): Promise<Verdict> {
  return withFile(ports, 'conditional-write', async (files, path) => {
    const rounds: WriterRound[] = []
    await files.save(path, 0, null)
    for (let round = 1; round <= ROUNDS; round += 1) {
      const before = await files.read(path)
      if (before === null) throw gone()
      const contents = [2 * round, 2 * round + 1]
      const answers = await Promise.all(
        contents.map((content) => files.save(path, content, before.version))
      )
      const after = await files.read(path)
      const holds = contents.findIndex((content) => content === after?.content)
      rounds.push({ answers, holds: holds < 0 ? null : holds })
    }
    return judgeConditionalWrite(rounds)
  })
}

/** Every save is read back at once. */
export function checkReadAfterWrite(ports: StoragePorts): Promise<Verdict> {
  return withFile(ports, 'read-after-write', async (files, path) => {
    const reads: ReadBack[] = []
    for (let wrote = 1; wrote <= ROUNDS; wrote += 1) {
      await files.save(path, wrote, null)
      reads.push({ wrote, saw: (await files.read(path))?.content ?? null })
    }
    return judgeReadAfterWrite(reads)
  })
}

/** A file is looked for, saved, and looked for again: a "missing" may be remembered. */
export function checkAbsence(ports: StoragePorts): Promise<Verdict> {
  return withFile(ports, 'absence', async (files, path) => {
    const wasAbsent = (await files.read(path)) === null
    await files.save(path, 1, null)
    let falseAbsences = 0
    for (let read = 0; read < ROUNDS; read += 1) {
      if ((await files.read(path)) === null) falseAbsences += 1
    }
    const isListed = await files.isListed(path)
    return judgeAbsence({ wasAbsent, reads: ROUNDS, falseAbsences, isListed })
  })
}

/** A file of one's own for one check: two people who check at once do not meet. It is removed however the check ends. */
async function withFile(
  { files, newId }: StoragePorts,
  name: string,
  check: (files: ProbeFilesPort, path: string) => Promise<Verdict>
): Promise<Verdict> {
  const path = `${name}/${newId()}.json`
  try {
    return await check(files, path)
  } finally {
    // What is left behind harms nothing: nobody else reads this bucket.
    await files.remove(path).catch(() => undefined)
  }
}

function gone(): Fault {
  return new Fault({ kind: 'notFound', upstream: 'VBASE', operation: 'Read' })
}
