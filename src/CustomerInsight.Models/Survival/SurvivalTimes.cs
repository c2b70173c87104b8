using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How long each customer was watched, and how that ended: what survival analysis learns from.</summary>
/// <remarks>All times are in one unit of the host's choice, and results are in the same.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SurvivalTimes
{
    /// <summary>The end of one who was still there when the watch ended: no event.</summary>
    public const int Censored = 0;

    private readonly double[] _exits;
    private readonly int[] _ends;
    private readonly double[]? _entries;
    private readonly double[]? _weights;

    private SurvivalTimes(double[] exits, int[] ends, double[]? entries, double[]? weights)
    {
        _exits = exits;
        _ends = ends;
        _entries = entries;
        _weights = weights;
        foreach (int end in ends)
        {
            Events += end != Censored ? 1 : 0;
            Causes = Math.Max(Causes, end);
        }
    }

    /// <summary>Gets when the watch of each row ended.</summary>
    public ReadOnlySpan<double> Exits => _exits;

    /// <summary>Gets how it ended: <see cref="Censored"/>, or the number of the cause, from 1.</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>Gets when the watch of each row began; empty where all began at 0.</summary>
    public ReadOnlySpan<double> Entries => _entries;

    /// <summary>Gets how much each row counts; empty where each counts once.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Gets how many rows there are.</summary>
    public int Count => _exits.Length;

    /// <summary>Gets how many rows ended with an event.</summary>
    public int Events { get; }

    /// <summary>Gets the highest number of a cause; 0 without events.</summary>
    public int Causes { get; }

    internal double[] ExitArray => _exits;

    internal int[] EndArray => _ends;

    internal double[]? EntryArray => _entries;

    internal double[]? WeightArray => _weights;

    /// <summary>Puts times and events together.</summary>
    /// <param name="exits">When the watch of each row ended: finite, above 0 and above its entry. Kept, not copied.</param>
    /// <param name="events">Whether it ended with the event: one for each row.</param>
    /// <param name="entries">When it began, at least 0: for customers watched from later on, and for rows that each hold a stretch of a life; null where all began at 0. Kept, not copied.</param>
    /// <param name="weights">How much each row counts, finite and above 0; null where each counts once. Kept, not copied.</param>
    /// <returns>The times.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    public static SurvivalTimes Create([NotNull] double[] exits, [NotNull] bool[] events, double[]? entries = null, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        return OfCauses(exits, Array.ConvertAll(events, static happened => happened ? 1 : Censored), entries, weights);
    }

    /// <summary>Puts times and events of several causes together.</summary>
    /// <param name="exits">When the watch of each row ended: finite, above 0 and above its entry. Kept, not copied.</param>
    /// <param name="ends">How it ended: <see cref="Censored"/>, or the number of the cause, from 1. Kept, not copied.</param>
    /// <param name="entries">When it began, at least 0; null where all began at 0. Kept, not copied.</param>
    /// <param name="weights">How much each row counts, finite and above 0; null where each counts once. Kept, not copied.</param>
    /// <returns>The times.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, or a number is not as said.</exception>
    public static SurvivalTimes OfCauses([NotNull] double[] exits, [NotNull] int[] ends, double[]? entries = null, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(exits);
        ArgumentNullException.ThrowIfNull(ends);
        if (ends.Length != exits.Length || (entries?.Length ?? exits.Length) != exits.Length || (weights?.Length ?? exits.Length) != exits.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"{exits.Length} times come with {ends.Length} ends, {entries?.Length ?? exits.Length} entries and {weights?.Length ?? exits.Length} weights. Give one for each row."), nameof(ends));
        }

        for (int row = 0; row < exits.Length; row++)
        {
            string? problem = !double.IsFinite(exits[row]) || exits[row] <= 0 ? "time is not a finite number above 0: leave rows out that were not watched, or measure from earlier on"
                : ends[row] < 0 ? "end is below 0: give 0 for no event, and the number of the cause from 1 on"
                : entries is not null && !(entries[row] >= 0 && entries[row] < exits[row]) ? "entry is not from 0 to below its time: check which of the two is which"
                : weights is not null && !(weights[row] > 0 && double.IsFinite(weights[row])) ? "weight is not a finite number above 0: leave rows out that are not to count"
                : null;
            if (problem is not null)
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row}: the {problem}."), nameof(exits));
            }
        }

        return new SurvivalTimes(exits, ends, entries, weights);
    }

    /// <summary>Gives some of the rows.</summary>
    /// <param name="rows">Which, each from 0 to <see cref="Count"/> − 1, in any order and also more than once.</param>
    /// <returns>Those rows in that order.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public SurvivalTimes Take(ReadOnlySpan<int> rows) => new(Picked(_exits, rows)!, Picked(_ends, rows)!, Picked(_entries, rows), Picked(_weights, rows));

    /// <summary>Gives the same times with the events of one cause alone: for all others, the watch ends without one.</summary>
    /// <param name="cause">The number of the cause, from 1; 0 for events of every cause alike.</param>
    /// <returns>The times, their events of cause 1, with the rows in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cause"/> is below 0.</exception>
    public SurvivalTimes OnlyCause(int cause)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cause);
        return new SurvivalTimes(_exits, Array.ConvertAll(_ends, end => IsEvent(end, cause) ? 1 : Censored), _entries, _weights);
    }

    /// <summary>The same rows, each counting once.</summary>
    internal SurvivalTimes WithoutWeights() => _weights is null ? this : new SurvivalTimes(_exits, _ends, _entries, null);

    /// <summary>Whether an end is an event of a cause, or, where that is 0, of any.</summary>
    internal static bool IsEvent(int end, int cause) => cause == 0 ? end != Censored : end == cause;

    private static T[]? Picked<T>(T[]? all, ReadOnlySpan<int> rows)
    {
        if (all is null)
        {
            return null;
        }

        var picked = new T[rows.Length];
        for (int i = 0; i < picked.Length; i++)
        {
            picked[i] = all[rows[i]];
        }

        return picked;
    }
}
