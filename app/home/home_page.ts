import type { HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import { loadCards, type LoadedCard } from './cards.ts'
import type { CardState, HomeCardContent } from './home_card.ts'

const MOST_NEEDS = 7

export interface Need {
  text: string
  href: string
  due: string | null
  state: CardState | null
}

export interface CardView {
  id: string
  size: 'small' | 'wide'
  title: string | null
  href: string | null
  figures: HomeCardContent['figures']
}

/** What a home page shows: what waits for the person first, by deadline, then the cards. Texts in the reader's language. */
export async function homePage(
  ctx: HttpContext
): Promise<{ needs: Need[]; needsMore: number; cards: CardView[] }> {
  const cards = await loadCards(ctx)
  const needs = cards.flatMap((card) => needsOf(card, ctx.i18n)).sort(byDeadline)
  return {
    needs: needs.slice(0, MOST_NEEDS),
    needsMore: Math.max(0, needs.length - MOST_NEEDS),
    cards: cards
      .map((card) => cardView(card, ctx.i18n))
      .filter(({ title, figures }) => !title || figures.length > 0),
  }
}

const needsOf = ({ content }: LoadedCard, i18n: I18n): Need[] => shownNeeds(content?.needs, i18n)

/** In the reader's language, in the order in which they were told. */
export const shownNeeds = (needs: HomeCardContent['needs'], i18n: I18n): Need[] =>
  (needs ?? []).map(({ text, values, href, due, state }) => ({
    text: i18n.t(text, values),
    href,
    due: due ?? null,
    state: state ?? null,
  }))

export const shownFigures = (figures: HomeCardContent['figures'] | undefined, i18n: I18n) =>
  (figures ?? []).map((figure) => ({ ...figure, label: i18n.t(figure.label) }))

const SEVERITY: (CardState | null)[] = ['critical', 'warning', 'unknown', 'maintenance', null, 'ok']

/** Earliest deadline first, those without one last; at the same deadline the worse state first. */
export const byDeadline = (a: Need, b: Need) =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') || SEVERITY.indexOf(a.state) - SEVERITY.indexOf(b.state)

const cardView = ({ id, size, content }: LoadedCard, i18n: I18n): CardView => ({
  id,
  size,
  title: content && i18n.t(content.title),
  href: content?.href ?? null,
  figures: shownFigures(content?.figures, i18n),
})
