using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What a log-rank test found of one group.</summary>
/// <param name="Name">The group.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Observed">Its events, each times the weight of its time.</param>
/// <param name="Expected">What that would be if all groups were at the same risk.</param>
public readonly record struct LogRankGroup(string Name, int Rows, double Observed, double Expected)
{
    /// <summary>Writes the numbers for a person.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Rows} rows, {Observed:G6} events, {Expected:0.00} expected");
}
