namespace CustomerInsight.Models;

/// <summary>The scores of the rows of a table, column by column.</summary>
/// <param name="Recency">From 1.</param>
/// <param name="Frequency">From 1.</param>
/// <param name="Monetary">From 1.</param>
internal sealed record RfmScoreColumns(byte[] Recency, byte[] Frequency, byte[] Monetary)
{
    public bool SameAs(RfmScoreColumns other) =>
        Recency.AsSpan().SequenceEqual(other.Recency) && Frequency.AsSpan().SequenceEqual(other.Frequency) && Monetary.AsSpan().SequenceEqual(other.Monetary);

    /// <summary>Turns the bins of three dimensions, from 0 for the lowest values, into scores.</summary>
    public static RfmScoreColumns Of(RfmDimension[] dimensions, RfmBinning[] binnings, ParallelOptions parallel)
    {
        byte[][] scores = new byte[dimensions.Length][];
        Parallel.For(0, scores.Length, parallel, i =>
        {
            byte[] bins = binnings[i].Place(dimensions[i]);
            int most = binnings[i].Thresholds.Count;
            for (int row = 0; row < bins.Length; row++)
            {
                bins[row] = (byte)(1 + (dimensions[i].IsReversed ? most - bins[row] : bins[row]));
            }

            scores[i] = bins;
        });
        return new RfmScoreColumns(scores[0], scores[1], scores[2]);
    }
}
