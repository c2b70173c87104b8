using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A number with its score, and the thresholds it lies between.</summary>
/// <param name="Value">The number: days, orders or money.</param>
/// <param name="Score">From 1 to the number of bins.</param>
/// <param name="Above">The threshold it is above, or null where it is in the lowest bin.</param>
/// <param name="AtMost">The threshold it is not above, or null where it is in the highest bin.</param>
/// <remarks>Where <see cref="TiePolicy.Split"/> parted equal values, those of the higher bin are no more than equal to <paramref name="Above"/>.</remarks>
public readonly record struct ScoredValue(double Value, int Score, double? Above, double? AtMost)
{
    internal string Explain(int bins, string unit, string format) => string.Create(
        CultureInfo.InvariantCulture, $"{Number(Value, format)} {unit}: {Score} of {bins} ({Bounds(format)})");

    private string Bounds(string format) => (Above, AtMost) switch
    {
        (double above, _) when Value == above => SplitTie(format),
        (_, double atMost) when Value > atMost => SplitTie(format),
        (double above, double atMost) => $"more than {Number(above, format)}, at most {Number(atMost, format)}",
        (double above, null) => $"more than {Number(above, format)}",
        (null, double atMost) => $"at most {Number(atMost, format)}",
        _ => "any",
    };

    private string SplitTie(string format) => $"of equal customers at {Number(Value, format)} some scored lower";

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Writes value and score.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:G6}: {Score}");
}
