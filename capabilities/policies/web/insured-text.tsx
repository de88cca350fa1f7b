/** «Renault Clio 4, 12345-116-16» on two lines: what it is, then what tells it from others. Both stay apart in mixed scripts. */
export const InsuredText = ({ label }: { label: string | null }) => {
  if (label === null || label === '') return null
  const at = label.indexOf(', ')
  const [what, which] = at < 0 ? [label, null] : [label.slice(0, at), label.slice(at + 2)]
  return (
    <>
      <bdi>{what}</bdi>
      {which !== null && (
        <small>
          <bdi>{which}</bdi>
        </small>
      )}
    </>
  )
}
