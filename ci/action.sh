#!/usr/bin/env bash
# Runs `heddle lint` in a step of GitHub Actions (action.yml): annotations or a log, a summary of the job, a SARIF report,
# and the outputs of the step. Ends with what `heddle lint` ends with; 2 also where an input is wrong.
set -euo pipefail

fail() {
  printf '::error title=heddle::%s\n' "$1"
  exit 2
}

action=${HEDDLE_ACTION:?}
annotations=${HEDDLE_ANNOTATIONS:-true}
max_warnings=${HEDDLE_MAX_WARNINGS:-}
sarif_file=${HEDDLE_SARIF_FILE:-}
version=${HEDDLE_VERSION:-}

files=()
while IFS= read -r line || [[ -n $line ]]; do
  line=${line%$'\r'}
  line=${line#"${line%%[![:space:]]*}"}
  line=${line%"${line##*[![:space:]]}"}
  if [[ -n $line ]]; then files+=("$line"); fi
done <<<"${HEDDLE_FILES:-}"

[[ ${#files[@]} -gt 0 ]] || fail 'The input files names no file.'
[[ $annotations == true || $annotations == false ]] || fail 'The input annotations is true or false.'
[[ $max_warnings =~ ^[0-9]{0,9}$ ]] || fail 'The input max-warnings is a number, 0 or more.'
[[ $version =~ ^([0-9A-Za-z][0-9A-Za-z.+-]*)?$ ]] || fail 'The input version is a version or a tag of the npm package.'
[[ $sarif_file != *[[:cntrl:]]* ]] || fail 'The input sarif-file is the path of a file.'

if [[ -n $version ]]; then
  heddle=(npx --yes "heddle@$version")
else
  heddle=(node "$action/dist/cli/main.cjs")
  if [[ ! -e $action/dist/cli/main.cjs ]]; then
    echo '::group::Building heddle'
    (cd "$action" && npm ci --no-audit --no-fund && npm run build)
    echo '::endgroup::'
  fi
fi

reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT

limit=()
if [[ -n $max_warnings ]]; then limit=(--max-warnings "$max_warnings"); fi

# What the log shows decides how the step ends. In a report for people nothing is a command to the runner.
format=github
if [[ $annotations == false ]]; then
  format=text
  echo "::stop-commands::${reports##*/}"
fi
status=0
"${heddle[@]}" lint --format "$format" ${limit[@]+"${limit[@]}"} -- "${files[@]}" || status=$?
if [[ $annotations == false ]]; then echo "::${reports##*/}::"; fi

# The same once more in other forms: what they end with is known.
"${heddle[@]}" lint --format json --output-file "$reports/report.json" -- "${files[@]}" >"$reports/log" 2>&1 || true
"${heddle[@]}" lint --format text --output-file "$reports/report.txt" -- "${files[@]}" >>"$reports/log" 2>&1 || true
if [[ -n $sarif_file ]]; then
  "${heddle[@]}" lint --format sarif --output-file "$sarif_file" -- "${files[@]}" >>"$reports/log" 2>&1 || true
fi
if [[ ! -s $reports/report.json || (-n $sarif_file && ! -s $sarif_file) ]]; then
  cat "$reports/log"
  exit "$((status > 0 ? status : 3))"
fi

count() {
  node -e 'console.log(JSON.parse(fs.readFileSync(process.argv[1], "utf8")).summary[process.argv[2]])' "$reports/report.json" "$1"
}
errors=$(count errors)
warnings=$(count warnings)

if [[ -n ${GITHUB_OUTPUT:-} ]]; then
  printf 'errors=%s\nwarnings=%s\nsarif-file=%s\n' "$errors" "$warnings" "$sarif_file" >>"$GITHUB_OUTPUT"
fi
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  {
    printf '### heddle lint: errors %s, warnings %s\n' "$errors" "$warnings"
    if [[ -s $reports/report.txt ]]; then
      # Summaries are Markdown, which must not obey what stands in a topology. GitHub takes a megabyte at most.
      printf '\n<pre>'
      head -c 400000 "$reports/report.txt" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/^$/\&#8203;/'
      printf '</pre>\n'
    fi
  } >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"
