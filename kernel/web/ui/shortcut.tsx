import classes from './shortcut.module.css'

const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** The keys of a shortcut, as this person's keyboard names them: `mod` is ⌘ on a Mac, Ctrl elsewhere. */
export const Shortcut = ({ keys }: { keys: readonly string[] }) => (
  <span className={classes['keys']} aria-hidden="true">
    {keys.map((key) => (
      <kbd key={key}>{key === 'mod' ? (apple ? '⌘' : 'Ctrl') : key}</kbd>
    ))}
  </span>
)
