/** Files that start a screen with its machine: a systemd unit of the user, an autostart entry for desktops (Kylin, UOS, GNOME, KDE), a task for Windows. */

export interface UnitFile {
  readonly name: "luduan-kiosk.service" | "luduan-kiosk.desktop" | "luduan-kiosk.xml";
  readonly text: string;
}

/** `command` is the program with its arguments, none of which may hold a line break; `folder` is where it runs. */
export function unitFiles(command: readonly string[], folder: string): readonly UnitFile[] {
  return [
    { name: "luduan-kiosk.service", text: systemdUnit(command, folder) },
    { name: "luduan-kiosk.desktop", text: AUTOSTART },
    { name: "luduan-kiosk.xml", text: windowsTask(command, folder) },
  ];
}

/** Of the user, in the user's graphical session. KillMode=process leaves the window to the next run, which takes it over. https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html */
function systemdUnit(command: readonly string[], folder: string): string {
  return `[Unit]
Description=Luduan screen
StartLimitIntervalSec=0

[Service]
WorkingDirectory=${folder.replaceAll("%", "%%")}
ExecStart=${command.map(quoteSystemd).join(" ")}
Restart=always
RestartSec=2
KillMode=process
TimeoutStopSec=10
`;
}

function quoteSystemd(word: string): string {
  return `"${word.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("%", "%%").replaceAll("$", "$$$$")}"`;
}

/** Starts the unit when somebody has logged in to a desktop, which every desktop does and not every one tells systemd. https://specifications.freedesktop.org/autostart-spec/latest/ */
const AUTOSTART = `[Desktop Entry]
Type=Application
Name=Luduan screen
Name[zh_CN]=甪端大厅屏幕
Exec=sh -c "systemctl --user import-environment DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_SESSION_TYPE; systemctl --user start luduan-kiosk.service"
NoDisplay=true
X-GNOME-Autostart-enabled=true
`;

/** At log-on, again a minute after it ended, without a limit of days. https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema */
function windowsTask([program = "", ...words]: readonly string[], folder: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
  </Settings>
  <Actions>
    <Exec>
      <Command>${escapeXml(program)}</Command>
      <Arguments>${escapeXml(words.map(quoteWindows).join(" "))}</Arguments>
      <WorkingDirectory>${escapeXml(folder)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`;
}

/** As CommandLineToArgvW reads it. */
function quoteWindows(word: string): string {
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, "$&$&")}"`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
