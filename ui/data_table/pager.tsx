import { NativeSelect, Pagination } from '@mantine/core'
import { useFormats, useT } from '../i18n/provider.tsx'
import { usePhone } from '../shell/use_phone.ts'
import classes from './data_table.module.css'

interface PagerProps {
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
  onSize: (size: number) => void
}

const SIZES = [25, 50, 100, 200]

/** `1–50 z 612`, page numbers, rows a page. */
export function Pager({ page, pageSize, total, onPage, onSize }: PagerProps) {
  const t = useT()
  const phone = usePhone()
  const { formatNumber } = useFormats()
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, total)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const sizes = [...new Set([...SIZES, pageSize])].sort((a, b) => a - b)
  return (
    <div className={classes.pager}>
      <span className="u-tabular">
        {t('ui.table.range', { from: formatNumber(from), to: formatNumber(to), total: formatNumber(total) })}
      </span>
      {total > SIZES[0]! && !phone && (
        <NativeSelect
          size="xs"
          aria-label={t('ui.table.page_size')}
          value={String(pageSize)}
          data={sizes.map((size) => ({ value: String(size), label: t('ui.table.rows', { count: size }) }))}
          onChange={(event) => onSize(Number(event.currentTarget.value))}
        />
      )}
      <span className={classes.spacer} />
      {pages > 1 && (
        <nav aria-label={t('ui.table.pages')}>
          <Pagination
            size={phone ? 'lg' : 'sm'}
            gap={4}
            total={pages}
            value={page}
            siblings={phone ? 0 : 1}
            onChange={onPage}
          />
        </nav>
      )}
    </div>
  )
}
