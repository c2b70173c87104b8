using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Between which numbers a customer's purchases to come lie.</summary>
/// <param name="Low">As many or more.</param>
/// <param name="Median">As probable to be fewer as more, as far as whole numbers allow.</param>
/// <param name="High">As many or fewer.</param>
/// <param name="Probability">How probable it is that they lie from <paramref name="Low"/> to <paramref name="High"/>: the level asked for or more, since numbers are whole.</param>
public readonly record struct PurchaseInterval(int Low, int Median, int High, double Probability)
{
    /// <summary>Writes the interval and its probability.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low} to {High}, median {Median} ({Probability * 100:G6} %)");
}
