import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Bench } from '../measure'

/** Of /proc: a hundredth of a second. */
const TICKS_A_SECOND = 100
const LOOK_MS = 250

export interface Load {
  /** Of all cores together, by everybody on the machine. */
  readonly busy: number
  readonly replicas: number
  /** Stand, contestants and the bench itself: one process. */
  readonly stand: number
  /** Of the replica that held most. @unit MB */
  readonly peakMb: number
}

/** How busy the machine is from now on, and how much memory the replicas hold; Linux only, zeros elsewhere. */
export function watchMachine(bench: Bench): () => Load {
  const pids = (): number[] =>
    bench.world.replicas.list().flatMap(({ pid }) => (pid === null ? [] : [pid]))
  const before = { at: performance.now(), all: ticksOfAll(), own: process.cpuUsage() }
  const replicasBefore = sum(pids().map(ticksOf))
  let peakMb = 0
  const look = (): void => {
    for (const pid of pids()) peakMb = Math.max(peakMb, residentMb(pid))
  }
  const timer = setInterval(look, LOOK_MS)
  return () => {
    clearInterval(timer)
    look()
    const ms = (performance.now() - before.at) * cpus().length
    const own = process.cpuUsage(before.own)
    const all = ticksOfAll()
    return {
      peakMb,
      busy: 1 - (all.idle - before.all.idle) / Math.max(1, all.total - before.all.total),
      replicas: ((sum(pids().map(ticksOf)) - replicasBefore) * 1_000) / TICKS_A_SECOND / ms,
      stand: (own.user + own.system) / 1_000 / ms,
    }
  }
}

function ticksOfAll(): { idle: number; total: number } {
  const [, ...numbers] = read('/proc/stat').split('\n')[0]!.trim().split(/\s+/)
  return {
    idle: Number(numbers[3] ?? 0) + Number(numbers[4] ?? 0),
    total: sum(numbers.map(Number)),
  }
}

function ticksOf(pid: number): number {
  // The name of the process, in brackets, may hold blanks.
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

function residentMb(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`)) ?? []
  return Math.round(Number(kilobytes ?? 0) / 1_024)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
