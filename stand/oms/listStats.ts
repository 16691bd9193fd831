type Row = Record<string, unknown>
type Measure = 'totalValue' | 'totalItems'

interface Stats {
  Count: number
  Max: number
  Mean: number
  Min: number
  Missing: number
  StdDev: number
  Sum: number
  SumOfSquares: number
  /** By value of a field; null inside a facet. */
  Facets: Record<string, Record<string, Stats>> | null
}

const FACETS = ['origin', 'currencyCode'] as const

/** Sums over everything that the filters let through, not over one page (VTEX's OpenAPI, list orders 200). */
export function listStats(rows: Row[]): { stats: Partial<Record<Measure, Stats>> } {
  return {
    stats: { totalValue: measured(rows, 'totalValue'), totalItems: measured(rows, 'totalItems') },
  }
}

function measured(rows: Row[], measure: Measure): Stats {
  const facets = FACETS.map((field) => [field, facetOf(rows, measure, field)])
  return { ...statsOf(rows, measure), Facets: Object.fromEntries(facets) }
}

function facetOf(rows: Row[], measure: Measure, field: string): Record<string, Stats> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const value = row[field]
    if (typeof value === 'string') groups.set(value, [...(groups.get(value) ?? []), row])
  }
  return Object.fromEntries([...groups].map(([value, group]) => [value, statsOf(group, measure)]))
}

function statsOf(rows: Row[], measure: Measure): Stats {
  const values = rows.map((row) => row[measure] as number)
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)
  const [Count, Sum] = [values.length, total(values)]
  const SumOfSquares = total(values.map((value) => value ** 2))
  // Of a sample, as VTEX's example has it.
  const variance = Count < 2 ? 0 : (SumOfSquares - Sum ** 2 / Count) / (Count - 1)
  return {
    Count,
    Max: Count === 0 ? 0 : Math.max(...values),
    Mean: Count === 0 ? 0 : Sum / Count,
    Min: Count === 0 ? 0 : Math.min(...values),
    Missing: 0,
    StdDev: Math.sqrt(Math.max(0, variance)),
    Sum,
    SumOfSquares,
    Facets: null,
  }
}
