import React from 'react'
import { Drawing } from './Drawing'
import { AXIS_HEIGHT, DayAxis, Strip, StripProps, STRIP_HEIGHT } from './Strip'
import { useNumberWords } from './useNumberWords'

interface Props {
  /** From top to bottom. */
  strips: Array<Omit<StripProps, 'place' | 'days' | 'mark'>>
  days: string[]
  /** Room for numbers on the left and at the ends of lines, in px. */
  left: number
  right: number
}

/** Strips over the same days, which stand below the last of them. */
export function Strips({ strips, days, left, right }: Props) {
  const format = useNumberWords()
  const shownDays = days.map(format.day)
  return (
    <Drawing height={strips.length * STRIP_HEIGHT + AXIS_HEIGHT} left={left} right={right}>
      {(place) => (
        <>
          {strips.map((strip, at) => (
            <Strip
              key={strip.title}
              {...strip}
              place={{ ...place, top: at * STRIP_HEIGHT }}
              mark={format.number}
              days={shownDays}
            />
          ))}
          <DayAxis
            days={days}
            place={{ ...place, top: strips.length * STRIP_HEIGHT - 8 }}
            words={format.day}
          />
        </>
      )}
    </Drawing>
  )
}
