namespace CustomerInsight.Models;

/// <summary>The columns that tell a classifier in which period a row is.</summary>
internal sealed class PeriodBaseline
{
    public PeriodBaseline(HazardShape shape, ValueList<int> starts)
    {
        (Shape, Starts) = (shape, starts);
        Columns = shape switch
        {
            HazardShape.LogPeriod => ["log of period"],
            HazardShape.PerPeriod => ValueList.From(Enumerable.Range(1, Math.Max(0, starts.Count - 1)).Select(NameOf)),
            _ => [],
        };
    }

    public HazardShape Shape { get; }

    /// <summary>Gets the first period of each piece, the first of all being 1.</summary>
    public ValueList<int> Starts { get; }

    public ValueList<string> Columns { get; }

    /// <summary>The first period of each piece with enough events.</summary>
    /// <param name="atRisk">How many rows are in each period, from period 1.</param>
    /// <param name="events">How many of them had the event.</param>
    /// <param name="minimum">How many events a piece needs.</param>
    public static ValueList<int> Pieces(int[] atRisk, int[] events, int minimum)
    {
        var starts = new List<int> { 1 };
        int sum = 0;
        int stayed = 0;
        for (int period = 1; period <= atRisk.Length; period++)
        {
            if (sum >= minimum && stayed > 0)
            {
                starts.Add(period);
                (sum, stayed) = (0, 0);
            }

            sum += events[period - 1];
            stayed += atRisk[period - 1] - events[period - 1];
        }

        // What is left at the end is too little for a piece of its own.
        if (starts.Count > 1 && (sum < minimum || stayed == 0))
        {
            starts.RemoveAt(starts.Count - 1);
        }

        return ValueList.From(starts);
    }

    public void Fill(int period, Span<double> columns)
    {
        columns.Clear();
        if (Shape == HazardShape.LogPeriod)
        {
            columns[0] = Math.Log(period);
        }
        else if (Shape == HazardShape.PerPeriod && PieceOf(period) is > 0 and int piece)
        {
            columns[piece - 1] = 1;
        }
    }

    /// <summary>The number of the piece that a period is in, from 0.</summary>
    public int PieceOf(int period)
    {
        int found = Starts.AsSpan().BinarySearch(period);
        return found >= 0 ? found : ~found - 1;
    }

    private string NameOf(int piece) =>
        piece == Starts.Count - 1 ? FormattableString.Invariant($"period {Starts[piece]}+")
        : Starts[piece + 1] - 1 == Starts[piece] ? FormattableString.Invariant($"period {Starts[piece]}")
        : FormattableString.Invariant($"period {Starts[piece]}–{Starts[piece + 1] - 1}");
}
