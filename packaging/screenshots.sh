#!/usr/bin/env bash
# The window in pictures: screenshots.sh FOLDER. Called by `./dev screenshots`, after a build.
# Every pane alone, every perspective, the big board, the dialogs, the first run; in three themes, at 200 %, from 1280x720 to 3840x2160.
set -euo pipefail
to=${1:?say where to}
mkdir -p "$to"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cat >"$scratch/screen.json" <<'JSON'
{"screens": [{"name": "wall", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "dpr": 1}]}
JSON
export QT_QPA_PLATFORM=offscreen:configfile=$scratch/screen.json QT_LOGGING_RULES='qt.qpa.*=false'
export XDG_RUNTIME_DIR=$scratch XDG_CONFIG_HOME=$scratch XDG_DATA_HOME=$scratch

build/bin/quarterdeck-cli --db "$scratch/sample.db" sample leaked-certificate --under-way 15m >/dev/null
reference=$(build/bin/quarterdeck-cli --db "$scratch/sample.db" sample checkout-outage --under-way 26m | cut -d' ' -f1)
# A post-mortem under review: sections written, words said of them, people asked.
reviewed=$(build/bin/quarterdeck-cli --db "$scratch/review.db" sample checkout-outage | cut -d' ' -f1)
says() { # says PERSON COMMAND…
    build/bin/quarterdeck-cli --db "$scratch/review.db" --as "$@" >/dev/null
}
entry=$(build/bin/quarterdeck-cli --db "$scratch/review.db" --json timeline "$reviewed" | grep -oP '"id": ?"\K[^"]+' | head -1)
says Lee postmortem write "$reviewed" root-cause --text "## What broke

Release 4.12 of the payment client **did not give its connections back**: every shard ran out of its 200 connections.

- [the rollout](entry:$entry#line)

> The pool's own metric was there all along; nobody had a graph of it."
says Ana postmortem write "$reviewed" detection --text "The health check found it. Support heard of it first; Dana should have known."
says Ana postmortem mark "$reviewed" contributing-factors
says Ana postmortem comment "$reviewed" root-cause "Which of the two pools: that of the client, or that of the proxy?" --quote "200 connections"
says Dana postmortem ask-review "$reviewed" Ana
says Dana postmortem ask-review "$reviewed" Noor
says Ana postmortem review "$reviewed" approved --note "Clear, and fair to everybody"
# Incidents that are linked, one that was merged into another, and one under way that looks like those before it.
related() { # related COMMAND…
    build/bin/quarterdeck-cli --db "$scratch/related.db" "$@"
}
past=$(related sample checkout-outage --start 2026-06-03T09:00:00Z | cut -d' ' -f1)
related sample leaked-certificate --start 2026-08-11T13:00:00Z >/dev/null
main=$(related sample checkout-outage --under-way 26m | cut -d' ' -f1)
merged=$(related incident declare --severity P2 --title "Support: customers see errors when they pay" --service checkout | cut -d' ' -f1)
related merge "$merged" "$main" >/dev/null
related link "$main" "$past" related >/dev/null
related action "$main" "Alert on the pool's own metric" --owner Lee --due 2026-12-05 --category detect >/dev/null
picture() { # picture NAME SCALE DATABASE ARGUMENT…
    local name=$1 scale=$2 database=$3
    shift 3
    QT_SCALE_FACTOR=$scale build/bin/quarterdeck --db "$scratch/$database.db" --screenshot "$to/$name.png" "$@"
}
mapfile -t panes < <(grep -oP '^\s+\{"\K[a-z]+(?=", QT_TRANSLATE)' ui/panes/panes.cpp)
jobs_at_once=$(nproc)
start() { # the same, beside others
    while [ "$(jobs -rp | wc -l)" -ge "$jobs_at_once" ]; do wait -n; done
    picture "$@" &
}
for theme in dark light contrast; do
    for perspective in command scribe updates review; do
        start "$perspective-$theme" 1 sample --size 1600x1000 --theme "$theme" --perspective "$perspective" "$reference"
    done
    for pane in timeline "${panes[@]}"; do
        case $pane in updates | postmortem | timeline) size=900x800 ;; scribe) size=1100x110 ;; *) size=360x640 ;; esac
        start "pane-$pane-$theme" 1 sample --part "$pane" --size "$size" --theme "$theme" "$reference"
    done
    for part in declare shortcuts preferences preferences:person preferences:shortcuts plans plans:source plans:versions; do
        start "${part/:/-}-$theme" 1 sample --part "$part" --theme "$theme" "$reference"
    done
    for state in open:root-cause facts findings comments actions; do
        start "postmortem-${state/:/-}-$theme" 1 review --part "window:postmortem.$state" --size 1600x1000 --theme "$theme" --perspective review "$reviewed"
    done
    for action in metrics.open actionitems.all actionitems.new related.open; do
        start "${action/./-}-$theme" 1 related --part "window:$action" --size 1600x1000 --theme "$theme" --perspective review "$main"
    done
    start "related-command-$theme" 1 related --part window:related.open --size 1600x1000 --theme "$theme" --perspective command "$main"
    start "merged-$theme" 1 related --size 1600x1000 --theme "$theme" "$merged"
    start "palette-$theme" 1 sample --part palette --size 1600x1000 --theme "$theme" "$reference"
    start "bigboard-$theme" 1 sample --part bigboard --size 1920x1080 --theme "$theme" "$reference"
    start "small-$theme" 1 sample --size 1280x720 --theme "$theme" "$reference"
    start "200-percent-$theme" 2 sample --size 1600x1000 --theme "$theme" "$reference"
    start "first-run-$theme" 1 empty --size 1600x1000 --theme "$theme"
done
for size in 1280x720 3840x2160; do
    start "bigboard-$size" 1 sample --part bigboard --size "$size" --theme dark "$reference"
    start "command-$size" 1 sample --size "$size" --theme dark "$reference"
done
for perspective in scribe updates review; do
    start "small-$perspective" 1 sample --size 1280x720 --theme dark --perspective "$perspective" "$reference"
done
for size in 1280x720 3840x2160; do
    start "postmortem-$size" 1 review --part window:postmortem.open:root-cause --size "$size" --theme dark --perspective review "$reviewed"
done
for action in metrics.open actionitems.all related.open; do
    for size in 1280x720 3840x2160; do
        start "${action/./-}-$size" 1 related --part "window:$action" --size "$size" --theme dark --perspective review "$main"
    done
    start "${action/./-}-200-percent" 2 related --part "window:$action" --size 1600x1000 --theme light --perspective review "$main"
done
start "postmortem-200-percent" 2 review --part window:postmortem.open:root-cause --size 1600x1000 --theme light --perspective review "$reviewed"
start "200-percent-small" 2 sample --size 1280x720 --theme dark "$reference"
start "first-run-small" 1 empty --size 1280x720 --theme light
# What a hub brings about: every state of it in a window that a story moves by hand, and two windows on a real one.
for theme in dark light contrast; do
    for size in 1280x720 1600x1000; do
        TZ=UTC build/tests/sharedpictures "$to" "$theme" "$size" &
    done
done
QT_SCALE_FACTOR=2 TZ=UTC build/tests/sharedpictures "$to" dark 1920x1080 &
wait
if command -v import >/dev/null; then # of imagemagick: the two windows are pictured as they stand on a screen
    env -u QT_QPA_PLATFORM /usr/bin/python3 -B tests/e2e/run.py tests/pictures/oneroom.py "$(realpath "$to")/shared.png"
fi
ls -1 "$to"
