import { Trans } from '@lingui/react/macro'
import { CircleCheck } from 'lucide-react'
import { Card } from '#kernel/web/ui/card.tsx'
import { TodoList, type Todo } from '#kernel/web/ui/todo-list.tsx'
import type { Contact } from '#capabilities/customers/contract.ts'
import { useContactTodos } from '#capabilities/customers/web/index.ts'
import classes from './profile.module.css'

/** «À faire maintenant»: what the file calls for, then what is missing in the record itself. Nothing here is guessed. */
export const TodoCard = ({ contact, acts }: { contact: Contact; acts: readonly Todo[] }) => {
  const todos = [...acts, ...useContactTodos(contact)]
  return (
    <Card flush title={<Trans>À faire maintenant</Trans>} aside={todos.length > 0 && <small>{todos.length}</small>}>
      {todos.length === 0 ? (
        <p className={classes['nothing']}>
          <CircleCheck aria-hidden="true" />
          <Trans>La fiche est complète.</Trans>
        </p>
      ) : (
        <TodoList todos={todos} />
      )}
    </Card>
  )
}
