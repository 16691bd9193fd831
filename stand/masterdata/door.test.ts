import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerAsControl } from '../control/control'
import { createProxy } from '../egress/proxy'
import type { Replicas } from '../runtime/replicas'
import { World } from '../world'
import { APP, ENTITY, requestOf, told, type Asked } from './testing/bench'

const ENTRY = {
  name: 'outbound-access',
  attrs: { host: 'api.vtex.com', path: '/api/dataentities/*' },
}
const ADMIN = { name: 'ADMIN_DS' }

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'masterdata-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function worldWith(policies: readonly unknown[], stateDirectory: string | null = null): World {
  const manifestPath = join(folder, 'manifest.json')
  writeFileSync(
    manifestPath,
    JSON.stringify({ vendor: 'v', name: 'a', version: '1.0.0', policies })
  )
  const world = new World({
    account: 'storeops',
    workspace: 'master',
    manifestPath,
    policiesPath: join(__dirname, '..', '..', 'policies.json'),
    stateDirectory,
    upstream: null,
    subscriptions: [],
    timeoutMs: 1_000,
  })
  // There is no worker here whose clock would have to follow.
  world.replicas = { setClock: () => Promise.resolve() } as unknown as Replicas
  return world
}

const call = async (world: World, method: string, path: string, asked?: Asked) =>
  told(await world.answerOutbound(requestOf(method, path, asked)))
const control = async (world: World, method: string, path: string, body?: unknown) =>
  told(
    await answerAsControl(
      { ...requestOf(method, '', { body }), path: `/local/masterdata/${path}` },
      world
    )
  )

describe('through the egress', () => {
  test('without the entry of the manifest nothing gets there', async () => {
    const world = worldWith([ADMIN])
    expect(await call(world, 'PUT', 'documents/1', { body: { a: 1 } })).toMatchObject({
      status: 403,
      body: { code: 'outbound-access', entry: { attrs: { host: 'api.vtex.com' } } },
    })
    expect(world.masterData.list()).toEqual([])
  })

  test('with the entry and without ADMIN_DS Master Data refuses; with both it answers', async () => {
    expect((await call(worldWith([ENTRY]), 'GET', 'search')).body.Message).toBe(
      'Unauthorized access'
    )
    expect((await call(worldWith([ENTRY, ADMIN]), 'GET', 'search')).body).toEqual([])
  })

  test('what is not played is told as unplanned', async () => {
    const world = worldWith([ENTRY, ADMIN])
    expect((await call(world, 'GET', 'documents/1/versions')).status).toBe(502)
    expect(world.unplanned.list()).toMatchObject([{ host: 'api.vtex.com', method: 'GET' }])
  })

  test('on the wire a plus is a blank, and %2B a plus', async () => {
    const world = worldWith([ENTRY, ADMIN])
    world.masterData.switches.patch({ indexLagMs: 0 })
    const proxy = createProxy((one) => world.answerOutbound(one), world.unplanned, console.error)
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const { port } = proxy.address() as AddressInfo
    for (const id of ['a b', 'a+b']) {
      await call(world, 'PUT', `documents/${encodeURIComponent(id)}`, { body: { a: 1 } })
    }
    const found = (where: string) =>
      new Promise((resolve) =>
        send(
          {
            host: '127.0.0.1',
            port,
            path: `http://api.vtex.com/api/dataentities/${ENTITY}/search?an=storeops&_where=${where}`,
            headers: { VtexIdclientAutCookie: APP, 'REST-Range': 'resources=0-10' },
          },
          (answer) => {
            let text = ''
            answer.on('data', (part: Buffer) => (text += part.toString()))
            answer.on('end', () =>
              resolve([answer.headers['rest-content-range'], JSON.parse(text)])
            )
          }
        ).end()
      )
    expect(await found('id=%22a+b%22')).toEqual(['resources=0-10/1', [{ id: 'a b' }]])
    expect(await found('id=%22a%2Bb%22')).toEqual(['resources=0-10/1', [{ id: 'a+b' }]])
    await new Promise((resolve) => proxy.close(resolve))
  })
})

describe('control', () => {
  test('behaviour is read and merged, a name that is unknown refused', async () => {
    const world = worldWith([ENTRY, ADMIN])
    expect((await control(world, 'PUT', 'behaviour', { falseCondition: 412 })).status).toBe(200)
    expect((await control(world, 'GET', 'behaviour')).body).toMatchObject({
      falseCondition: 412,
      indexLagMs: 1_500,
    })
    const refused = await control(world, 'PUT', 'behaviour', { lag: 1 })
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining('lag')])
  })

  test('documents lists what is stored; a reset ends it, and the switches', async () => {
    const world = worldWith([ENTRY, ADMIN])
    await call(world, 'PUT', 'documents/1', { body: { a: 1 } })
    await control(world, 'PUT', 'behaviour', { indexLagMs: 'never' })
    expect((await control(world, 'GET', 'documents')).body).toMatchObject([
      { entity: ENTITY, stored: 1, documents: [{ version: 1, document: { id: '1', a: 1 } }] },
    ])
    await world.reset()
    expect((await control(world, 'GET', 'documents')).body).toEqual([])
    expect((await control(world, 'GET', 'behaviour')).body.indexLagMs).toBe(1_500)
  })

  test('the clock of the stand is Master Data’s', async () => {
    const world = worldWith([ENTRY, ADMIN])
    await call(world, 'PUT', 'documents/1', { body: { a: 1 } })
    expect((await call(world, 'GET', 'search')).body).toEqual([])
    await world.setClock(60_000)
    expect((await call(world, 'GET', 'search')).body).toEqual([{ id: '1' }])
  })
})

describe('kept state', () => {
  test('documents and index outlive a restart, and a reset ends them', async () => {
    const first = worldWith([ENTRY, ADMIN], join(folder, 'state'))
    first.masterData.switches.patch({ indexLagMs: 0 })
    await call(first, 'PUT', 'documents/1', { body: { a: 1 } })
    await call(first, 'GET', 'search')
    first.save()
    const second = worldWith([ENTRY, ADMIN], join(folder, 'state'))
    expect((await call(second, 'GET', 'search')).body).toEqual([{ id: '1' }])
    await second.reset()
    second.save()
    expect(worldWith([ENTRY, ADMIN], join(folder, 'state')).masterData.list()).toEqual([])
  })

  test('a file that is none of this version does not stop the start', () => {
    writeFileSync(join(folder, 'masterdata.json'), '{"version": 0}')
    expect(worldWith([ENTRY, ADMIN], folder).masterData.list()).toEqual([])
  })
})
