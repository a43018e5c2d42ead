import { useState } from 'react'
import { Button, Card, NativeSelect, router, Stack, useT } from '@unia/ui'
import type { ImportTask } from '../inventory_import.tsx'
import classes from './alarms.module.css'

/** What each column of the file means, when its header does not say so in our words. */
export function ImportMapping({ task, columns }: { task: ImportTask; columns: string[] }) {
  const t = useT()
  const text = (key: string) => t(`ops-console.inventory.import.${key}`)
  const [mapping, setMapping] = useState(task.mapping)
  const options = [{ value: '', label: text('ignore') }, ...columns.map((value) => ({ value, label: value }))]
  const save = () => {
    const meant = Object.fromEntries(Object.entries(mapping).filter(([, column]) => column))
    router.put(`/city/ops-console/inventory/imports/${task.id}`, { mapping: meant }, { preserveScroll: true })
  }
  return (
    <Card title={text('mapping')}>
      <Stack>
        <div className={classes.fields}>
          {task.header.map((title, index) => (
            <NativeSelect
              key={index}
              label={title || `${index + 1}`}
              data={options}
              value={mapping[index] ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget
                setMapping((known) => ({ ...known, [index]: value }))
              }}
            />
          ))}
        </div>
        <div className={classes.actions}>
          <Button variant="default" onClick={save}>
            {text('remap')}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}
