namespace CustomerInsight.Models;

/// <summary>The rows of a Cox regression in the order of its sums: by stratum, then from the latest exit to the earliest.</summary>
/// <remarks>
/// The times of events of a stratum, latest first, are its slots; a last slot without events holds the rows that left before all of them.
/// Rows that leave at the same time are in an order of their content, those with the event last.
/// </remarks>
internal sealed class CoxRows
{
    public required int Columns { get; init; }

    /// <summary>Gets how many numbers a row has: the columns, a one, and zeros up to whole vectors.</summary>
    public required int Width { get; init; }

    /// <summary>Gets the row of the data at each place.</summary>
    public required int[] Order { get; init; }

    /// <summary>Gets the features, centred and in standard deviations, followed by a one.</summary>
    public required double[] Features { get; init; }

    /// <summary>Gets how much each row counts.</summary>
    public required double[] Weights { get; init; }

    public required double TotalWeight { get; init; }

    public required double[] Means { get; init; }

    /// <summary>Gets the standard deviations; 0 of a column that is constant or extreme.</summary>
    public required double[] Deviations { get; init; }

    /// <summary>Gets whether a column's values are too large or too small to square: its features are then 0.</summary>
    public required bool[] Extreme { get; init; }

    public required CoxSlots Slots { get; init; }

    /// <summary>Gets the sum of weight × features over the rows with the event.</summary>
    public required double[] EventSum { get; init; }

    /// <summary>Gets the weight of the rows with the event.</summary>
    public double EventWeight => EventSum[Columns];

    public int Count => Order.Length;

    public ReadOnlySpan<double> Row(int place) => Features.AsSpan(place * Width, Width);
}
