import { ticks } from 'd3-array'
import { line } from 'd3-shape'
import React from 'react'
import { markedPlaces } from './days'
import { roomFor } from './roomFor'

export type Values = Array<number | null>

export interface Place {
  left: number
  width: number
  top: number
}

interface Series {
  values: Values
  /** The lighter, broken line. */
  isOuter?: boolean
}

export interface StripProps {
  title: string
  place: Place
  /** The number at the strip's upper edge; its lower one is 0. */
  max: number
  isWhole?: boolean
  series: Series[]
  /** In place of lines. */
  emptyWords: string | null
  /** Of a number on the axis. */
  mark: (value: number) => string
  /** Of the number at a line's end. */
  end: (value: number) => string
  /** Of a day under the mouse. */
  days: string[]
}

const TITLE_HEIGHT = 24
const PLOT_HEIGHT = 56
export const STRIP_HEIGHT = TITLE_HEIGHT + PLOT_HEIGHT + 16
export const AXIS_HEIGHT = 22
/** Height of a line of words, so that two beside each other can be read. */
const WORD_HEIGHT = 15

const xOf = (at: number, count: number, { left, width }: Place) =>
  count < 2 ? left + width / 2 : left + (at * width) / (count - 1)

/** One small picture of a column of them: days from left to right, 0 below. */
export function Strip({
  title,
  place,
  max,
  isWhole,
  series,
  emptyWords,
  mark,
  end,
  days,
}: StripProps) {
  const floor = place.top + TITLE_HEIGHT + PLOT_HEIGHT
  const yOf = (value: number) => floor - (value / (max || 1)) * PLOT_HEIGHT
  const marks = ticks(0, max || 1, 2).filter((value) => !isWhole || Number.isInteger(value))
  return (
    <g>
      <text x={0} y={place.top + 14} className="it-picture__title">
        {title}
      </text>
      {emptyWords !== null ? (
        <text x={0} y={place.top + TITLE_HEIGHT + 16} className="it-picture__word">
          {emptyWords}
        </text>
      ) : (
        <>
          {marks.map((value) => (
            <g key={value}>
              <line
                x1={place.left}
                x2={place.left + place.width}
                y1={yOf(value)}
                y2={yOf(value)}
                className={value === 0 ? 'it-picture__floor' : 'it-picture__grid'}
              />
              <text
                x={place.left - 6}
                y={yOf(value) + 5}
                textAnchor="end"
                className="it-picture__word"
              >
                {mark(value)}
              </text>
            </g>
          ))}
          {series.map(({ values, isOuter }) => (
            <Line key={String(isOuter)} {...{ values, isOuter, place, yOf }} />
          ))}
          {endsOf(series, place, yOf).map(({ x, y, value, isOuter }) => (
            <text
              key={String(isOuter)}
              x={x + 8}
              y={y + 5}
              className={`it-picture__word${isOuter ? '' : ' it-picture__word--strong'}`}
            >
              {end(value)}
            </text>
          ))}
          <DaysUnderMouse {...{ days, series, place, end }} />
        </>
      )}
    </g>
  )
}

interface LineProps extends Series {
  place: Place
  yOf: (value: number) => number
}

function Line({ values, isOuter, place, yOf }: LineProps) {
  const x = (at: number) => xOf(at, values.length, place)
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => yOf(value as number))(values)
  const kind = isOuter ? ' it-picture__line--outer' : ''
  return (
    <>
      <path d={path ?? ''} className={`it-picture__line${kind}`} />
      {values.map((value, at) =>
        value !== null && (isAlone(values, at) || at === lastOf(values)) ? (
          <circle
            key={at}
            cx={x(at)}
            cy={yOf(value)}
            r={isOuter ? 2 : 3}
            className={`it-picture__dot${kind}`}
          />
        ) : null
      )}
    </>
  )
}

/** The numbers of a day for whoever rests on it; everybody else has the table. */
function DaysUnderMouse({
  days,
  series,
  place,
  end,
}: Pick<StripProps, 'days' | 'series' | 'place' | 'end'>) {
  const width = place.width / Math.max(1, days.length - 1)
  const told = (at: number) =>
    series
      .map(({ values }) => values[at])
      .filter((value): value is number => !isNone(value))
      .map(end)
      .join(' · ')
  return (
    <>
      {days.map((day, at) => (
        <rect
          key={day}
          x={xOf(at, days.length, place) - width / 2}
          y={place.top + TITLE_HEIGHT}
          width={width}
          height={PLOT_HEIGHT}
          className="it-picture__day"
        >
          <title>{[day, told(at)].filter(Boolean).join(': ')}</title>
        </rect>
      ))}
    </>
  )
}

const isNone = (value: number | null | undefined) => value === null || value === undefined
/** A day between two gaps: a line has no length there. */
const isAlone = (values: Values, at: number) => isNone(values[at - 1]) && isNone(values[at + 1])

function lastOf(values: Values): number {
  let at = values.length - 1
  while (at >= 0 && values[at] === null) at -= 1
  return at
}

/** Where each line ends, moved apart so that no number lies on another. */
function endsOf(series: Series[], place: Place, yOf: (value: number) => number) {
  const ends = series
    .map(({ values, isOuter }) => ({ values, isOuter, at: lastOf(values) }))
    .filter(({ at }) => at >= 0)
    .map(({ values, isOuter, at }) => {
      const value = values[at] as number
      return { isOuter, value, x: xOf(at, values.length, place), y: yOf(value) }
    })
    .sort((one, other) => other.y - one.y)
  return ends.reduce<typeof ends>((placed, next) => {
    const below = placed[placed.length - 1]
    const y = below ? Math.min(next.y, below.y - WORD_HEIGHT) : next.y
    return [...placed, { ...next, y }]
  }, [])
}

interface AxisProps {
  days: string[]
  place: Place
  words: (day: string) => string
}

/** The days below a column of strips; as many as there is room for. */
export function DayAxis({ days, place, words }: AxisProps) {
  const room = roomFor(days.map(words))
  const marked = markedPlaces(days.length, place.width / Math.max(1, days.length - 1), room)
  const anchor = (at: number) => {
    if (days.length === 1) return 'middle'
    if (at === 0) return 'start'
    return at === days.length - 1 ? 'end' : 'middle'
  }
  return (
    <g>
      {marked.map((at) => (
        <text
          key={days[at]}
          x={xOf(at, days.length, place)}
          y={place.top + 14}
          textAnchor={anchor(at)}
          className="it-picture__word"
        >
          {words(days[at])}
        </text>
      ))}
    </g>
  )
}
