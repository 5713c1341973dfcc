#!/usr/bin/env bash
# The window in pictures: screenshots.sh FOLDER. Called by `./dev screenshots`, after a build.
set -euo pipefail
to=${1:?say where to}
mkdir -p "$to"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$scratch XDG_CONFIG_HOME=$scratch XDG_DATA_HOME=$scratch

build/bin/quarterdeck-cli --db "$scratch/sample.db" sample leaked-certificate --under-way 15m >/dev/null
reference=$(build/bin/quarterdeck-cli --db "$scratch/sample.db" sample checkout-outage --under-way 26m | cut -d' ' -f1)
picture() { # picture NAME SCALE ARGUMENT…
    local name=$1 scale=$2
    shift 2
    QT_SCALE_FACTOR=$scale build/bin/quarterdeck --db "$scratch/sample.db" --screenshot "$to/$name.png" "$@"
}
for theme in dark light; do
    for perspective in command scribe updates review; do
        picture "$perspective-$theme" 1 --size 1600x1000 --theme "$theme" --perspective "$perspective" "$reference"
    done
    picture "small-$theme" 1 --size 1280x720 --theme "$theme" "$reference"
    picture "200-percent-$theme" 2 --size 1600x1000 --theme "$theme" "$reference"
done
picture "4k-dark" 1 --size 3840x2160 --theme dark "$reference"
QT_SCALE_FACTOR=1 build/bin/quarterdeck --db "$scratch/empty.db" --screenshot "$to/first-run.png" --size 1600x1000
ls -1 "$to"
