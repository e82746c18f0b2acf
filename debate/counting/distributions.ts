/** ln n! for each n below the point from which Stirling's series is exact to a double. */
const LOG_FACTORIALS = [0];
for (let n = 1; n < 32; n += 1) LOG_FACTORIALS.push(Math.log(n) + (LOG_FACTORIALS[n - 1] ?? 0));

const LOG_TURN = Math.log(2 * Math.PI);

/** Terms smaller than this share of their sum are ignored. */
const NEGLIGIBLE = 1e-17;

/** Up to this many coins, a double holds every count of ways exactly. */
const EXACT_COINS = 50;

/** ln n! of a whole number; Stirling's series from 32 on (Abramowitz and Stegun 6.1.41). */
export function logFactorial(n: number): number {
  const known = LOG_FACTORIALS[n];
  if (known !== undefined) return known;
  const x = n + 1;
  const square = x * x;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * LOG_TURN + series;
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

/** The probability of each number of heads, from 0 to n, among n fair coins; in logarithms, since 2^n outgrows a double. */
export function coinWeights(n: number): number[] {
  const all = logFactorial(n) - n * Math.LN2;
  return Array.from({ length: n + 1 }, (_, heads) =>
    Math.exp(all - logFactorial(heads) - logFactorial(n - heads)),
  );
}

/**
 * How many of the `marked` are among people `drawn` by lot from `all` (hypergeometric); `chance`, from 0 to below 1, decides. From
 * the likeliest number outward, so that few probabilities are added up.
 */
export function markedAmong(drawn: number, marked: number, all: number, chance: number): number {
  const others = all - marked - drawn;
  const likeliest = Math.floor(((drawn + 1) * (marked + 1)) / (all + 2));
  let [low, high] = [likeliest, likeliest];
  let below = Math.exp(logChoose(marked, low) + logChoose(all - marked, drawn - low) - logChoose(all, drawn));
  let above = below;
  let left = chance - below;
  while (left >= 0 && below + above > NEGLIGIBLE) {
    above *= ((marked - high) * (drawn - high)) / ((high + 1) * (others + high + 1));
    high += 1;
    left -= above;
    if (left < 0) return high;
    below *= (low * (others + low)) / ((marked - low + 1) * (drawn - low + 1));
    low -= 1;
    left -= below;
    if (left < 0) return low;
  }
  return likeliest;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/**
 * P(X > x) for X chi-squared with `df` whole degrees of freedom (Abramowitz and Stegun 26.4.4 and 26.4.5). With one it is
 * P(|Z| > sqrt(x)) for a standard normal Z.
 */
export function chiSquaredTail(x: number, df = 1): number {
  if (x <= 0) return 1;
  const isOdd = df % 2 === 1;
  let term = isOdd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : Math.exp(-x / 2);
  let sum = isOdd ? erfc(Math.sqrt(x / 2)) : term;
  if (isOdd && df > 1) sum += term;
  for (let k = isOdd ? 3 : 2; k < df; k += 2) {
    term *= x / k;
    sum += term;
  }
  return sum;
}

/** The point that Student's t with `df` degrees of freedom, also parts of one, stays within, on both sides of 0, with this probability. */
export function studentWithin(probability: number, df: number): number {
  let [low, high] = [0, 1];
  while (withinStudent(high, df) < probability) high *= 2;
  for (let halving = 0; halving < 100; halving += 1) {
    const middle = (low + high) / 2;
    if (withinStudent(middle, df) < probability) low = middle;
    else high = middle;
  }
  return high;
}

/** P(|T| < t) for Student's t (Abramowitz and Stegun 26.7.1). */
function withinStudent(t: number, df: number): number {
  const beyond = df / (df + t * t);
  return t === 0 ? 0 : 1 - betaShare(beyond, df / 2, 1 / 2);
}

/** The regularized incomplete beta function I_x(a, b), by its continued fraction (Abramowitz and Stegun 26.5.8), for 0 < x < 1. */
function betaShare(x: number, a: number, b: number): number {
  // The fraction converges fast only up to here; beyond, the function of the other tail does.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1))];
  let fraction = d;
  for (let m = 1; m < 1_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d);
      c = 1 + term / c;
      change *= c * d;
    }
    fraction *= change;
    if (Math.abs(change - 1) < NEGLIGIBLE) break;
  }
  return (Math.exp(scale) * fraction) / a;
}

/** ln of the gamma function of x > 0: Stirling's series, after as many steps up as it needs. */
function logGamma(x: number): number {
  let [up, product] = [x, 1];
  while (up < 32) {
    product *= up;
    up += 1;
  }
  return logFactorial(up - 1) - Math.log(product);
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
