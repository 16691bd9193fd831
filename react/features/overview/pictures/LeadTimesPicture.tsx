import React from 'react'
import { useWords } from '../../../shared/words/useWords'
import { everyDay } from './days'
import { Picture } from './Picture'
import { roomFor } from './roomFor'
import { Strips } from './Strips'
import { useNumberWords } from './useNumberWords'

const steps = ['PAID_TO_INVOICED', 'INVOICED_TO_SHIPPED', 'SHIPPED_TO_DELIVERED'] as const

export interface LeadTime {
  step: (typeof steps)[number]
  /** yyyy-MM-dd, in the store's time zone. */
  day: string
  /** Null where no order took this step on that day. */
  medianHours: number | null
  p90Hours: number | null
}

const isKnown = (hours: number | null): hours is number => hours !== null

/** Hours of each step by days: the median as a line, the 90th percentile as a lighter, broken one. */
export function LeadTimesPicture({ leadTimes }: { leadTimes: LeadTime[] }) {
  const words = useWords()
  const format = useNumberWords()
  const all = everyDay(leadTimes.map((one) => one.day))
  const strips = steps.map((step) => {
    const rows = leadTimes
      .filter((one) => one.step === step)
      .sort((one, other) => one.day.localeCompare(other.day))
    const byDay = new Map(rows.map((row) => [row.day, row] as const))
    return {
      step,
      rows,
      medians: all.map((day) => byDay.get(day)?.medianHours ?? null),
      p90s: all.map((day) => byDay.get(day)?.p90Hours ?? null),
      known: rows
        .reduce<Array<number | null>>((some, row) => [...some, row.medianHours, row.p90Hours], [])
        .filter(isKnown),
    }
  })
  const known = strips.reduce<number[]>((some, strip) => [...some, ...strip.known], [])
  const shown = (hours: number | null) =>
    hours === null ? words('overview.picture.none') : format.number(hours)
  const inFile = (hours: number | null) => (hours === null ? '' : format.fileNumber(hours))
  const end = (hours: number) => words('overview.picture.hours', { hours: format.number(hours) })
  return (
    <Picture
      title={words('overview.picture.leadTimes')}
      heads={[
        { title: words('overview.picture.step') },
        { title: words('overview.picture.day') },
        { title: words('overview.picture.median'), isNumber: true },
        { title: words('overview.picture.p90'), isNumber: true },
      ]}
      rows={strips.reduce<Array<{ key: string; cells: string[]; file: string[] }>>(
        (some, { step, rows }) => [
          ...some,
          ...rows.map(({ day, medianHours, p90Hours }) => {
            const name = words(`overview.picture.step.${step}`)
            return {
              key: `${step} ${day}`,
              cells: [name, format.day(day), shown(medianHours), shown(p90Hours)],
              file: [name, day, inFile(medianHours), inFile(p90Hours)],
            }
          }),
        ],
        []
      )}
      emptyWords={known.length > 0 ? null : words('overview.picture.leadTimesEmpty')}
    >
      <ul className="it-picture__legend t-small" aria-hidden="true">
        <li>
          <Sample isOuter={false} /> {words('overview.picture.medianSays')}
        </li>
        <li>
          <Sample isOuter /> {words('overview.picture.p90Says')}
        </li>
      </ul>
      <Strips
        left={roomFor(known.map((hours) => format.number(Math.round(hours))))}
        right={roomFor(known.map(end))}
        days={all}
        strips={strips.map((strip) => ({
          title: words(`overview.picture.step.${strip.step}`),
          max: strip.known.reduce((most, hours) => Math.max(most, hours), 0),
          series: [{ values: strip.medians }, { values: strip.p90s, isOuter: true }],
          emptyWords: strip.known.length > 0 ? null : words('overview.picture.stepEmpty'),
          end,
        }))}
      />
    </Picture>
  )
}

function Sample({ isOuter }: { isOuter: boolean }) {
  return (
    <svg width="28" height="8" viewBox="0 0 28 8" focusable="false">
      <path
        d="M2,4L26,4"
        className={`it-picture__line${isOuter ? ' it-picture__line--outer' : ''}`}
      />
    </svg>
  )
}
