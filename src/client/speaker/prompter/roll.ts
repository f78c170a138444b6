/** The running of the text: at a speed, by hand, or to a position; what is read stands at one height. */
import { lengthOf, type PrompterScript } from "./script.ts";
import { heightAt, positionAt, type Stretch } from "./track.ts";

/** What is read stands at this share of the height. */
const EYE = 0.32;
/** A longer gap between two pictures, in seconds, means that the window was hidden: the text waits. */
const HIDDEN = 1;

export interface Roll {
  readonly isRunning: () => boolean;
  readonly run: (running: boolean) => void;
  /** Stands at a position, in characters. */
  readonly stand: (position: number) => void;
  /** The text is on the page, or will leave it. */
  readonly open: () => void;
  readonly close: () => void;
}

export interface RollEars {
  /** The text has moved to a position, by itself or by hand. */
  readonly onMove: (position: number) => void;
  /** The last character has been read. */
  readonly onEnd: () => void;
}

/** `speed` is in characters a minute. */
export function createRoll(text: HTMLElement, { sentences, letters }: PrompterScript, speed: () => number, { onMove, onEnd }: RollEars): Roll {
  let stretches: readonly Stretch[] = [];
  let [position, running, last, scrolled, frame] = [0, false, 0, 0, 0];
  const scroll = (): void => {
    text.scrollTop = heightAt(stretches, position) - text.clientHeight * EYE;
    scrolled = text.scrollTop;
  };
  const advance = (now: number): void => {
    const seconds = (now - last) / 1000;
    last = now;
    if (running && seconds < HIDDEN) {
      position = Math.min(position + (seconds * speed()) / 60, letters);
      scroll();
      onMove(position);
      if (position === letters) onEnd();
    }
    frame = requestAnimationFrame(advance);
  };
  const measure = (): void => {
    stretches = measureStretches(text, sentences);
    scroll();
  };
  text.addEventListener("scroll", () => {
    // The last event of a text that has left the page comes after it, and would take the audience to the first slide.
    if (!text.isConnected || Math.abs(text.scrollTop - scrolled) < 2) return;
    position = positionAt(stretches, text.scrollTop + text.clientHeight * EYE);
    scrolled = text.scrollTop;
    onMove(position);
  });
  const resized = new ResizeObserver(measure);
  return {
    isRunning: () => running,
    run: (next) => (running = next),
    stand: (next) => {
      position = next;
      if (text.isConnected) scroll();
    },
    open: () => {
      resized.observe(text);
      measure();
      last = performance.now();
      frame = requestAnimationFrame(advance);
    },
    close: () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
    },
  };
}

function measureStretches(text: HTMLElement, sentences: readonly HTMLElement[]): readonly Stretch[] {
  const top = text.getBoundingClientRect().top - text.scrollTop;
  let start = 0;
  return sentences.map((sentence) => {
    const box = sentence.getBoundingClientRect();
    const stretch = { start, length: lengthOf(sentence), top: box.top - top, height: box.height };
    start += stretch.length;
    return stretch;
  });
}
