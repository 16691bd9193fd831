import { everyDay, markedPlaces } from './days'

test('days between the first and the last are all there, over the ends of months and years', () => {
  expect(everyDay(['2021-01-01', '2020-12-30'])).toEqual(['2020-12-30', '2020-12-31', '2021-01-01'])
  expect(everyDay(['2020-02-28', '2020-03-01'])).toHaveLength(3)
  expect(everyDay(['2020-03-01', '2020-03-01'])).toEqual(['2020-03-01'])
  expect(everyDay([])).toEqual([])
})

test('marks are in order, apart, within the room, and hold the first and the last', () => {
  for (let count = 1; count <= 92; count += 1)
    for (let room = 2; room <= 15; room += 1) {
      const marks = markedPlaces(count, room)
      expect(marks.length).toBe(Math.min(count, room))
      expect(marks[marks.length - 1]).toBe(count - 1)
      if (count > 1) expect(marks[0]).toBe(0)
      expect([...new Set(marks)].sort((one, other) => one - other)).toEqual(marks)
    }
})

test('no place has no mark, and the least room has the last', () => {
  expect(markedPlaces(0, 5)).toEqual([])
  expect(markedPlaces(9, 0)).toEqual([8])
})
