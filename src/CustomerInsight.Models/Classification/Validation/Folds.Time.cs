using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Models;

public sealed partial class Folds
{
    /// <summary>Splits rows by time: what is learned from earlier ones predicts later ones, as it will be in use.</summary>
    /// <param name="times">The moment of each row: that up to which its features look.</param>
    /// <param name="count">How many folds at most, at least 1. The distinct times are cut into one more stretch, of as many rows each as their times allow; all but the first are predicted.</param>
    /// <param name="gap">How much earlier a row must be to be learned from, at least 0. Give the prediction window (and the gap before it, if any): the label of a row is not known before its window is over.</param>
    /// <returns>The folds, the earliest first, each with all rows that are early enough. A stretch before which there is nothing early enough is not predicted.</returns>
    /// <exception cref="ArgumentException">No stretch has earlier rows: there are too few distinct times, or the gap is too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> or <paramref name="gap"/> is not as said.</exception>
    /// <remarks>Rows of one customer at several times are learned from and predicted: what is measured is how well those are predicted who are known already. For others use <see cref="GroupedTimeOrdered"/>.</remarks>
    public static Folds TimeOrdered(ReadOnlySpan<DateTimeOffset> times, int count, TimeSpan gap) => ByTime(times, count, gap, null, 1) ?? throw NothingEarlier(gap, nameof(times));

    /// <summary>Splits rows by time and by group: what is learned from earlier rows of some customers predicts later rows of others.</summary>
    /// <param name="times">The moment of each row: that up to which its features look.</param>
    /// <param name="groups">The group of each row, such as its customer.</param>
    /// <param name="count">How many stretches of time are predicted at most, at least 1.</param>
    /// <param name="parts">Into how many parts the groups are split: each stretch is predicted part by part. At least 2, at most as many as groups.</param>
    /// <param name="gap">How much earlier a row must be to be learned from, at least 0. Give the prediction window, and the gap before it, if any.</param>
    /// <param name="seed">The seed of the split of the groups.</param>
    /// <returns>The folds: for each stretch one for each part. One with nothing to learn from or nothing to predict is left out.</returns>
    /// <exception cref="ArgumentException">There are more or fewer groups than rows, or no stretch has earlier rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not as said.</exception>
    public static Folds GroupedTimeOrdered(ReadOnlySpan<DateTimeOffset> times, [NotNull] IReadOnlyList<string> groups, int count, int parts, TimeSpan gap, ulong seed = 1)
    {
        return FindGroupedTimeOrdered(times, groups, count, parts, gap, seed) ?? throw NothingEarlier(gap, nameof(times));
    }

    /// <summary>As <see cref="GroupedTimeOrdered"/>; null where no stretch has earlier rows.</summary>
    internal static Folds? FindGroupedTimeOrdered(ReadOnlySpan<DateTimeOffset> times, IReadOnlyList<string> groups, int count, int parts, TimeSpan gap, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(groups);
        CheckNames(groups, times.Length, nameof(groups));
        (int[] ofRow, List<string> names) = FoldKeys.Groups(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, names.Count);
        int[] partOfGroup = new int[names.Count];
        int[] order = FoldKeys.Order(names.Count, seed, names);
        for (int place = 0; place < order.Length; place++)
        {
            partOfGroup[order[place]] = place % parts;
        }

        return ByTime(times, count, gap, [.. ofRow.Select(group => partOfGroup[group])], parts);
    }

    private static Folds? ByTime(ReadOnlySpan<DateTimeOffset> times, int count, TimeSpan gap, int[]? partOfRow, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, TimeSpan.Zero);
        long[] ticks = new long[times.Length];
        for (int row = 0; row < ticks.Length; row++)
        {
            ticks[row] = times[row].UtcTicks;
        }

        long[] sorted = [.. ticks];
        Array.Sort(sorted);
        var folds = new List<Fold>();
        (long First, long Last)[] stretches = [.. Stretches(sorted, Math.Min(count, ticks.Length) + 1).Skip(1)];
        string[] names = Names([.. stretches.Select(static stretch => stretch.First)]);
        for (int at = 0; at < stretches.Length; at++)
        {
            (long first, long last) = stretches[at];
            for (int part = 0; part < parts; part++)
            {
                int[] train = [.. Enumerable.Range(0, ticks.Length).Where(row => ticks[row] <= first - gap.Ticks && ticks[row] < first && partOfRow?[row] != part)];
                int[] test = [.. Enumerable.Range(0, ticks.Length).Where(row => ticks[row] >= first && ticks[row] <= last && (partOfRow is null || partOfRow[row] == part))];
                if (train.Length > 0 && test.Length > 0)
                {
                    folds.Add(new Fold(partOfRow is null ? names[at] : FormattableString.Invariant($"{names[at]} part {part}"), ValueList.Create<int>(train), ValueList.Create<int>(test)));
                }
            }
        }

        return folds.Count > 0 ? new Folds(times.Length, ValueList.From(folds)) : null;
    }

    /// <summary>The moments, written as short as they can be told apart.</summary>
    private static string[] Names(long[] moments)
    {
        string[] names = [];
        foreach (string format in (ReadOnlySpan<string>)["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fffffff"])
        {
            names = Array.ConvertAll(moments, moment => new DateTime(moment, DateTimeKind.Utc).ToString(format, CultureInfo.InvariantCulture));
            if (names.Distinct(StringComparer.Ordinal).Count() == names.Length)
            {
                break;
            }
        }

        return names;
    }

    private static ArgumentException NothingEarlier(TimeSpan gap, string parameter) => new(
        FormattableString.Invariant($"No stretch of time has rows that are {gap.TotalDays:0.##} days earlier to learn from. Give rows of more moments, or ask for a shorter gap or fewer folds."),
        parameter);

    /// <summary>Cuts sorted times into stretches of as many rows as whole times allow: a time belongs where the middle of its rows is.</summary>
    private static IEnumerable<(long First, long Last)> Stretches(long[] sorted, int count)
    {
        int current = -1;
        long first = 0;
        long last = 0;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to] == sorted[from]; to++)
            {
            }

            int stretch = (int)(((long)from + to) * count / (2L * sorted.Length));
            if (stretch != current)
            {
                if (current >= 0)
                {
                    yield return (first, last);
                }

                (current, first) = (stretch, sorted[from]);
            }

            last = sorted[from];
        }

        if (current >= 0)
        {
            yield return (first, last);
        }
    }
}
