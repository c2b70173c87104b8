namespace CustomerInsight.Models;

/// <summary>The highest score of each dimension.</summary>
/// <param name="Recency">From 2 to 10.</param>
/// <param name="Frequency">From 2 to 10.</param>
/// <param name="Monetary">From 2 to 10.</param>
public readonly record struct RfmBins(int Recency, int Frequency, int Monetary)
{
    internal const int Least = 2;
    internal const int Most = 10;

    /// <summary>As many bins in each dimension.</summary>
    /// <param name="bins">From 2 to 10.</param>
    public RfmBins(int bins)
        : this(bins, bins, bins)
    {
    }

    /// <summary>Gets how many combinations of scores there are.</summary>
    public int Cells => Recency * Frequency * Monetary;

    internal bool IsValid => Recency is >= Least and <= Most && Frequency is >= Least and <= Most && Monetary is >= Least and <= Most;

    internal bool AllAre(int bins) => Recency == bins && Frequency == bins && Monetary == bins;

    internal int IndexOf(int recency, int frequency, int monetary) => (((recency - 1) * Frequency) + frequency - 1) * Monetary + monetary - 1;

    internal RfmCell Cell(int index) => new(1 + (index / (Frequency * Monetary)), 1 + (index / Monetary % Frequency), 1 + (index % Monetary), this);
}
