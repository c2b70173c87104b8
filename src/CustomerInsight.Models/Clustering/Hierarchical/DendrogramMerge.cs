using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Two groups that were joined.</summary>
/// <param name="Left">The one: a row's number, or the number of rows plus the number of an earlier merge. Less than <paramref name="Right"/>.</param>
/// <param name="Right">The other, likewise.</param>
/// <param name="Height">How far apart they were, on the scale of the fit. At least 0.</param>
/// <param name="Rows">How many rows the joined group has.</param>
public readonly record struct DendrogramMerge(int Left, int Right, double Height, int Rows)
{
    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Left} and {Right} at {Height:G6}: {Rows} rows");
}
