import zoom from 'chartjs-plugin-zoom'
import type { Chart } from 'chart.js'
import type { ChartProps } from './types.ts'

export const zoomPlugins = [zoom]

/** Dragging marks a stretch, Ctrl and the wheel zoom; the wheel alone scrolls the page. Whoever asked changes the range. */
export function zoomOptions(onZoom: ChartProps['onZoom'], colour: string) {
  return {
    zoom: {
      mode: 'x' as const,
      drag: { enabled: Boolean(onZoom), threshold: 8, backgroundColor: `${colour}33`, borderColor: colour },
      wheel: { enabled: Boolean(onZoom), modifierKey: 'ctrl' as const },
      onZoomComplete: ({ chart }: { chart: Chart }) => {
        const { min, max } = chart.scales.x!
        if (max > min) onZoom?.(min, max)
      },
    },
  }
}
