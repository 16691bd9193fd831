import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startStand } from '..'

const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1])

interface Answer {
  data: Record<string, { outcome: string; problems: unknown[]; order?: { stage: string } }>
}

/** Pastes the text into a shell, with the stand's own port for 3000; answers each line of JSON. */
async function paste(text: string, url: string): Promise<unknown[]> {
  const script = text.split('http://localhost:3000').join(url)
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { maxBuffer: 16_000_000 })
  return stdout
    .split('\n')
    .filter((line) => /^[[{]/.test(line))
    .map((line) => JSON.parse(line) as unknown)
}

describe('the examples of README.md, pasted into a shell', () => {
  let stand: Awaited<ReturnType<typeof startStand>>
  beforeAll(async () => {
    stand = await startStand({ port: 0, state: 'memory' })
    await fetch(`${stand.url}/local/oms/behaviour`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ applyDelayMs: 0 }),
    })
  })
  afterAll(() => stand.stop())

  it('walk an order in three steps as a person, and one in two steps as an ERP', async () => {
    expect(blocks).toHaveLength(2)
    const answers = await paste(blocks.join('\n'), stand.url)
    const requests = answers.pop() as { operation: string; token: string }[]
    const steps = answers.map((answer) => Object.values((answer as Answer).data)[0])

    expect(steps.map((step) => step.outcome)).toEqual(Array(6).fill('APPLIED'))
    expect(steps.flatMap((step) => step.problems)).toEqual([])
    expect(steps[0].order?.stage).toBe('TO_SHIP')
    expect(steps[3].order?.stage).toBe('DELIVERED')
    expect(steps[4].order?.stage).toBe('IN_TRANSIT')
    expect(steps[5].order?.stage).toBe('DELIVERED')
    const written = requests
      .map((request) => request.operation)
      .filter((name) => !name.startsWith('Get'))
    expect(written).toEqual([
      'NotifyInvoice',
      'UpdatePartialInvoice',
      'UpdateTrackingStatus',
      'UpdateTrackingStatus',
      'NotifyInvoice',
      'UpdateTrackingStatus',
    ])
  })
})
