#!/bin/sh
# Makes .annot files open by a double click, for the person who runs it: ./install.sh [--remove]
# `annotator` has to be on the path (pip install, pipx or uv tool install).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
name=org.annotator.Annotator
data=${XDG_DATA_HOME:-$HOME/.local/share}
desktop=$data/applications/$name.desktop
mime=$data/mime/packages/$name.xml
icon=$data/icons/hicolor/scalable/apps/$name.svg
if [ "${1:-}" = --remove ]; then
  rm -f "$desktop" "$mime" "$icon"
else
  mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps"
  cp "$here/$name.desktop" "$desktop"
  cp "$here/$name.mime.xml" "$mime"
  cp "$here/../../resources/icons/app/annotator.svg" "$icon"
fi
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications"; fi
