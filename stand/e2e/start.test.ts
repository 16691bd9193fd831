import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { until } from './harness/stand'

const ROOT = join(__dirname, '..', '..')
const READY_MS = 60_000

interface Started {
  readonly process: ChildProcessWithoutNullStreams
  readonly output: () => string
  readonly errors: () => string
  readonly ended: Promise<number | null>
}

const running: Started[] = []

function start(port: number): Started {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, PORT: String(port), STAND_STATE: 'memory', REPLICAS: '2' },
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  const started: Started = {
    process: child,
    output: () => output,
    errors: () => errors,
    ended: new Promise((resolve) => child.once('close', resolve)),
  }
  running.push(started)
  return started
}

afterAll(() => {
  for (const { process: child } of running) {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // Ended already, as it should.
    }
  }
})

async function freePort(): Promise<number> {
  const server = await listening()
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it(
  'starts, says where it is, answers when it is ready, and leaves no process on Ctrl-C',
  async () => {
    const port = await freePort()
    const url = `http://localhost:${port}`
    const stand = start(port)
    const health = () =>
      fetch(`${url}/healthz`).then(
        ({ status }) => status,
        () => 0
      )
    await until(
      async () => (await health()) === 200 || stand.process.exitCode !== null,
      'ready',
      READY_MS
    )
    expect({ health: await health(), errors: stand.errors() }).toMatchObject({ health: 200 })

    const info = (await (await fetch(`${url}/local/info`)).json()) as Record<string, string>
    expect(info).toMatchObject({ account: 'storeops', workspace: 'master' })
    for (const name of ['graphql', 'admin', 'oms'])
      expect(info[name]).toMatch(new RegExp(`^${url}/`))
    await until(
      () => stand.output().includes('local-viewer'),
      'the addresses and tokens are printed'
    )
    expect(stand.output()).toContain(info.admin!.split('?')[0])

    const replicas = (await (await fetch(`${url}/local/replicas`)).json()) as { pid: number }[]
    expect(replicas).toHaveLength(2)
    process.kill(-stand.process.pid!, 'SIGINT')
    await stand.ended
    await until(() => !replicas.some(({ pid }) => lives(pid)), 'every worker has ended')
    expect(await health()).toBe(0)
  },
  READY_MS + 30_000
)

it('says one line and ends with 1 where the port is in use', async () => {
  const taken = await listening()
  const { port } = taken.address() as AddressInfo
  const stand = start(port)
  expect(await stand.ended).toBe(1)
  taken.close()
  expect(stand.errors().trim().split('\n')).toEqual([expect.stringContaining(String(port))])
}, 30_000)

it.each(['0', '70000', 'eighty'])(
  'says one line and ends with 1 where PORT is %s',
  async (port) => {
    const stand = start(port as unknown as number)
    expect(await stand.ended).toBe(1)
    expect(stand.errors().trim().split('\n')).toEqual([expect.stringContaining('PORT')])
  },
  30_000
)
