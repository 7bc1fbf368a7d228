// Shows a page anew as soon as the report was built again.
const shownBuild = document.currentScript.dataset.build;
async function look() {
  try {
    const answer = await fetch("/.preview/build", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shownBuild) location.reload();
  } catch {
    // The server ended, or starts again.
  }
  setTimeout(look, 1000);
}
look();
