// What a till lets hear (experience.md, 2.2): tones made here, and a voice that is on this device. No sound is fetched,
// and no word leaves the device to be spoken.

const LOUDNESS = 0.3;
const FADE_SECONDS = 0.01;

/** @type {[number, number, number][]} */
const RISING = [
  [660, 0, 0.1],
  [990, 0.1, 0.1],
];

/** For each state its tones: hertz, begin and length in seconds. @type {Record<string, [number, number, number][]>} */
const TONES = {
  paid: RISING,
  'paid-by-code': RISING,
  refused: [
    [220, 0, 0.1],
    [220, 0.15, 0.1],
  ],
  unproven: [
    [220, 0, 0.1],
    [220, 0.15, 0.1],
  ],
  unreachable: [[440, 0, 0.3]],
  confirming: [[1200, 0, 0.02]],
};

globalThis.speechSynthesis?.getVoices(); // asked early: the first answer is empty while the browser looks

/** A till's sounds; silent until a key has been pressed, as browsers want it. */
export class Sounds {
  /** @type {AudioContext | null} */
  #audio = null;

  /** To be called while a key is being pressed. */
  unlock() {
    this.#audio ??= new AudioContext();
    if (this.#audio.state === 'suspended') {
      this.#audio.resume().catch(() => {}); // the next key tries again
    }
  }

  /** @param {string} state of a sale; most have no sound */
  play(state) {
    for (const [hertz, begin, length] of this.#audio ? (TONES[state] ?? []) : []) {
      this.#tone(this.#audio, hertz, this.#audio.currentTime + begin, length);
    }
  }

  /** Without its edges a tone would click. */
  #tone(
    /** @type {AudioContext} */ audio,
    /** @type {number} */ hertz,
    /** @type {number} */ begin,
    /** @type {number} */ length,
  ) {
    const source = audio.createOscillator();
    const volume = audio.createGain();
    source.frequency.value = hertz;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUDNESS, begin + FADE_SECONDS);
    volume.gain.setValueAtTime(LOUDNESS, begin + length - FADE_SECONDS);
    volume.gain.linearRampToValueAtTime(0, begin + length);
    source.connect(volume).connect(audio.destination);
    source.start(begin);
    source.stop(begin + length);
  }
}

/** The voice on this device for a language; undefined if there is none. @param {string} language such as 'nl' */
export function localVoice(language) {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find(({ localService, lang }) => localService && lang.startsWith(language));
}

/** Says something, where the device can. @param {string} text @param {string} language */
export function speak(text, language) {
  const voice = localVoice(language);
  if (voice && text) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    speechSynthesis.cancel(); // the last state counts
    speechSynthesis.speak(utterance);
  }
}
