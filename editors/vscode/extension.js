// Starts the language server of the report that is open, and connects the editor to it.
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

// The program in the report's own environment comes before one that is installed for everything.
function programFor(folder) {
  const configured = workspace.getConfiguration("trendrapport").get("command");
  if (configured) return configured;
  const own = [join(folder, ".venv", "bin", "trendrapport"), join(folder, ".venv", "Scripts", "trendrapport.exe")];
  return own.find(existsSync) ?? "trendrapport";
}

async function activate() {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (!folder) return;
  const server = { command: programFor(folder), args: ["lsp", "--root", folder] };
  client = new LanguageClient("trendrapport", "Trendrapport", server, {
    documentSelector: [
      { scheme: "file", pattern: "**/content/**/*.{md,yml}" },
      { scheme: "file", pattern: "**/charts/**/*.yml" },
      { scheme: "file", pattern: "**/site_config.yml" },
    ],
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/{content,charts}/**") },
  });
  await client.start();
}

module.exports = { activate, deactivate: () => client?.stop() };
