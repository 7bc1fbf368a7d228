// Starts Sveltia CMS with the settings in the page.
import { useFolder } from "./folder.js";

const settings = JSON.parse(document.getElementById("settings").textContent);
const { texts, server } = settings;

// Shows a text above everything, until it is read.
function tell(text) {
  const dialog = document.createElement("dialog");
  dialog.className = "telling";
  const words = document.createElement("p");
  words.textContent = text;
  const form = document.createElement("form");
  form.method = "dialog";
  const button = document.createElement("button");
  button.textContent = texts.read;
  form.append(button);
  dialog.append(words, form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

// The language of the report, and nothing asked elsewhere: a policy in the page refuses that too.
function prepare() {
  const kept = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}");
  localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ ...kept, locale: settings.language }));
  window.CMS_MANUAL_INIT = true;
  // Sveltia 0.221 looks for mistakes in a translation that is not there, and then shows no others.
  const { values } = Object;
  Object.values = (object) => values(object ?? {});
  const { fetch } = window;
  window.fetch = async (asked, options) => {
    const { origin, protocol } = new URL(asked.url ?? asked, location);
    const isOwn = origin === location.origin || protocol === "blob:" || protocol === "data:";
    if (isOwn) return fetch(asked, options);
    return new Response("", { status: 404 });
  };
}

// How many findings there are, after each rebuild.
function showFindings() {
  const link = document.createElement("a");
  link.className = "findings";
  link.href = server.messages;
  link.target = "_blank";
  link.hidden = true;
  link.setAttribute("role", "status");
  document.body.append(link);
  new EventSource(server.rebuilds).onmessage = async () => {
    const answer = await fetch(server.summary, { headers: { "X-Editing": server.token } });
    const { text, clean } = await answer.json();
    link.textContent = text;
    link.hidden = clean;
  };
}

prepare();
useFolder(server, tell);
showFindings();
const { default: CMS } = await import("./sveltia/npm/index.js");
for (const style of settings.styles) CMS.registerPreviewStyle(style);
CMS.init({ config: settings.configuration });
