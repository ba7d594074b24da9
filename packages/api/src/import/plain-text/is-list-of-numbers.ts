/** 1, 2, 3: a list counts, days of a month seldom do. */
export function isListOfNumbers(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, index) => number === index + 1);
}
