namespace CustomerInsight.Models;

internal sealed class CoxBaselineFile
{
    public required int Stratum { get; init; }

    public required double[] Times { get; init; }

    public required double[] CumulativeHazards { get; init; }

    public required double End { get; init; }

    public static CoxBaselineFile From(CoxBaseline baseline) => new()
    {
        Stratum = baseline.Stratum,
        Times = [.. baseline.Times],
        CumulativeHazards = [.. baseline.CumulativeHazards],
        End = baseline.End,
    };

    public CoxBaseline ToBaseline()
    {
        ArgumentNullException.ThrowIfNull(Times);
        ArgumentNullException.ThrowIfNull(CumulativeHazards);
        return new CoxBaseline(Stratum, ValueList.Create<double>(Times), ValueList.Create<double>(CumulativeHazards), End);
    }
}
