import { MATRIX } from '../ops-console/tests/functional/field/fault_matrix.ts'
import { runningCity } from '../ops-console/tests/proof/running_city.ts'
import { statesIn, transitionsIn } from '../ops-console/tests/proof/story.ts'
import { setTimeout as wait } from 'node:timers/promises'
const t0 = performance.now()
const city = await runningCity(MATRIX.length + 1)
console.log('ready', (performance.now()-t0)/1000, MATRIX.length)
const keyOf = (r: any, i: number) => r.at === 'unit' ? city.slugs[i]! : `${city.slugs[i]}/${r.at}`
for (const [i, r] of MATRIX.entries()) await city.control.command(keyOf(r,i), r.fault, r.value)
const took: (number|null)[] = MATRIX.map(() => null)
const began = Date.now()
const look = async () => { const s = new Map((await statesIn(city.ops)).map(o => [o.key,o]))
  MATRIX.forEach((r,i)=>{ const ok = Object.entries(r.ends).every(([k,e]) => { const x=s.get(`${city.slugs[i]}/${k}`)!; return e.state.includes(x.state) && (x.fact??null)===e.fact}); if(!ok) took[i]=null; else took[i]??=(Date.now()-began)/1000 })
  return s }
while (Date.now()-began < 60_000) { await look(); await wait(300) }
const s = await look()
MATRIX.forEach((r,i)=>console.log(r.fault, r.value??'', r.at, took[i], Object.keys(r.ends).map(k=>{const x=s.get(`${city.slugs[i]}/${k}`)!;return `${x.state} ${x.fact}`}).join(', '), took[i]===null?'<<<<':''))
for (const t of await transitionsIn(city.ops)) if (t.became==='DOWN') console.log('DOWN', t.key, MATRIX[Number(t.key.split('/')[0]!.split('-')[1])-1]?.fact)
console.log('ended', city.collector.ended(), city.simulator.ended())
for (const [i, r] of MATRIX.entries()) await city.control.command(keyOf(r,i), 'clear')
for (let k=0;k<8;k++){ await wait(10_000); const n=[...(await statesIn(city.ops))].filter(o=>o.kind!=='endpoints'&&o.state!=='UP'); console.log((k+1)*10, n.map(o=>`${o.key} ${MATRIX[Number(o.key.split('/')[0]!.split('-')[1])-1]?.fault} ${o.state} ${o.fact}`).join('; '))}
await city.close()
process.exit(0)
