/** Cells that are a figure: they keep sign, number and unit on one line. */

/** Up to four characters of another kind, a number, then a short unit or a word such as 左右. */
const FIGURE = /^\D{0,4}[\d.,±+\-−–—～~∶:%‰/]+(?:\D{0,6}|\s?[a-z ]{1,12})$/iu;

/** Whether a cell says nothing but a figure: 23,456.78, 近9%, 增长8%左右, 186.4 kilometres. */
export function isFigureText(text: string): boolean {
  return /\d/.test(text) && FIGURE.test(text.trim());
}
