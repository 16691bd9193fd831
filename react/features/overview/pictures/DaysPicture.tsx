import React from 'react'
import { useWords } from '../../../shared/words/useWords'
import { everyDay } from './days'
import { Picture } from './Picture'
import { roomFor } from './roomFor'
import { Strips } from './Strips'
import { useNumberWords } from './useNumberWords'

const stages = ['authorised', 'invoiced', 'shipped', 'delivered'] as const

export interface DayCounts {
  /** yyyy-MM-dd, in the store's time zone. */
  day: string
  authorised: number
  invoiced: number
  shipped: number
  delivered: number
}

/**
 * Orders through each stage per day: four strips over the same days and of the same height a unit, because four lines in
 * one field cross all the time.
 */
export function DaysPicture({ days }: { days: DayCounts[] }) {
  const words = useWords()
  const format = useNumberWords()
  const rows = [...days].sort((one, other) => one.day.localeCompare(other.day))
  const byDay = new Map(rows.map((row) => [row.day, row] as const))
  const all = everyDay(rows.map((row) => row.day))
  const max = rows.reduce(
    (most, row) => stages.reduce((high, stage) => Math.max(high, row[stage]), most),
    0
  )
  const room = roomFor([format.number(max)])
  return (
    <Picture
      title={words('overview.picture.days')}
      heads={[
        { title: words('overview.picture.day') },
        ...stages.map((stage) => ({
          title: words(`overview.picture.stage.${stage}`),
          isNumber: true,
        })),
      ]}
      rows={rows.map((row) => ({
        key: row.day,
        cells: [format.day(row.day), ...stages.map((stage) => format.number(row[stage]))],
        file: [row.day, ...stages.map((stage) => format.fileNumber(row[stage]))],
      }))}
      emptyWords={max > 0 ? null : words('overview.picture.daysEmpty')}
    >
      <Strips
        left={room}
        right={room}
        days={all}
        strips={stages.map((stage) => ({
          title: words('overview.picture.sum', {
            stage: words(`overview.picture.stage.${stage}`),
            count: format.number(rows.reduce((sum, row) => sum + row[stage], 0)),
          }),
          max,
          isWhole: true,
          series: [{ values: all.map((day) => byDay.get(day)?.[stage] ?? null) }],
          emptyWords: null,
          end: format.number,
        }))}
      />
    </Picture>
  )
}
