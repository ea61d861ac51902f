/** Gaps between animation frames, collected in the page while something happens. Nothing here judges them. */

/** Begins to collect. @param {{ driver: import('selenium-webdriver').WebDriver }} satchel */
export async function watchFrames(satchel) {
  await satchel.driver.executeScript(function () {
    const gaps = [];
    let last = performance.now();
    window.satchelFrames = { gaps, on: true };
    const tick = (now) => {
      gaps.push(now - last);
      last = now;
      if (window.satchelFrames.gaps === gaps) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** Ends the collection and answers one line about it: how many gaps, the longest, how many over 50 ms. */
export async function framesSeen(satchel, what) {
  const gaps = await satchel.driver.executeScript('const { gaps } = window.satchelFrames; window.satchelFrames = { gaps: null }; return gaps.slice(1)');
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `frames: ${what}: ${gaps.length} gaps, median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms, longest ${at(1)} ms, ${gaps.filter((gap) => gap > 50).length} over 50 ms`;
}
