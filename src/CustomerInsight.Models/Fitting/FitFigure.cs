using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A number that a fit reports about its data.</summary>
/// <param name="Name">A short stable name, such as <c>frequency-spend-correlation</c>.</param>
/// <param name="Value">The number.</param>
public readonly record struct FitFigure(string Name, double Value)
{
    /// <summary>Writes name and value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}={Value:G6}");
}
