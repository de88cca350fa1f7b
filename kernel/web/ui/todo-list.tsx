import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import classes from './todo-list.module.css'

/** Something to do now: what, why, and where it is done. */
export interface Todo {
  readonly key: string
  readonly icon: ReactNode
  readonly title: ReactNode
  readonly why: ReactNode
  /** Empty where nothing can be opened. */
  readonly to: string
  readonly search?: Record<string, string>
  /** What cannot wait is marked. */
  readonly tone?: 'plain' | 'warn' | 'bad'
}

/** Things to do now, the most urgent first, each a link to where it is done. */
export const TodoList = ({ todos }: { todos: readonly Todo[] }) => (
  <ul className={classes['todos']}>
    {todos.map(({ key, icon, title, why, to, search, tone }) => {
      const inside = (
        <>
          {icon}
          <span>
            <b>{title}</b>
            <small>{why}</small>
          </span>
        </>
      )
      return (
        <li key={key} data-tone={tone ?? 'plain'}>
          {to === '' ? (
            <div>{inside}</div>
          ) : (
            <Link to={to as '.'} search={() => search ?? {}}>
              {inside}
            </Link>
          )}
        </li>
      )
    })}
  </ul>
)
