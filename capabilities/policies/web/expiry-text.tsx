import { useFormats } from '#kernel/web/formats.ts'

/** The day on which cover ends, and how far it is. */
export const ExpiryText = ({ day }: { day: string }) => {
  const formats = useFormats()
  return (
    <time dateTime={day}>
      <bdi>{formats.day(day)}</bdi>
      <small>{formats.dayFromToday(day)}</small>
    </time>
  )
}
