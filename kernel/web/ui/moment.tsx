import { useEffect, useState } from 'react'
import { useFormats } from '#kernel/web/formats.ts'

const minute = 60_000

/** An instant as people say it («il y a 5 min»), the exact one on hover; stays true while the page is open. */
export const Moment = ({ at }: { at: string }) => {
  const { ago, instant } = useFormats()
  const [, again] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => again((count) => count + 1), minute)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={at} title={instant(at, 'full')}>
      {ago(at)}
    </time>
  )
}

/** A day, with where it stands from today on hover. */
export const DayText = ({ day }: { day: string }) => {
  const formats = useFormats()
  return (
    <time dateTime={day} title={formats.dayFromToday(day)}>
      <bdi>{formats.day(day)}</bdi>
    </time>
  )
}
