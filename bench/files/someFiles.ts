import { createRequire } from 'node:module'
import { join } from 'node:path'
import { xlsxOf } from '../../react/features/batches/files/writeTable'
import { csvOf } from '../../react/shared/files/csv'
import { demoInvoiceXml } from '../../stand/demo/fiscal'
import { buildOrder } from '../../stand/demo/buildOrder'
import { plainPlan } from '../../stand/e2e/harness/orders'

/** Of the panel's own library, which is not the workbench's. */
interface Zip {
  zipSync(files: Record<string, Uint8Array>): Uint8Array
}
const { zipSync } = createRequire(join(__dirname, '../../react/package.json'))('fflate') as Zip

export interface BenchFile {
  readonly name: string
  readonly bytes: Buffer
  readonly holds: string
}

const HEADER = ['Pedido', 'Nota', 'Valor', 'Data', 'Transportadora', 'Rastreio']

function table(rows: number): string[][] {
  const lines = Array.from({ length: rows }, (_, at) => [
    orderId(at),
    String(7_000 + at),
    `${100 + (at % 900)},${String(at % 100).padStart(2, '0')}`,
    `${String(1 + (at % 28)).padStart(2, '0')}/03/2026`,
    'Correios',
    `AA${String(100_000_000 + at)}BR`,
  ])
  return [HEADER, ...lines]
}

export function csv(rows: number): BenchFile {
  const holds = `${rows} CSV rows`
  return { holds, name: 'notas.csv', bytes: Buffer.from(csvOf(table(rows))) }
}

export function xlsx(rows: number): BenchFile {
  const holds = `${rows} XLSX rows`
  return { holds, name: 'notas.xlsx', bytes: Buffer.from(xlsxOf(table(rows))) }
}

export function zipOfXml(count: number): BenchFile {
  const files: Record<string, Uint8Array> = {}
  for (let at = 0; at < count; at += 1) {
    const plan = { ...plainPlan(), orderId: orderId(at), note: 'bench' }
    const xml = demoInvoiceXml(buildOrder(plan, 10_000 + at, Date.now()).order)
    files[`nfe/${at}.xml`] = Buffer.from(xml)
  }
  const bytes = Buffer.from(zipSync(files))
  return { bytes, holds: `${count} XML in a ZIP`, name: 'nfe.zip' }
}

function orderId(at: number): string {
  return `${1_300_000_000_000 + at}-01`
}
