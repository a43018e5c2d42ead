// How much JavaScript a browser fetches before a page can be used, from the real build (npx vite build).
import { loadOf, readBuild } from './build_size.ts'

/**
 * Compressed bytes of JavaScript a first visit may cost: staff, and families, who see the log-in page first. The goal
 * for the latter is 150 kB; React DOM and Inertia alone take 98 of it.
 */
export const BUDGETS = {
  'core/home/unit': 250_000,
  'core/public/login': 165_000,
}

export const firstLoads = (folder?: string) =>
  Object.entries(BUDGETS).map(([page, budget]) => ({ page, budget, ...loadOf(readBuild(folder), page) }))

if (import.meta.main) {
  for (const { page, budget, bytes, files } of firstLoads(process.argv[2])) {
    console.log(`${page}: ${kilobytes(bytes)} of ${kilobytes(budget)} kB in ${files.length} files`)
    for (const file of files.slice(0, 12)) console.log(`  ${kilobytes(file.bytes).padStart(7)}  ${file.name}`)
  }
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
