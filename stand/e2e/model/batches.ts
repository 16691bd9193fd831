import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Batch, BatchRow, Outcome, Steered } from '../harness/contract'
import { GraphqlRefusal } from '../harness/graphql'
import type { TestStand } from '../harness/stand'
import { inShort, pause, remember, type Answer, type Memory } from './memory'
import { commandOf, operationsOf, rememberParcel, textOf, whatIsAsked, type Asked } from './parcels'
import { asCommand } from './step'

// Rows of the run's own order, by a batch or by two of them at once.

const MOST_TRIES = 8
const EVERY_MS = 100
/** At the pace of `inShort` this is longer than that waits. */
const MOST_LOOKS = 300

/** Made again where the answer is lost: the same key, the same rows and the same start come to one batch. */
async function insist<T>(stand: TestStand, call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inShort(stand, call())
    } catch (error) {
      if (!(error instanceof GraphqlRefusal) || tries === MOST_TRIES) throw error
      assert.notEqual(error.code, 'INTERNAL', `it failed inside: ${error.message}`)
      await pause(EVERY_MS)
    }
  }
}

async function started(stand: TestStand, memory: Memory, rows: readonly Asked[]): Promise<string> {
  memory.batches += 1
  const made = {
    key: `${memory.batches} of ${memory.orderId}`,
    name: 'Of the model',
    rowCount: rows.length,
    accept: [...memory.accepted],
  }
  const { orderId } = memory
  const given = rows.map((asked) => ({ orderId, fulfill: commandOf(asked) }))
  const { batchId } = took(await insist(stand, () => stand.admin.createBatch(made)))
  took(await insist(stand, () => stand.admin.addBatchRows(batchId, 0, given)))
  const { batch } = await insist(stand, () => stand.admin.startBatch(batchId))
  // A start whose answer was lost is forbidden the second time: it runs.
  assert.ok(['RUNNING', 'DONE'].includes(batch!.state), `a started batch is ${batch!.state}`)
  return batchId
}

function took({ batch, problems }: Steered): Batch {
  assert.deepEqual(problems, [])
  return batch!
}

/** Looks as the panel does: who looks revives what has died. */
async function untilDone(stand: TestStand, batchId: string): Promise<Batch> {
  let seen: Batch | null = null
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    // A look may meet a fault of VBase.
    const { data } = await stand.admin.reply('batch', { batchId })
    seen = (data?.batch as Batch | null | undefined) ?? seen
    if (seen?.state === 'DONE') return seen
    await pause(EVERY_MS)
  }
  return assert.fail(`a batch does not end: ${JSON.stringify(seen)}`)
}

/** Its rows' outcomes go into the memory as answers do, and are judged with them. */
async function tell(
  stand: TestStand,
  memory: Memory,
  batchId: string,
  asked: readonly Asked[]
): Promise<void> {
  const { counts, pending } = await inShort(stand, untilDone(stand, batchId))
  const { rows } = await insist(stand, () => stand.admin.batchRows(batchId))
  assert.deepEqual(
    rows.map(({ row }) => row),
    asked.map((_, row) => row)
  )
  assert.equal(pending, 0)
  for (const { outcome, count } of counts)
    assert.equal(rows.filter((row) => row.outcome === outcome).length, count, `rows ${outcome}`)
  rows.forEach((row, number) => {
    const answers = answersOf(row, asked[number]!).map((answer) => remember(memory, answer))
    rememberParcel(answers, memory, asked[number]!)
    checkHeld(stand, memory, answers[0]!)
  })
}

function answersOf({ outcome, steps, problems }: BatchRow, asked: Asked): readonly Answer[] {
  assert.ok(outcome !== null && outcome !== 'READY', `a row of a batch that is done is ${outcome}`)
  const { invoiceNumber } = asked.invoice
  const operations = operationsOf(asked)
  const answer = (operation: string, of: string, codes: readonly string[]): Answer => ({
    operation,
    invoiceNumber,
    codes,
    outcome: of as Outcome,
    isToldWithAnother: true,
  })
  // Given up before any step told of itself: what it says, it says of all that was asked.
  if (steps.length === 0)
    return operations.map((one) =>
      answer(
        one,
        outcome,
        problems.map(({ code }) => code)
      )
    )
  assert.deepEqual(
    steps.map(({ operation }) => operation),
    operations.slice(0, steps.length)
  )
  return steps.map((step) =>
    answer(
      step.operation,
      step.outcome,
      step.problems.map(({ code }) => code)
    )
  )
}

/** APPLIED and ALREADY_APPLIED are said of what OMS shows, not of what it will. */
function checkHeld(stand: TestStand, memory: Memory, { outcome, invoiceNumber }: Answer): void {
  if (!['APPLIED', 'ALREADY_APPLIED'].includes(outcome)) return
  const packages = stand.stored(memory.orderId).packageAttachment?.packages ?? []
  assert.ok(
    packages.some((one) => one.invoiceNumber === invoiceNumber),
    `a row says ${outcome} of invoice ${invoiceNumber}, which OMS does not hold`
  )
}

export const runsBatches = fc
  .record({
    rows: fc.array(whatIsAsked, { minLength: 1, maxLength: 3 }),
    isFirstTwice: fc.boolean(),
    isMadeTwice: fc.boolean(),
  })
  .map(({ rows, isFirstTwice, isMadeTwice }) =>
    asCommand({
      text: `runs ${isMadeTwice ? 'twice at once' : 'once'} a batch of ${rows.map(textOf).join('; ')}${isFirstTwice ? '; the first again' : ''}`,
      run: async (stand, memory) => {
        const asked = isFirstTwice ? [...rows, rows[0]!] : rows
        const batchIds = [await started(stand, memory, asked)]
        if (isMadeTwice) batchIds.push(await started(stand, memory, asked))
        for (const batchId of batchIds) await tell(stand, memory, batchId, asked)
      },
    })
  )
