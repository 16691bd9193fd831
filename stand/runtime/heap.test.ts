import { execFileSync } from 'node:child_process'
import { heapFlags } from './heap'

describe('the heap of a replica', () => {
  it('is what Node gives itself in a container of 512 MiB', () => {
    const limit = 'require("node:v8").getHeapStatistics().heap_size_limit'
    const said = execFileSync(process.execPath, [...heapFlags(512), '--print', limit])
    // Node 20 printed 259 under a cgroup's limit of 512 MiB.
    expect(Math.abs(Number(said) / 2 ** 20 - 259)).toBeLessThan(4)
  })

  it('grows with the memory that service.json asks for, and is never without new space', () => {
    expect(heapFlags(1024)).toEqual(['--max-old-space-size=512', '--max-semi-space-size=2'])
    expect(heapFlags()).toEqual(['--max-old-space-size=64', '--max-semi-space-size=1'])
    expect(heapFlags(512, 16)).toEqual(['--max-old-space-size=256', '--max-semi-space-size=16'])
  })
})
