# Ends what a program started once the program is gone, however it ended: standard input then ends.
#
# Arguments: the mark in the environment of the processes, and folders to remove with them.
# Standard input: the id of the process; then "done" if the program has ended it and nothing is left to do.
trap '' HUP INT QUIT TERM
mark=$1
shift
id=
while read -r line; do
  [ "$line" = done ] && exit 0
  id=$line
done

# On Linux, the mark finds all processes. Elsewhere they are found as descendants of the first one, while it exists.
found() {
  if [ -r /proc/self/environ ]; then
    grep -lsF -e "$mark" /proc/[0-9]*/environ | cut -d / -f 3
  elif [ -n "$id" ]; then
    ps -A -o pid= -o ppid= | awk -v id="$id" '
      { parent[$1] = $2 }
      END {
        for (each in parent) {
          steps = 0
          for (up = each; up in parent && up != id && steps < 1000; up = parent[up]) steps++
          if (up == id && up in parent) print each
        }
      }'
  fi
}

round=0
ids=$(found)
while [ -n "$ids" ] && [ "$round" -lt 10 ]; do
  # $ids is a list of numbers
  kill -9 $ids 2> /dev/null
  [ "$round" -gt 2 ] && sleep 1
  round=$((round + 1))
  ids=$(found)
done
for folder in "$@"; do
  rm -rf -- "$folder"
done
