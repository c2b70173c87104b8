namespace CustomerInsight.Models;

/// <summary>A tree as tables over the numbers of ranges.</summary>
internal interface IScoringTree
{
    /// <summary>Adds the tree's value to the margins of some rows.</summary>
    void AddValues(ReadOnlySpan<int> codes, int stride, Span<double> margins);

    /// <summary>Adds what each column adds to that of some rows, column by column.</summary>
    /// <param name="codes">The rows' numbers of ranges, column by column.</param>
    /// <param name="stride">The places of a column, in <paramref name="codes"/> and <paramref name="contributions"/>.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="contributions">Where they go.</param>
    void AddContributions(ReadOnlySpan<int> codes, int stride, int rows, Span<double> contributions);
}
