import { everyDay, markedPlaces } from './days'

test('days between the first and the last are all there, over the ends of months and years', () => {
  expect(everyDay(['2021-01-01', '2020-12-30'])).toEqual(['2020-12-30', '2020-12-31', '2021-01-01'])
  expect(everyDay(['2020-02-28', '2020-03-01'])).toHaveLength(3)
  expect(everyDay(['2020-03-01', '2020-03-01'])).toEqual(['2020-03-01'])
  expect(everyDay([])).toEqual([])
})

/** From and to of each word, in px. */
function reachesOf(count: number, dayWidth: number, room: number) {
  const marks = markedPlaces(count, dayWidth, room)
  return marks.map((place, at) => {
    const x = place * dayWidth
    if (at === marks.length - 1) return { from: x - room, to: x }
    return at === 0 ? { from: x, to: x + room } : { from: x - room / 2, to: x + room / 2 }
  })
}

test('no word runs into the next, and the first and the last day are named where both fit', () => {
  for (let count = 2; count <= 92; count += 1)
    for (const width of [170, 300, 700, 1200])
      for (const room of [50, 68, 131]) {
        const dayWidth = width / (count - 1)
        const marks = markedPlaces(count, dayWidth, room)
        expect(marks[marks.length - 1]).toBe(count - 1)
        // A px of slack: the last place times its width is not the width to the last digit.
        if (width > 2 * room + 1) expect(marks[0]).toBe(0)
        const reaches = reachesOf(count, dayWidth, room)
        reaches
          .slice(1)
          .forEach(({ from }, at) => expect(from).toBeGreaterThanOrEqual(reaches[at].to - 0.001))
      }
})

test('room is used: a month over 700 px has more than its ends', () => {
  expect(markedPlaces(31, 700 / 30, 68)).toEqual([0, 5, 10, 15, 20, 25, 30])
})

test('no day has no word, one day its own, and too little room the last', () => {
  expect(markedPlaces(0, 0, 50)).toEqual([])
  expect(markedPlaces(1, 0, 50)).toEqual([0])
  expect(markedPlaces(30, 3, 50)).toEqual([29])
})
