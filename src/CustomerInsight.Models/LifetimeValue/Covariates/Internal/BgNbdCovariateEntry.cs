namespace CustomerInsight.Models;

/// <summary>A covariate in a file, which must name all of its numbers.</summary>
internal sealed class BgNbdCovariateEntry
{
    public required string Column { get; init; }

    public required double Mean { get; init; }

    public required double Rate { get; init; }

    public required double A { get; init; }

    public required double B { get; init; }

    public static BgNbdCovariateEntry From(BgNbdCovariate covariate) => new() { Column = covariate.Column, Mean = covariate.Mean, Rate = covariate.Rate, A = covariate.A, B = covariate.B };

    public BgNbdCovariate ToCovariate() => new(Column, Mean, Rate, A, B);
}
