/** ln n! for each n below the point from which Stirling's series is exact to a double. */
const LOG_FACTORIALS = [0];
for (let n = 1; n < 32; n += 1) LOG_FACTORIALS.push(Math.log(n) + (LOG_FACTORIALS[n - 1] ?? 0));

/** Terms smaller than this share of their sum are ignored. */
const NEGLIGIBLE = 1e-17;

/** Up to this many coins, a double holds every count of ways exactly. */
const EXACT_COINS = 50;

/** ln n! of a whole number; Stirling's series from 32 on (Abramowitz and Stegun 6.1.41). */
export function logFactorial(n: number): number {
  const known = LOG_FACTORIALS[n];
  if (known !== undefined) return known;
  const x = n + 1;
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

/** P(X <= k) for the number of heads X among n fair coins. */
export function fairCoinsAtMost(k: number, n: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  if (2 * k >= n) return 1 - fairCoinsAtMost(n - k - 1, n);
  if (n <= EXACT_COINS) {
    let ways = 1;
    let sum = 0;
    for (let heads = 0; heads <= k; heads += 1) {
      sum += ways;
      ways = (ways * (n - heads)) / (heads + 1);
    }
    return sum / 2 ** n;
  }
  // From the largest term down, each computed from the one before.
  let term = Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) - n * Math.LN2);
  let sum = 0;
  for (let heads = k; heads >= 0 && term > sum * NEGLIGIBLE; heads -= 1) {
    sum += term;
    term *= heads / (n - heads + 1);
  }
  return sum;
}

/** P(X > x) for X chi-squared with one degree of freedom, which is P(|Z| > sqrt(x)) for a standard normal Z. */
export function chiSquaredTail(x: number): number {
  return erfc(Math.sqrt(x / 2));
}

/** The complementary error function of x >= 0: its series below 2, its continued fraction above (A&S 7.1.6 and 7.1.14). */
function erfc(x: number): number {
  const density = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x >= 2) {
    let fraction = x;
    for (let k = 80; k >= 1; k -= 1) fraction = x + k / 2 / fraction;
    return density / fraction;
  }
  let term = x;
  let sum = 0;
  for (let k = 1; term > sum * NEGLIGIBLE; k += 1) {
    sum += term;
    term *= (2 * x * x) / (2 * k + 1);
  }
  return 1 - 2 * density * sum;
}
