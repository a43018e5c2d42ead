let context: AudioContext | null = null

/** Two tones, three for what is critical. A browser allows it only after the person has pressed something. */
export function beep(critical: boolean) {
  context ??= new AudioContext()
  void context.resume()
  const tones = critical ? [880, 660, 880] : [660, 880]
  tones.forEach((frequency, at) => tone(context!, frequency, context!.currentTime + at * 0.22))
}

function tone(audio: AudioContext, frequency: number, at: number) {
  const oscillator = audio.createOscillator()
  const volume = audio.createGain()
  oscillator.frequency.value = frequency
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.25, at + 0.02)
  volume.gain.linearRampToValueAtTime(0, at + 0.18)
  oscillator.connect(volume).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.2)
}
