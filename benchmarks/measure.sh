#!/usr/bin/env bash
# Measures everything and writes docs/benchmarks.md anew:
#   bash benchmarks/measure.sh DATA TEXTS
# DATA is a folder with persons_100k and persons_1m (records.csv.gz and truth.csv.gz in each), TEXTS one with surnames.txt and fullnames.txt.
# Takes about a quarter of an hour on an idle machine; on one that is not, the figures are worth little. RUNS=1 matches each file once, not three times.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 2 ] || { sed -n '2,4p' "$0" | cut -c3- >&2; exit 2; }
data=$1
texts=$2
runs=${RUNS:-3}
out=$(mktemp)
project=benchmarks/CustomerInsight.Benchmarks
dotnet build -c Release --nologo -v quiet "$project" >&2
program=$project/bin/Release/net10.0/CustomerInsight.Benchmarks.dll

block() { # shows a command as a user would type it, and what it printed
  printf '\n```\n$ dotnet run -c Release --project %s -- %s\n' "$project" "$*" | sed "s#$data#DATA#g; s#$texts#TEXTS#g"
  dotnet "$program" "$@"
  printf '```\n'
}

{
  echo '# Benchmarks'
  echo
  echo 'Written by `bash benchmarks/measure.sh`; what guards what is in [benchmarks](../benchmarks/README.md). Trust ratios inside one block, and medians, not single times.'
  echo
  echo "- CPU: $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2- | xargs), $(nproc) cores, $(grep -m1 flags /proc/cpuinfo | tr ' ' '\n' | grep -xE 'avx2|avx512bw|avx512_vbmi' | xargs)"
  echo "- SDK: .NET $(dotnet --version), $(date -u +%Y-%m-%d)"
  echo "- Load before: $(cut -d' ' -f1-3 /proc/loadavg)"
  echo
  echo '## One text against many'
  block kernels --texts "$texts"
  echo
  echo '## From file to clusters'
  echo
  echo "Each command as often as it stands here."
  for set in persons_100k persons_1m; do
    for rules in splink-narrow splink-wide ''; do
      for _ in $(seq $runs); do
        block match --records "$data/$set/records.csv.gz" --truth "$data/$set/truth.csv.gz" ${rules:+--rules "$rules"}
      done
    done
  done
  echo
  echo '## Segmentation'
  echo
  echo 'The peers were measured on an idle machine of two cores.'
  block segments
  echo
  echo '## Lifetime value'
  echo
  echo 'The peer is lifetimes, measured on an idle machine of two cores.'
  block lifetime-value
  echo
  echo '## Parts'
  dotnet "$program" --filter '*' --artifacts "$out.bdn" >&2
  for table in "$out.bdn"/results/*-github.md; do
    printf '\n### %s\n\n' "$(basename "$table" | sed 's/.*Benchmarks\.\(.*\)-report.*/\1/')"
    sed '/^```/,/^```/d' "$table"
  done
} > "$out"
mv "$out" docs/benchmarks.md
