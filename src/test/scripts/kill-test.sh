#!/bin/bash
# Kills the program at random moments while it is used, and counts what is lost.
#
# Each round starts the window on a display of its own, lets xdotool insert layers by the keyboard into a document that is
# in a file and into one that is in none, saves some of the time, ends the process with SIGKILL at a random moment, and
# then looks at what is on the disk: every layer whose insertion was finished more than two seconds before must be there,
# in the journal or in the file; every file must be one that the program reads. What a round has left must outlive the
# starts of all rounds after it, which offer it, and nobody answers.
#
#   src/test/scripts/kill-test.sh ROUNDS [JAR] [FOLDER]
#
# Needs Xvfb, openbox and xdotool. Prints one line for each round and the sums; status 1 if anything was lost or damaged.
set -u
rounds=${1:?how many rounds}
jar=${2:-target/convscape.jar}
work=${3:-$(mktemp -d /tmp/kill-test.XXXXXX)}
number=${KILL_TEST_DISPLAY:-97}
export XDG_STATE_HOME=$work/state DISPLAY=:$number
mkdir -p "$work"
java_options=(-XX:TieredStopAtLevel=1 -Xmx1g "-Djava.util.prefs.userRoot=$work/prefs")
mkdir -p "$work/prefs"

Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp > "$work/xvfb.log" 2>&1 &
xvfb=$!
sleep 1
openbox > "$work/openbox.log" 2>&1 &
manager=$!
trap 'kill $manager $xvfb 2> /dev/null' EXIT

now() { date +%s%3N; }

# How many layers called relu (relu, relu2, …) a document holds.
layers() { grep -c '"path" *: *"relu' "$1" 2> /dev/null || true; }

# The most in any of some documents.
most() {
  local most=0 file count
  for file in "$@"; do
    [ -f "$file" ] || continue
    count=$(layers "$file")
    [ "$count" -gt "$most" ] && most=$count
  done
  echo "$most"
}

# Whether the program itself reads a document.
reads() {
  java "${java_options[@]}" -jar "$jar" cost "$1" --by total > "$work/read.log" 2>&1
  # Layers that nothing is connected to, or none at all, cannot be counted, but were read.
  [ $? != 2 ] || grep -Eq "has no layers|not connected yet" "$work/read.log"
}

window() {
  local deadline=$(($(now) + 60000)) id
  while [ "$(now)" -lt "$deadline" ]; do
    id=$(xdotool search --onlyvisible --name "$1" 2> /dev/null | tail -1)
    [ -n "$id" ] && { echo "$id"; return 0; }
    sleep 0.1
  done
  return 1
}

insert() {
  xdotool key --clearmodifiers ctrl+k
  sleep 0.12
  xdotool type --delay 12 "relu"
  sleep 0.12
  xdotool key Return
}

edits=0; owed=0; lost=0; recent=0; damaged=0; files=0; unsure=0; left=0; oldest=0; known=" "
for ((round = 1; round <= rounds; round++)); do
  file=$work/doc.convscape
  printf '%s\n' '{"convscape": 1, "title": "doc", "notes": "", "settings": {}, "nodes": [], "groups": [],' \
    '"layout": {"positions": {}, "collapsed": []}}' > "$file"
  java "${java_options[@]}" -jar "$jar" "$file" > "$work/program.log" 2>&1 &
  program=$!
  disown $program
  if ! id=$(window "doc .*Convscape"); then
    echo "round $round: no window"; kill -9 $program; unsure=$((unsure + 1)); continue
  fi
  xdotool windowactivate --sync "$id" 2> /dev/null
  sleep 0.$((RANDOM % 9))
  untitled=$((RANDOM % 2))
  [ $untitled = 1 ] && xdotool key ctrl+n && sleep 0.2
  # The killer waits beside the typing, so that it strikes anywhere: in a key, in a write, between two.
  life=$((2000 + RANDOM % 4000))
  ( sleep "$(printf '%d.%03d' $((life / 1000)) $((life % 1000)))"; now > "$work/killed"; kill -9 $program ) &
  killer=$!
  times=()
  while kill -0 $program 2> /dev/null; do
    insert
    kill -0 $program 2> /dev/null || break
    times+=("$(now)")
    [ $untitled = 0 ] && [ $((RANDOM % 3)) = 0 ] && xdotool key ctrl+s
    [ $((RANDOM % 4)) = 0 ] && sleep 0.$((RANDOM % 9))
  done
  wait $killer 2> /dev/null
  while kill -0 $program 2> /dev/null; do sleep 0.05; done
  killed=$(cat "$work/killed")
  due=0
  for time in "${times[@]}"; do [ $((killed - time)) -gt 2000 ] && due=$((due + 1)); done
  session=()
  for each in "$XDG_STATE_HOME"/convscape/sessions/*/*.convscape; do
    [ -f "$each" ] || continue
    case $known in *" $each "*) ;; *) session+=("$each"); known="$known$each "; left=$((left + 1)) ;; esac
  done
  [ $untitled = 1 ] && found=$(most "${session[@]}") || found=$(most "$file" "${session[@]}")
  bad=0
  for each in "$file" "${session[@]}"; do
    [ -f "$each" ] || continue
    files=$((files + 1))
    # The program itself reads one of five; that all of them end as they must is seen at once.
    tail -c 3 "$each" | grep -q '}' || bad=$((bad + 1))
    if [ $((RANDOM % 5)) = 0 ]; then reads "$each" || { bad=$((bad + 1)); cp "$each" "$work/bad-$round"; }; fi
  done
  # The oldest that is not there, by the order of insertion.
  if [ ${#times[@]} -gt "$found" ]; then
    age=$((killed - times[found]))
    [ $age -gt $oldest ] && oldest=$age
  fi
  gone=$((due > found ? due - found : 0))
  late=$((${#times[@]} > found ? ${#times[@]} - found : 0))
  edits=$((edits + ${#times[@]})); owed=$((owed + due)); lost=$((lost + gone))
  recent=$((recent + late - gone)); damaged=$((damaged + bad))
  echo "round $round: $([ $untitled = 1 ] && echo untitled || echo 'in a file'), killed after $life ms," \
    "${#times[@]} edits, $due older than 2 s, $found on the disk, $gone lost, $bad damaged"
done
kept=$(ls "$XDG_STATE_HOME"/convscape/sessions/*/*.convscape 2> /dev/null | wc -l)
[ "$kept" = "$left" ] || lost=$((lost + left - kept))
echo "documents left in the journal $left, still there after all starts $kept"
echo "rounds $rounds (without a window: $unsure), edits $edits, of which older than 2 s $owed: lost $lost;" \
  "younger ones not on the disk: $recent, the oldest of them pressed $oldest ms before the end; files $files, damaged $damaged"
[ "$lost" = 0 ] && [ "$damaged" = 0 ]
