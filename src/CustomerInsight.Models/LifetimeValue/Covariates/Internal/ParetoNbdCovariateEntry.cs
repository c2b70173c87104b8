namespace CustomerInsight.Models;

/// <summary>A covariate in a file, which must name all of its numbers.</summary>
internal sealed class ParetoNbdCovariateEntry
{
    public required string Column { get; init; }

    public required double Mean { get; init; }

    public required double Rate { get; init; }

    public required double DropOut { get; init; }

    public static ParetoNbdCovariateEntry From(ParetoNbdCovariate covariate) => new() { Column = covariate.Column, Mean = covariate.Mean, Rate = covariate.Rate, DropOut = covariate.DropOut };

    public ParetoNbdCovariate ToCovariate() => new(Column, Mean, Rate, DropOut);
}
